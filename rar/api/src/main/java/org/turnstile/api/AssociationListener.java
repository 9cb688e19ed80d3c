/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.api;

/**
 * Is told of every association attempt, in order: {@code opened} then {@code closed}, or {@code
 * rejected}. It cannot veto, but where the listener says {@code auditRequired} an exception from
 * {@code opened} refuses the association.
 */
public interface AssociationListener {

    /** The user is known and the accept is about to be sent. */
    void opened(Association association);

    /** The association was refused. */
    void rejected(RejectedAssociation attempt);

    /** An association that was opened has ended. */
    void closed(Association association, Closing closing);
}
