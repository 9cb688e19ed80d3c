/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.dicom.dimse.client;

import java.io.Serial;

/**
 * A positive response was asked for and the accept has none: the peer may not know user identity at
 * all (PS3.7 §D.3.3.7). The association has been aborted.
 */
public final class IdentityNotConfirmedException extends AssociationException {
    @Serial private static final long serialVersionUID = 1L;

    /** Says so. */
    public IdentityNotConfirmedException() {
        super("identity not confirmed: the accept has no user identity response (59H)");
    }
}
