/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.api;

import java.net.InetSocketAddress;
import java.time.Instant;

/**
 * An association that was refused, with the codes that the peer was sent (PS3.8 §9.3.4).
 *
 * @param id short name of the attempt, as in the log
 * @param listener name of the listener, empty if none was found
 * @param calledAeTitle called AE title
 * @param callingAeTitle calling AE title
 * @param peer address of the peer
 * @param line what protects the connection
 * @param identityType User-Identity-Type as on the wire, -1 if nobody was named
 * @param claimedName the name that the peer claimed, exactly; empty if none can be told
 * @param result 1 permanent, 2 transient
 * @param source 1 service-user, 2 ACSE, 3 presentation
 * @param reason as of the source
 * @param cause why, for the operator; the peer does not learn it
 * @param at when
 */
public record RejectedAssociation(
        String id,
        String listener,
        String calledAeTitle,
        String callingAeTitle,
        InetSocketAddress peer,
        Line line,
        int identityType,
        String claimedName,
        int result,
        int source,
        int reason,
        String cause,
        Instant at) {}
