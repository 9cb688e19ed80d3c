/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.dicom.dimse.client;

import io.netty.buffer.ByteBuf;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import org.turnstile.api.Status;
import org.turnstile.dicom.association.AssociationHandler;
import org.turnstile.dicom.association.Ending;
import org.turnstile.dicom.association.Reading;
import org.turnstile.dicom.association.RequestorUser;
import org.turnstile.dicom.association.negotiation.AcceptedContext;
import org.turnstile.dicom.association.negotiation.Negotiated;
import org.turnstile.dicom.dimse.command.CommandSet;
import org.turnstile.dicom.dimse.command.DimseFault;
import org.turnstile.dicom.dimse.message.DimseDecoder;
import org.turnstile.dicom.pdu.AAbort;
import org.turnstile.dicom.pdu.AAssociateAc;
import org.turnstile.dicom.pdu.PDataTf;
import org.turnstile.dicom.pdu.PresentationDataValue;

/**
 * The event loop's side of an association that we requested: completes the futures that the
 * caller's thread waits for.
 */
final class DimseRequestor implements RequestorUser, DimseDecoder.Sink {

    /**
     * An accepted association.
     *
     * @param handler takes the user's primitives, on the event loop
     * @param ac as received
     * @param negotiated what was agreed on
     */
    record Accepted(AssociationHandler handler, AAssociateAc ac, Negotiated negotiated) {}

    /** A request that waits for its responses. */
    private interface Pending {

        int messageId();

        /** A response, if there is a place for it; its data set follows where it says so. */
        boolean takes(CommandSet response);

        /** A fragment of its data set; answers whether it is still short enough. */
        default boolean takes(ByteBuf fragment, boolean last) {
            return true; // responses to C-STORE and C-ECHO have none; what a peer adds is of no use
        }

        /** Whether it has no room for more. */
        default boolean full() {
            return false;
        }

        void fail(AssociationException cause);
    }

    /** One that has a single response. */
    private record Single(int messageId, CompletableFuture<CommandSet> response)
            implements Pending {

        @Override
        public boolean takes(CommandSet command) {
            response.complete(command);
            return true;
        }

        @Override
        public void fail(AssociationException cause) {
            response.completeExceptionally(cause);
        }
    }

    /** A query. */
    private record Query(int messageId, MatchWindow window) implements Pending {

        @Override
        public boolean takes(CommandSet command) {
            Status status = ClientAssociation.status(command);
            if (window.ended() || (status.isPending() && !command.hasDataSet())) {
                return false;
            }
            if (status.isPending()) {
                window.begin(status);
            } else {
                window.end(command);
            }
            return true;
        }

        @Override
        public boolean takes(ByteBuf fragment, boolean last) {
            return window.add(fragment, last);
        }

        @Override
        public boolean full() {
            return window.full();
        }

        @Override
        public void fail(AssociationException cause) {
            window.fail(cause);
        }
    }

    private final CompletableFuture<Accepted> accepted = new CompletableFuture<>();
    private final CompletableFuture<Ending> ending = new CompletableFuture<>();
    private final AtomicReference<Pending> pending = new AtomicReference<>();
    private DimseDecoder decoder;
    private AssociationHandler handler;

    /** Completes when the peer has accepted, or fails with the reason why there is none. */
    CompletableFuture<Accepted> accepted() {
        return accepted;
    }

    /** Completes when the association, or the attempt at it, is over. */
    CompletableFuture<Ending> ending() {
        return ending;
    }

    /**
     * Announces a request, before it is sent.
     *
     * @return completes with its final response, or fails when the association ends
     */
    CompletableFuture<CommandSet> expect(int messageId) {
        Single next = new Single(messageId, new CompletableFuture<>());
        expect(next);
        return next.response();
    }

    /** Announces a query, before it is sent; its responses come through the window. */
    MatchWindow expectMatches(int messageId) {
        Query next = new Query(messageId, new MatchWindow(this::drained));
        expect(next);
        return next.window();
    }

    private void expect(Pending next) {
        pending.set(next);
        if (ending.isDone()) {
            next.fail(exception(ending.join()));
        }
    }

    private void drained() {
        handler.onLoop(this::updateReading);
    }

    private void updateReading() {
        Pending waiting = pending.get();
        boolean full = waiting != null && waiting.full();
        handler.reading(full ? Reading.PAUSED : Reading.WHILE_PEER_TAKES);
    }

    // ---- indications

    @Override
    public void established(AssociationHandler taker, AAssociateAc ac, Negotiated negotiated) {
        handler = taker;
        decoder = new DimseDecoder(negotiated.contexts(), this);
        accepted.complete(new Accepted(taker, ac, negotiated));
    }

    @Override
    public void data(PDataTf data) {
        try {
            for (PresentationDataValue value : data.values()) {
                decoder.decode(value);
            }
        } catch (DimseFault fault) {
            handler.invalid(fault.abort(), fault.getMessage());
            return;
        }
        updateReading();
    }

    /** The peer wants no more; so be it, whatever waits for a response fails. */
    @Override
    public void releaseIndication() {
        handler.releaseResponse();
    }

    @Override
    public void ended(Ending how) {
        ending.complete(how);
        accepted.completeExceptionally(exception(how));
        Pending waiting = pending.get();
        if (waiting != null) {
            waiting.fail(exception(how));
        }
    }

    @Override
    public boolean busy() {
        return true; // the caller's thread has its own time-outs
    }

    @Override
    public boolean awaitsPeer() {
        return false;
    }

    // ---- messages

    @Override
    public void command(AcceptedContext context, CommandSet command) throws DimseFault {
        Pending waiting = pending.get();
        boolean expected =
                waiting != null
                        && (command.commandField() & CommandSet.RESPONSE) != 0
                        && waiting.messageId() == command.messageId()
                        && command.status().isPresent()
                        && waiting.takes(command);
        if (!expected) {
            throw new DimseFault(
                    DimseDecoder.UNEXPECTED_PARAMETER,
                    String.format(
                            "command field: %04XH, message ID %d: answers nothing",
                            command.commandField(), command.messageId()));
        }
    }

    @Override
    public void dataSet(ByteBuf fragment, boolean last) throws DimseFault {
        Pending waiting = pending.get();
        if (waiting != null && !waiting.takes(fragment, last)) {
            throw new DimseFault(
                    AAbort.INVALID_PARAMETER,
                    "identifier: more than " + MatchWindow.MAX_MATCH + " bytes");
        }
    }

    private static AssociationException exception(Ending how) {
        return how instanceof Ending.Rejected rejected
                ? new AssociationRejectedException(rejected.rj())
                : new AssociationAbortedException(how);
    }
}
