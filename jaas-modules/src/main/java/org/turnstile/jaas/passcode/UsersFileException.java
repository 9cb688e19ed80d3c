/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.jaas.passcode;

import java.io.IOException;
import java.io.Serial;

/** An edit that does not fit what the users file holds: a user who is there already, or is not. */
public final class UsersFileException extends IOException {
    @Serial private static final long serialVersionUID = 1L;

    UsersFileException(String message) {
        super(message);
    }
}
