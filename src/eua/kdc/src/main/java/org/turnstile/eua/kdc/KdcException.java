/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.eua.kdc;

/** The key distribution centre cannot start, or cannot do what is asked of it. */
public final class KdcException extends Exception {
    private static final long serialVersionUID = 1L;

    KdcException(String message) {
        super(message);
    }

    KdcException(String message, Throwable cause) {
        super(message, cause);
    }
}
