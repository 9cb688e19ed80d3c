/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.dicom.association;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.turnstile.api.Closing;
import org.turnstile.dicom.association.state.Action;
import org.turnstile.dicom.association.state.Event;
import org.turnstile.dicom.association.state.State;
import org.turnstile.dicom.association.state.StateTable;
import org.turnstile.dicom.association.state.Transition;
import org.turnstile.dicom.pdu.AAbort;
import org.turnstile.dicom.pdu.AAssociateAc;
import org.turnstile.dicom.pdu.AAssociateRj;
import org.turnstile.dicom.pdu.AAssociateRq;
import org.turnstile.dicom.pdu.AReleaseRp;
import org.turnstile.dicom.pdu.AReleaseRq;
import org.turnstile.dicom.pdu.PDataTf;

/**
 * The upper layer's machine: looks up what an event means in the state it is in, and does it, one
 * method for each action that does anything (PS3.8 Tables 9-6 to 9-9).
 */
final class UpperLayer {

    private final Connection connection;
    private final Role role;
    private final ArtimTimer artim;
    private State state = State.STA1;
    private Optional<AssociationUser> user = Optional.empty();
    private Optional<Watchdog> watchdog = Optional.empty();

    UpperLayer(Connection connection, Duration artim, Role role) {
        this.connection = connection;
        this.role = role;
        this.artim = new ArtimTimer(artim, () -> step(Event.EVT18, Cause.NONE));
    }

    State state() {
        return state;
    }

    ArtimTimer artim() {
        return artim;
    }

    Optional<Watchdog> watchdog() {
        return watchdog;
    }

    Optional<AssociationUser> user() {
        return user;
    }

    /** Who takes the indications from now on. */
    void user(AssociationUser established) {
        user = Optional.of(established);
    }

    /** What watches the times from now on. */
    void watch(Watchdog established) {
        watchdog = Optional.of(established);
        established.start();
    }

    /** Whether the event means anything in this state. */
    boolean allows(Event event) {
        return StateTable.of(state, event).isPresent();
    }

    /**
     * One step.
     *
     * @throws IllegalStateException if the cell is empty; nothing has changed
     */
    void step(Event event, Cause cause) {
        Transition transition =
                StateTable.of(state, event)
                        .orElseThrow(() -> new IllegalStateException(event + " in " + state));
        List<State> next = transition.next();
        if (next.size() == 1) {
            state = next.get(0); // AE-6 and AR-8 choose for themselves
        }
        perform(transition.action(), cause);
    }

    private void perform(Action action, Cause cause) {
        switch (action) {
            case AE_1, AA_6 -> {} // whoever made this handler connects; ignored in the end
            case AE_2 -> role.request();
            case AE_3 -> role.confirmed(cause.as(AAssociateAc.class));
            case AE_4 -> ae4(cause.as(AAssociateRj.class));
            case AE_5 -> artim.start(connection.channel().eventLoop());
            case AE_6 -> ae6(cause.as(AAssociateRq.class));
            case AE_7 -> connection.send(cause.as(AAssociateAc.class));
            case AE_8 -> ae8(cause.as(AAssociateRj.class));
            case DT_1, AR_7 -> sent();
            case DT_2, AR_6 -> indicate(cause.as(PDataTf.class));
            case AR_1 -> connection.send(new AReleaseRq());
            case AR_2 -> user.ifPresent(AssociationUser::releaseIndication);
            case AR_3 -> ar3();
            case AR_4 -> ar4();
            case AR_5, AA_5 -> artim.stop();
            case AR_8 -> ar8();
            case AR_9 -> connection.send(new AReleaseRp());
            case AR_10 -> user.ifPresent(AssociationUser::releaseIndication);
            case AA_1 -> aa1(cause);
            case AA_2 -> aa2(cause);
            case AA_3 -> aa3(cause.as(AAbort.class));
            case AA_4 -> end(new Ending.Lost(cause.text()));
            case AA_7 -> connection.send(cause.abort());
            case AA_8 -> aa8(cause);
        }
    }

    private void ae4(AAssociateRj rj) {
        end(new Ending.Rejected(rj));
        connection.close();
    }

    private void ae6(AAssociateRq rq) {
        artim.stop();
        Optional<AAssociateRj> refusal = role.refusal(rq);
        if (refusal.isPresent()) {
            state = State.STA13;
            ae8(refusal.get());
        } else {
            state = State.STA3;
            role.indicate(rq);
        }
    }

    private void ae8(AAssociateRj rj) {
        connection.send(rj);
        over();
    }

    private void sent() {
        watchdog.ifPresent(Watchdog::sent);
    }

    private void indicate(PDataTf data) {
        user.ifPresent(taker -> taker.data(data));
    }

    private void ar3() {
        end(new Ending.Released());
        connection.close();
    }

    private void ar4() {
        connection.send(new AReleaseRp());
        over();
        end(new Ending.Released());
    }

    private void ar8() {
        state = role.collision();
        if (state == State.STA9) {
            user.ifPresent(AssociationUser::releaseIndication); // an acceptor has to wait for AR-10
        }
    }

    private void aa1(Cause cause) {
        connection.send(cause.abort());
        over();
        end(new Ending.AbortedByUs(cause.closing(), cause.text()));
    }

    private void aa2(Cause cause) {
        artim.stop();
        end(new Ending.AbortedByUs(cause.closing(), cause.text()));
        connection.close();
    }

    /** Any source but 2 is taken for the peer's user; nothing is decided by the reason. */
    private void aa3(AAbort abort) {
        end(new Ending.AbortedByPeer(abort));
        connection.close();
    }

    private void aa8(Cause cause) {
        AAbort abort = cause.abort().source() == 2 ? cause.abort() : AAbort.UNEXPECTED_PDU;
        connection.send(abort);
        over();
        end(new Ending.AbortedByUs(Closing.ABORTED_BY_US, cause.text()));
    }

    /** All that is left is to see the peer close. */
    private void over() {
        artim.start(connection.channel().eventLoop());
        connection.readToTheEnd();
    }

    private void end(Ending ending) {
        watchdog.ifPresent(Watchdog::stop);
        watchdog = Optional.empty();
        Optional<AssociationUser> told = user;
        user = Optional.empty();
        told.ifPresent(taker -> taker.ended(ending));
        role.over(ending);
    }
}
