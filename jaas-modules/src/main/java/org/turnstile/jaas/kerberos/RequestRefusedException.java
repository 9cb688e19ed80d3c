/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.jaas.kerberos;

import java.io.Serial;
import javax.security.auth.login.FailedLoginException;

/** An AP-REQ that proves nobody. The message begins with the error's name in RFC 4120 §7.5.9. */
final class RequestRefusedException extends FailedLoginException {
    @Serial private static final long serialVersionUID = 1L;

    RequestRefusedException(String message, Throwable cause) {
        super(message);
        initCause(cause);
    }
}
