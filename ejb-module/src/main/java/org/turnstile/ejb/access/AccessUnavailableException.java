/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.ejb.access;

import java.io.Serial;

/**
 * What the caller may see cannot be told: the rules are missing, faulty, or not answered for in
 * time. The operation is refused; {@link Access#refused} says how.
 */
public final class AccessUnavailableException extends Exception {
    @Serial private static final long serialVersionUID = 1L;

    /**
     * With its cause.
     *
     * @param message what could not be done; for the log, not for a peer
     */
    public AccessUnavailableException(String message, Throwable cause) {
        super(message, cause);
    }

    /** Without a cause. */
    public AccessUnavailableException(String message) {
        super(message);
    }
}
