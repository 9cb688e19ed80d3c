/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.dicom.association.state;

/** States of an association (PS3.8 §9.2.1, Tables 9-1 to 9-5). */
public enum State {
    /** Idle: no association. */
    STA1,
    /** Connection accepted; awaiting A-ASSOCIATE-RQ. */
    STA2,
    /** Awaiting the local A-ASSOCIATE response. */
    STA3,
    /** Awaiting the outgoing connection. */
    STA4,
    /** A-ASSOCIATE-RQ sent; awaiting its answer. */
    STA5,
    /** Established, ready for data transfer. */
    STA6,
    /** A-RELEASE-RQ sent; awaiting A-RELEASE-RP. */
    STA7,
    /** Awaiting the local A-RELEASE response. */
    STA8,
    /** Release collision, requestor: awaiting the local A-RELEASE response. */
    STA9,
    /** Release collision, acceptor: awaiting A-RELEASE-RP. */
    STA10,
    /** Release collision, requestor: A-RELEASE-RP sent, awaiting the peer's. */
    STA11,
    /** Release collision, acceptor: awaiting the local A-RELEASE response. */
    STA12,
    /** Over: awaiting the close of the connection. */
    STA13;

    /** Whether ARTIM runs: so it does in STA2 and STA13 and nowhere else. */
    public boolean artim() {
        return this == STA2 || this == STA13;
    }
}
