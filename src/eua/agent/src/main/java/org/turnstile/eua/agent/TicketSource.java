/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.eua.agent;

import java.time.Instant;
import java.util.Map;

/** Where the ticket-granting ticket comes from. */
public sealed interface TicketSource permits CredentialCache, KeytabKey {

    /**
     * Looks at the files, to say what is wrong with them before anybody else does so less clearly.
     *
     * @param now the time that a ticket must last beyond
     * @return the user's principal, such as {@code radiologist@TURNSTILE.TEST}
     * @throws AgentException if there is no good ticket or key
     */
    String check(Instant now) throws AgentException;

    /** Options of the JDK's login module that make it use this source. */
    Map<String, String> loginOptions();
}
