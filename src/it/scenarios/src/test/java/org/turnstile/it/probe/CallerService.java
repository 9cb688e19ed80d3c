/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.it.probe;

import jakarta.annotation.Resource;
import jakarta.annotation.security.DeclareRoles;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import java.util.List;

/** A bean behind the handler: says whom the container takes for the caller. */
@Stateless
@DeclareRoles({"dicom-find", "dicom-store"})
@RolesAllowed("dicom-find")
public class CallerService {

    @Resource private SessionContext context;

    /** For whoever may find. */
    public String restricted() {
        return whoCalls();
    }

    /** For everybody. */
    @PermitAll
    public String whoCalls() {
        List<String> roles =
                List.of("dicom-find", "dicom-store").stream()
                        .filter(context::isCallerInRole)
                        .toList();
        return context.getCallerPrincipal().getName() + " " + roles;
    }
}
