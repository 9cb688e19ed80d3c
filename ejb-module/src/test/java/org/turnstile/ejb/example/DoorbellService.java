/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.ejb.example;

import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import java.util.logging.Logger;
import org.turnstile.api.Status;

/** Rings, for those who hold the role dicom-find. */
@Stateless
@RolesAllowed("dicom-find")
public class DoorbellService {

    @Resource private SessionContext context;

    /** Says who is at the door. */
    public Status ring(String aeTitle) {
        String caller = context.getCallerPrincipal().getName();
        Logger.getLogger("doorbell").info(caller + " rings from " + aeTitle);
        return Status.SUCCESS;
    }
}
