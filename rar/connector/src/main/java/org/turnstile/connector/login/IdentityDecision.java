/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.connector.login;

import java.util.Optional;
import org.turnstile.api.IdentityType;

/** What the listener's rules say of a user identity before any login module is asked. */
sealed interface IdentityDecision {

    /**
     * Nobody in particular.
     *
     * @param echoOnly only for verification
     * @param note why an identity that was sent does not count, or empty
     */
    record Anonymous(boolean echoOnly, String note) implements IdentityDecision {}

    /**
     * Refused.
     *
     * @param cause why
     * @param claimedName name as sent, empty if none can be told
     */
    record Refuse(String cause, String claimedName) implements IdentityDecision {}

    /**
     * To be tried.
     *
     * @param entry where login modules are listed
     * @param type how the user is named
     * @param name the user's name, for types 1 and 2
     * @param verify whether the passcode is to be verified; true for any type but 2
     */
    record TryLogin(LoginEntry entry, IdentityType type, Optional<UserName> name, boolean verify)
            implements IdentityDecision {

        String claimedName() {
            return name.map(UserName::raw).orElse("");
        }

        /** The name that directories are asked for; empty if it is not known before the login. */
        String normalisedName() {
            return name.map(UserName::normalised).orElse("");
        }
    }
}
