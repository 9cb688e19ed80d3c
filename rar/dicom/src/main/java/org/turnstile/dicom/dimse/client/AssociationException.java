/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.dicom.dimse.client;

import java.io.IOException;
import java.io.Serial;

/** An association that we requested did not come about, or did not last. */
public sealed class AssociationException extends IOException
        permits AssociationRejectedException,
                AssociationAbortedException,
                IdentityNotConfirmedException,
                DimseTimeoutException {
    @Serial private static final long serialVersionUID = 1L;

    AssociationException(String message) {
        super(message);
    }

    AssociationException(String message, Throwable cause) {
        super(message, cause);
    }
}
