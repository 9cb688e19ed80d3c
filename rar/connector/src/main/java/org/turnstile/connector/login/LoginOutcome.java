/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.connector.login;

import java.time.Duration;
import java.util.Optional;
import org.turnstile.api.UserIdentity;

/** What became of a login. Nothing in it is secret. */
public sealed interface LoginOutcome {

    /** The name as the peer sent it, for the audit; empty if none can be told. */
    String claimedName();

    /**
     * The association may be accepted, as far as the user is concerned.
     *
     * @param identity the user, or anonymous
     * @param serverResponse content of the 59H; empty for no 59H at all
     * @param session ends the login; must be closed when the association ends or is not accepted
     *     after all
     * @param echoOnly only the Verification SOP class may be accepted
     * @param claimedName the name as sent
     * @param note what the operator may want to know, such as an ignored identity type; or empty
     */
    record Granted(
            UserIdentity identity,
            Optional<byte[]> serverResponse,
            LoginSession session,
            boolean echoOnly,
            String claimedName,
            String note)
            implements LoginOutcome {}

    /**
     * To be rejected for good: A-ASSOCIATE-RJ 1/2/1.
     *
     * @param cause why, for the operator; the peer does not learn it
     * @param claimedName the name as sent
     * @param delay how long the answer is to be held back
     */
    record Refused(String cause, String claimedName, Duration delay) implements LoginOutcome {}

    /**
     * Neither granted nor refused, since something is out of order here: A-ASSOCIATE-RJ 2/3/1.
     *
     * @param cause what is out of order, for the operator
     * @param claimedName the name as sent
     */
    record Unavailable(String cause, String claimedName) implements LoginOutcome {}
}
