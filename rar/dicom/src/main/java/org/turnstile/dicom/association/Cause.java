/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.dicom.association;

import java.util.Optional;
import org.turnstile.api.Closing;
import org.turnstile.dicom.association.state.State;
import org.turnstile.dicom.pdu.AAbort;
import org.turnstile.dicom.pdu.Pdu;
import org.turnstile.dicom.pdu.codec.MalformedPdu;

/**
 * What comes with an event.
 *
 * @param pdu the PDU received, or to be sent
 * @param abort the abort to send if the action sends one
 * @param closing how the association ends if the action ends it
 * @param text why it ends
 */
record Cause(Optional<Pdu> pdu, AAbort abort, Closing closing, String text) {

    private static final int INVALID = AAbort.INVALID_PARAMETER.reason();

    /** Nothing comes with it. */
    static final Cause NONE = abort(AAbort.USER, Closing.ABORTED_BY_US, "aborted");

    /**
     * A PDU was received. Where it is not expected the answer is "unexpected PDU", but before any
     * request it is source and reason 0 (AA-1).
     */
    static Cause received(Pdu pdu, State state) {
        return new Cause(
                Optional.of(pdu),
                state == State.STA2 ? AAbort.USER : AAbort.UNEXPECTED_PDU,
                Closing.ABORTED_BY_US,
                String.format("PDU type %02XH was not expected", pdu.type()));
    }

    /**
     * Something that is no PDU was received. As the first thing on a connection it is answered as
     * any wrong first PDU is, with source and reason 0 (AA-1); faults inside a request say more.
     */
    static Cause malformed(MalformedPdu malformed, State state) {
        boolean noRequest = state == State.STA2 && malformed.abort().reason() != INVALID;
        AAbort abort = noRequest ? AAbort.USER : malformed.abort();
        return abort(abort, Closing.ABORTED_BY_US, malformed.fault());
    }

    /** A PDU is to be sent. */
    static Cause sending(Pdu pdu) {
        return new Cause(Optional.of(pdu), AAbort.USER, Closing.ABORTED_BY_US, "aborted");
    }

    /** The association is to be aborted. */
    static Cause abort(AAbort abort, Closing closing, String text) {
        return new Cause(Optional.empty(), abort, closing, text);
    }

    /** The PDU as the kind that the event promises. */
    <T extends Pdu> T as(Class<T> kind) {
        return kind.cast(pdu.orElseThrow());
    }
}
