/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.dicom.dimse;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.stream.Stream;
import org.turnstile.api.Association;
import org.turnstile.api.Status;
import org.turnstile.dicom.association.AssociationHandler;
import org.turnstile.dicom.association.AssociationLimits;
import org.turnstile.dicom.association.AssociationObserver;
import org.turnstile.dicom.association.AssociationUser;
import org.turnstile.dicom.association.Ending;
import org.turnstile.dicom.association.PDataFrames;
import org.turnstile.dicom.association.Reading;
import org.turnstile.dicom.association.negotiation.AcceptedContext;
import org.turnstile.dicom.association.negotiation.Negotiated;
import org.turnstile.dicom.dimse.command.CommandSet;
import org.turnstile.dicom.dimse.command.CommandSetWriter;
import org.turnstile.dicom.dimse.command.DimseFault;
import org.turnstile.dicom.dimse.message.DimseDecoder;
import org.turnstile.dicom.pdu.AAbort;
import org.turnstile.dicom.pdu.PDataTf;
import org.turnstile.dicom.pdu.PresentationDataValue;

/**
 * Serves the requests of one accepted association, one at a time, and reads on while one runs until
 * a further complete request waits. On the event loop, but for {@link Exchange#complete}.
 */
final class DimseAcceptor implements AssociationUser, DimseDecoder.Sink, Exchange.Answers {

    /**
     * Requests that may wait. One was agreed on (53H is answered by 1), and reading stops at the
     * first; but a single read of 64 KiB can bring some 800 in addition, which is bad manners and
     * no fault. More come only in one P-DATA-TF made to that end.
     */
    private static final int MAX_WAITING = 1024;

    private static final int RESPONSE_ESTIMATE = 256;

    private final AssociationHandler handler;
    private final Association association;
    private final Negotiated negotiated;
    private final AssociationLimits limits;
    private final DimseService service;
    private final AssociationObserver observer;
    private final Runnable ended;
    private final DimseDecoder decoder;
    private final ResponseQueue.Signals signals = new OnLoop();
    private final Deque<Exchange> waiting = new ArrayDeque<>(1);
    private Optional<Exchange> running = Optional.empty();
    private Optional<DataSetWindow> receiving = Optional.empty();
    private boolean dispatching;
    private boolean releaseAsked;
    private boolean draining;
    private boolean over;

    DimseAcceptor(
            AssociationHandler handler,
            Association association,
            Negotiated negotiated,
            AssociationLimits limits,
            DimseService service,
            AssociationObserver observer,
            Runnable ended) {
        this.handler = handler;
        this.association = association;
        this.negotiated = negotiated;
        this.limits = limits;
        this.service = service;
        this.observer = observer;
        this.ended = ended;
        this.decoder = new DimseDecoder(negotiated.contexts(), this);
    }

    // ---- indications

    @Override
    public void data(PDataTf data) {
        try {
            for (PresentationDataValue value : data.values()) {
                if (over) {
                    return;
                }
                decoder.decode(value);
            }
        } catch (DimseFault fault) {
            handler.invalid(fault.abort(), fault.getMessage());
            return;
        }
        updateReading();
    }

    @Override
    public void releaseIndication() {
        boolean unfinished = running.isPresent() && decoder.midMessage();
        if (unfinished) {
            handler.invalid(AAbort.UNEXPECTED_PDU, "A-RELEASE-RQ inside a message");
            return;
        }
        if (open().anyMatch(exchange -> exchange.command().isQuery())) {
            handler.invalid(AAbort.UNEXPECTED_PDU, "A-RELEASE-RQ before the end of a query");
            return;
        }
        releaseAsked = true;
        settle();
    }

    @Override
    public void ended(Ending ending) {
        over = true;
        open().forEach(exchange -> exchange.lose(ending));
        waiting.clear();
        running = Optional.empty();
        receiving = Optional.empty();
        ended.run();
    }

    @Override
    public boolean busy() {
        return running.isPresent() || decoder.midMessage();
    }

    @Override
    public boolean awaitsPeer() {
        return decoder.midMessage();
    }

    @Override
    public void drain() {
        draining = true;
        settle();
    }

    /** The requests that have no final response yet. */
    private Stream<Exchange> open() {
        return Stream.concat(running.stream(), waiting.stream());
    }

    // ---- messages

    @Override
    public void command(AcceptedContext context, CommandSet command) throws DimseFault {
        if (command.commandField() == CommandSet.C_CANCEL_RQ) {
            receiving = Optional.empty();
            // of what has been answered already it means nothing (PS3.7 §9.3.2.3)
            open().filter(exchange -> exchange.command().messageId() == command.messageId())
                    .forEach(Exchange::cancel);
            return;
        }
        if ((command.commandField() & CommandSet.RESPONSE) != 0) {
            throw new DimseFault(
                    DimseDecoder.UNEXPECTED_PARAMETER,
                    String.format("command field: %04XH without request", command.commandField()));
        }
        if (waiting.size() >= MAX_WAITING) {
            throw new DimseFault(
                    DimseDecoder.UNEXPECTED_PARAMETER,
                    "requests under way: more than " + MAX_WAITING + ", agreed on were 1");
        }
        receiving =
                command.hasDataSet()
                        ? Optional.of(new DataSetWindow(limits.window(), this::drained))
                        : Optional.empty();
        waiting.add(new Exchange(context, command, receiving, matches(context, command), this));
        dispatch();
    }

