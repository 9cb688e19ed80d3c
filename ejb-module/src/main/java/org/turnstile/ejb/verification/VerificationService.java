/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.ejb.verification;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import org.turnstile.api.Status;

/** The Verification service class (PS3.4 Annex A): open to whoever has an association. */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class VerificationService {

    /** Says that we are here. */
    public Status verify() {
        return Status.SUCCESS;
    }
}
