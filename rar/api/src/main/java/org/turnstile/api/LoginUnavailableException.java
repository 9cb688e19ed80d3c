/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.api;

import java.io.Serial;
import javax.security.auth.login.LoginException;

/**
 * A login could be neither granted nor refused, because what it depends on cannot be reached. The
 * peer gets a transient rejection (A-ASSOCIATE-RJ 2/3/1), and nobody's failures are counted.
 */
public final class LoginUnavailableException extends LoginException {
    @Serial private static final long serialVersionUID = 1L;

    /**
     * Names what is down.
     *
     * @param message what could not be reached, without any secret
     * @param cause why, or null
     */
    public LoginUnavailableException(String message, Throwable cause) {
        super(message);
        initCause(cause);
    }
}
