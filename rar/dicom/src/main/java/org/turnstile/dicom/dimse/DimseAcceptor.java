/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.dicom.dimse;

import io.netty.buffer.ByteBuf;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.turnstile.api.Association;
import org.turnstile.api.Status;
import org.turnstile.dicom.association.AssociationHandler;
import org.turnstile.dicom.association.AssociationLimits;
import org.turnstile.dicom.association.AssociationObserver;
import org.turnstile.dicom.association.AssociationUser;
import org.turnstile.dicom.association.Ending;
import org.turnstile.dicom.association.PDataFrames;
import org.turnstile.dicom.association.negotiation.AcceptedContext;
import org.turnstile.dicom.association.negotiation.Negotiated;
import org.turnstile.dicom.dimse.command.CommandSet;
import org.turnstile.dicom.dimse.command.CommandSetWriter;
import org.turnstile.dicom.dimse.command.DimseFault;
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
        releaseAsked = true;
        settle();
    }

    @Override
    public void ended(Ending ending) {
        over = true;
        running.ifPresent(exchange -> lose(exchange, ending));
        waiting.forEach(exchange -> lose(exchange, ending));
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

    private static void lose(Exchange exchange, Ending ending) {
        exchange.window().ifPresent(window -> window.lose(ending.text()));
    }

    // ---- messages

    @Override
    public void command(AcceptedContext context, CommandSet command) throws DimseFault {
        if (command.commandField() == CommandSet.C_CANCEL_RQ) {
            receiving = Optional.empty();
            return; // of what has been answered already, or cannot be cancelled
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
        waiting.add(new Exchange(context, command, receiving, this));
        dispatch();
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
            while (running.isEmpty() && !waiting.isEmpty() && !over && !draining) {
                Exchange next = waiting.remove();
                running = Optional.of(next);
                serve(next);
            }
        } finally {
            dispatching = false;
        }
        settle();
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
                            exchange.dataSet());
            try {
                service.onRequest(request, exchange);
            } catch (RuntimeException e) {
                observer.failed(association.id(), e);
                exchange.complete(Status.PROCESSING_FAILURE);
            }
        }
    }

    // ---- answers

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
            handler.data(encode(exchange, status));
        }
        dispatch();
        updateReading();
    }

    private ByteBuf encode(Exchange exchange, Status status) {
        ByteBuf set = handler.channel().alloc().buffer(RESPONSE_ESTIMATE);
        try {
            CommandSetWriter.write(exchange.response(status), set);
            return PDataFrames.command(
                    handler.channel().alloc(),
                    exchange.context().id(),
                    set,
                    negotiated.maximumLength());
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
        if (!over) {
            boolean full = receiving.map(DataSetWindow::full).orElse(false);
            handler.pauseReading(full || !waiting.isEmpty());
        }
    }
}
