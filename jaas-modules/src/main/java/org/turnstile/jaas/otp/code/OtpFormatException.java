/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.jaas.otp.code;

import java.io.Serial;

/**
 * A response or challenge that is not written as RFC 2289 or RFC 2243 say; quotes nothing of it.
 */
public final class OtpFormatException extends Exception {
    @Serial private static final long serialVersionUID = 1L;

    /** Says what is wrong, without any part of the response. */
    public OtpFormatException(String problem) {
        super(problem);
    }
}
