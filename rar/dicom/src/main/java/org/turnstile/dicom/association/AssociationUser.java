/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.dicom.association;

import org.turnstile.dicom.pdu.PDataTf;

/**
 * The service-user of an association (PS3.8 §7): takes its indications. Called on the event loop,
 * so it must not block.
 */
public interface AssociationUser {

    /** P-DATA indication. The values are valid for the call; what is kept is copied or retained. */
    void data(PDataTf data);

    /**
     * A-RELEASE indication, to be answered by {@link AssociationHandler#releaseResponse()}, now or
     * later. In a collision an acceptor is told only once it may answer.
     */
    void releaseIndication();

    /** The association has ended. Told once; nothing follows. */
    void ended(Ending ending);

    /** Whether something is under way, so that the idle time does not run. */
    boolean busy();

    /** Whether the peer is in the middle of a message, so that the read time runs. */
    boolean awaitsPeer();

    /** What was sent has gone far enough that more may be sent. */
    default void writable() {}

    /** Ends the association as soon as nothing is under way; nothing new is begun. */
    default void drain() {}
}
