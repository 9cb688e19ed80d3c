/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.dicom.association;

import java.util.Optional;
import org.turnstile.dicom.association.state.State;
import org.turnstile.dicom.pdu.AAssociateAc;
import org.turnstile.dicom.pdu.AAssociateRj;
import org.turnstile.dicom.pdu.AAssociateRq;

/** What the acceptor and the requestor of an association do differently. */
sealed interface Role permits AcceptorRole, RequestorRole {

    /** Of the two states that may follow a release collision (AR-8), the one of this role. */
    State collision();

    /** The connection is open. */
    void connected();

    /** The connection is gone. */
    default void disconnected() {}

    /** Our request leaves now (AE-2). */
    default void request() {
        throw new IllegalStateException("only a requestor requests");
    }

    /** Why the provider refuses a request (AE-6); empty to let the user decide. */
    default Optional<AAssociateRj> refusal(AAssociateRq rq) {
        throw new IllegalStateException("only an acceptor is asked");
    }

    /** A-ASSOCIATE indication (AE-6). */
    default void indicate(AAssociateRq rq) {
        throw new IllegalStateException("only an acceptor is asked");
    }

    /** A-ASSOCIATE confirmation, accept (AE-3). */
    default void confirmed(AAssociateAc ac) {
        throw new IllegalStateException("only a requestor is accepted");
    }

    /** The association, or the attempt at one, has ended. */
    void over(Ending ending);

    /** The peer sent what is no DICOM. */
    void malformed(String fault);

    /** A bug: ours, or of an implementation behind an interface. */
    void failed(Throwable cause);
}
