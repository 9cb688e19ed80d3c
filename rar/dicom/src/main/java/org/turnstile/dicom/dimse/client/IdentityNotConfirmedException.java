/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.dicom.dimse.client;

import java.io.Serial;

/**
 * A positive response was asked for, and the accept has none, since the peer may not know user
 * identity at all, or one that proves nothing (PS3.7 §D.3.3.7). The association has been aborted.
 */
public final class IdentityNotConfirmedException extends AssociationException {
    @Serial private static final long serialVersionUID = 1L;

    /** There is no response. */
    public IdentityNotConfirmedException() {
        this("the accept has no user identity response (59H)", null);
    }

    /**
     * There is a response, and it is not good.
     *
     * @param why what is wrong with it; no part of it
     * @param cause what found that, or null
     */
    public IdentityNotConfirmedException(String why, Throwable cause) {
        super("identity not confirmed: " + why, cause);
    }
}
