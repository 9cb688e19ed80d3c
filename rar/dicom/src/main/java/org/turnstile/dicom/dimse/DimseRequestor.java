/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.dicom.dimse;

import io.netty.buffer.ByteBuf;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import org.turnstile.dicom.association.AssociationHandler;
import org.turnstile.dicom.association.Ending;
import org.turnstile.dicom.association.RequestorUser;
import org.turnstile.dicom.association.negotiation.AcceptedContext;
import org.turnstile.dicom.association.negotiation.Negotiated;
import org.turnstile.dicom.dimse.command.CommandSet;
import org.turnstile.dicom.dimse.command.DimseFault;
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

    /** A request that waits for its response. */
    private record Pending(int messageId, CompletableFuture<CommandSet> response) {}

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
        Pending next = new Pending(messageId, new CompletableFuture<>());
        pending.set(next);
        if (ending.isDone()) {
            next.response().completeExceptionally(exception(ending.join()));
        }
        return next.response();
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
        }
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
            waiting.response().completeExceptionally(exception(how));
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
                (command.commandField() & CommandSet.RESPONSE) != 0
                        && waiting != null
                        && waiting.messageId() == command.messageId()
                        && command.status().isPresent();
        if (!expected) {
            throw new DimseFault(
                    DimseDecoder.UNEXPECTED_PARAMETER,
                    String.format(
                            "command field: %04XH, message ID %d: answers nothing",
                            command.commandField(), command.messageId()));
        }
        waiting.response().complete(command);
    }

    @Override
    public void dataSet(ByteBuf fragment, boolean last) {
        // responses to C-STORE and C-ECHO have none; what a peer adds is of no use
    }

    private static AssociationException exception(Ending how) {
        return how instanceof Ending.Rejected rejected
                ? new AssociationRejectedException(rejected.rj())
                : new AssociationAbortedException(how);
    }
}
