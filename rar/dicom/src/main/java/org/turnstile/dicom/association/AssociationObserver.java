/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.dicom.association;

import java.net.InetSocketAddress;
import org.turnstile.api.Association;
import org.turnstile.api.Closing;
import org.turnstile.dicom.pdu.AAssociateRj;

/**
 * Is told what became of connections and associations; cannot change it. Called on the event loop:
 * implementations return at once and throw nothing.
 */
public interface AssociationObserver {

    /** A connection came in. */
    default void connected(InetSocketAddress peer) {}

    /** A connection came in when there were too many, and was closed at once. */
    default void refused(InetSocketAddress peer) {}

    /** A connection is gone, whether or not an association had begun on it. */
    default void disconnected(InetSocketAddress peer) {}

    /** The accept has been sent. */
    default void accepted(Association association) {}

    /** The reject has been sent. */
    default void rejected(AssociationRequest request, AAssociateRj rj) {}

    /** An accepted association has ended. */
    default void closed(Association association, Closing closing) {}

    /**
     * A request was given up before it was answered: the peer left, or the gate ordered an abort.
     */
    default void abandoned(AssociationRequest request) {}

    /**
     * The peer sent something that is not DICOM.
     *
     * @param id short name of the connection
     * @param peer address of the peer
     * @param fault names field and value, never a secret
     */
    default void malformed(String id, InetSocketAddress peer, String fault) {}

    /**
     * Something on our side failed: an implementation of an interface of this layer threw, or this
     * layer has a bug. The association is refused, aborted, or goes on with a failure status.
     *
     * @param id short name of the connection
     * @param cause what was thrown
     */
    default void failed(String id, Throwable cause) {}
}
