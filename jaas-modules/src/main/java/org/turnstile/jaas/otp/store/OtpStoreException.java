/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.jaas.otp.store;

import java.io.Serial;

/** The states cannot be read or written; nobody's fault but the store's. Quotes no state. */
public final class OtpStoreException extends Exception {
    @Serial private static final long serialVersionUID = 1L;

    /** Says what cannot be done, and why. */
    public OtpStoreException(String message, Throwable cause) {
        super(message, cause);
    }
}
