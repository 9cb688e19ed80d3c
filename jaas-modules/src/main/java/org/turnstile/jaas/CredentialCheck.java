/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.jaas;

import javax.security.auth.login.LoginException;

/** Decides on a name and a passcode. */
@FunctionalInterface
public interface CredentialCheck {

    /**
     * Returns if they are good.
     *
     * @throws javax.security.auth.login.FailedLoginException if they are not
     * @throws LoginException if that cannot be told
     */
    void check(Credentials credentials) throws LoginException;
}
