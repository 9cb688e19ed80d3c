/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.dicom.association.state;

import java.util.List;

/**
 * Actions of the upper layer (PS3.8 Tables 9-6 to 9-9). The action alone decides the next state;
 * {@link #AE_6} and {@link #AR_8} leave a choice of two.
 */
public enum Action {
    /** Open the connection. */
    AE_1(State.STA4),
    /** Send A-ASSOCIATE-RQ. */
    AE_2(State.STA5),
    /** Confirm the accepted association. */
    AE_3(State.STA6),
    /** Confirm the rejected association; close. */
    AE_4(State.STA1),
    /** Accept the connection; start ARTIM. */
    AE_5(State.STA2),
    /** Stop ARTIM; indicate the association, or send A-ASSOCIATE-RJ and start ARTIM. */
    AE_6(State.STA3, State.STA13),
    /** Send A-ASSOCIATE-AC. */
    AE_7(State.STA6),
    /** Send A-ASSOCIATE-RJ; start ARTIM. */
    AE_8(State.STA13),
    /** Send P-DATA-TF. */
    DT_1(State.STA6),
    /** Indicate P-DATA. */
    DT_2(State.STA6),
    /** Send A-RELEASE-RQ. */
    AR_1(State.STA7),
    /** Indicate the release. */
    AR_2(State.STA8),
    /** Confirm the release; close. */
    AR_3(State.STA1),
    /** Send A-RELEASE-RP; start ARTIM. */
    AR_4(State.STA13),
    /** Stop ARTIM. */
    AR_5(State.STA1),
    /** Indicate P-DATA while the release is awaited. */
    AR_6(State.STA7),
    /** Send P-DATA-TF before answering the release. */
    AR_7(State.STA8),
    /** Indicate the release, which has collided with ours. */
    AR_8(State.STA9, State.STA10),
    /** Send A-RELEASE-RP in a collision. */
    AR_9(State.STA11),
    /** Confirm the release in a collision. */
    AR_10(State.STA12),
    /** Send A-ABORT by the service-user; start or restart ARTIM. */
    AA_1(State.STA13),
    /** Stop ARTIM; close. */
    AA_2(State.STA1),
    /** Indicate the peer's abort; close. */
    AA_3(State.STA1),
    /** Indicate the loss of the connection. */
    AA_4(State.STA1),
    /** Stop ARTIM. */
    AA_5(State.STA1),
    /** Ignore the PDU. */
    AA_6(State.STA13),
    /** Send A-ABORT. */
    AA_7(State.STA13),
    /** Send A-ABORT by the service-provider; indicate it; start ARTIM. */
    AA_8(State.STA13);

    private final State next;
    private final State otherwise;

    Action(State next) {
        this(next, next);
    }

    Action(State next, State otherwise) {
        this.next = next;
        this.otherwise = otherwise;
    }

    /** The states that may follow: one, or two of which the action has to choose. */
    public List<State> next() {
        return next == otherwise ? List.of(next) : List.of(next, otherwise);
    }
}
