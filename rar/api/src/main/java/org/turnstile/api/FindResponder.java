/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.api;

import org.turnstile.api.data.Dataset;

/** Takes the matches of one query. For one thread at a time. */
public interface FindResponder {

    /**
     * Sends a match with FF00H: pending, all optional keys are supported (PS3.4 §C.4.1.1.4). Waits
     * while the peer is slow.
     *
     * @throws AssociationLostException if the association has ended, or the peer took nothing for
     *     as long as the write time-out
     */
    void pending(Dataset match) throws AssociationLostException;

    /**
     * Sends a match with FF01H: pending, and an optional key of the query is not supported (PS3.4
     * §C.4.1.1.4). Waits while the peer is slow.
     *
     * @throws AssociationLostException as {@link #pending} does
     */
    void pendingWithWarning(Dataset match) throws AssociationLostException;

    /** Whether the peer has asked to stop (C-CANCEL, PS3.7 §9.3.2.3). */
    boolean cancelled();
}