    private Optional<Exchange.Matches> matches(AcceptedContext context, CommandSet command) {
        if (!command.isQuery()) {
            return Optional.empty();
        }
        ResponseEncoder encoder =
                new ResponseEncoder(
                        context,
                        negotiated.maximumLength(),
                        bytes(Exchange.response(command, Status.PENDING, true)),
                        bytes(Exchange.response(command, Status.PENDING_WARNING, true)));
        ResponseQueue queue = new ResponseQueue(ResponseQueue.CAPACITY, limits.write(), signals);
        return Optional.of(new Exchange.Matches(encoder, queue));
    }

    private static byte[] bytes(CommandSet set) {
        ByteBuf out = Unpooled.buffer(RESPONSE_ESTIMATE);
        CommandSetWriter.write(set, out);
        return ByteBufUtil.getBytes(out);
    }

    @Override
    public void dataSet(ByteBuf fragment, boolean last) {
        receiving.ifPresent(window -> window.add(fragment, last));
        if (last) {
            receiving = Optional.empty();
        }
    }

    private void dispatch() {
        if (dispatching) {
            return; // a service that answers at once comes back here
        }
        dispatching = true;
        try {
            while (mayBegin()) {
                Exchange next = waiting.remove();
                running = Optional.of(next);
                serve(next);
            }
        } finally {
            dispatching = false;
        }
        settle();
    }

    /** Nothing is begun while the peer leaves its answers: they would pile up. */
    private boolean mayBegin() {
        return running.isEmpty()
                && !waiting.isEmpty()
                && !over
                && !draining
                && handler.channel().isWritable();
    }

    private void serve(Exchange exchange) {
        CommandSet command = exchange.command();
        AcceptedContext context = exchange.context();
        if (!command.isServed()) {
            exchange.complete(Status.UNRECOGNIZED_OPERATION);
        } else if (!command.affectedSopClass().equals(Optional.of(context.abstractSyntax()))
                || !context.requestorIsScu()) {
            exchange.complete(Status.SOP_CLASS_NOT_SUPPORTED);
        } else {
            DimseRequest request =
                    new DimseRequest(
                            association,
                            command,
                            context.abstractSyntax(),
                            context.transferSyntax(),
                            relational(context.abstractSyntax()),
                            exchange.dataSet());
            try {
                service.onRequest(request, exchange);
            } catch (RuntimeException e) {
                observer.failed(association.id(), e);
                exchange.complete(Status.PROCESSING_FAILURE);
            }
        }
    }

    private boolean relational(String sopClass) {
        return negotiated.extended(sopClass).map(QueryOptions::isRelational).orElse(false);
    }

    // ---- answers

    @Override
    public void writable() {
        push();
        dispatch();
        updateReading();
    }

    /** Sends what waits of the running query, if the peer takes it. */
    private void push() {
        if (!over && handler.open() && handler.channel().isWritable()) {
            running.flatMap(Exchange::queue)
                    .flatMap(queue -> queue.takeAll(handler.channel().alloc()))
                    .ifPresent(handler::data);
        }
    }

    @Override
    public void answer(Exchange exchange, Status status) {
        // if the loop is gone so is the association, and nobody waits for the answer
        handler.onLoop(() -> answered(exchange, status));
    }

    private void answered(Exchange exchange, Status status) {
        if (over) {
            return;
        }
        exchange.window().ifPresent(DataSetWindow::skip);
        running = Optional.empty();
        if (handler.open()) {
            ByteBuf last = encode(exchange.context(), exchange.last(status));
            handler.data(
                    exchange.queue()
                            .flatMap(queue -> queue.takeAll(handler.channel().alloc()))
                            .map(rest -> Unpooled.wrappedBuffer(rest, last))
                            .orElse(last));
        }
        dispatch();
        updateReading();
    }

    private ByteBuf encode(AcceptedContext context, CommandSet response) {
        ByteBuf set = handler.channel().alloc().buffer(RESPONSE_ESTIMATE);
        try {
            CommandSetWriter.write(response, set);
            return PDataFrames.command(
                    handler.channel().alloc(), context.id(), set, negotiated.maximumLength());
        } finally {
            set.release();
        }
    }

    /** Where nothing is under way any more, does what had to wait for it. */
    private void settle() {
        if (over || running.isPresent()) {
            return;
        }
        if (draining) {
            handler.shutDown("the server is stopping");
        } else if (releaseAsked && waiting.isEmpty()) {
            releaseAsked = false;
            handler.releaseResponse();
        }
    }

    // ---- reading

    private void drained() {
        handler.onLoop(this::updateReading);
    }

    private void updateReading() {
        if (over) {
            return;
        }
        boolean full = receiving.map(DataSetWindow::full).orElse(false);
        if (full || !waiting.isEmpty()) {
            handler.reading(Reading.PAUSED);
        } else {
            handler.reading(running.isPresent() ? Reading.ON : Reading.WHILE_PEER_TAKES);
        }
    }

    /** What a query's thread asks for, done on the event loop. */
    private final class OnLoop implements ResponseQueue.Signals {

        @Override
        public void ready() {
            handler.onLoop(DimseAcceptor.this::push);
        }

        @Override
        public void tooSlow(String why) {
            handler.onLoop(() -> handler.cut(why));
        }
    }
}
