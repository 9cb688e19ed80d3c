/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.dicom.dimse;

import java.io.InputStream;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicBoolean;
import org.turnstile.api.AssociationLostException;
import org.turnstile.api.Status;
import org.turnstile.api.data.Dataset;
import org.turnstile.dicom.association.Ending;
import org.turnstile.dicom.association.negotiation.AcceptedContext;
import org.turnstile.dicom.dimse.command.CommandSet;

/** One request and its answers. */
final class Exchange implements DimseResponder {

    /** Takes the final answer, from any thread. */
    interface Answers {
        void answer(Exchange exchange, Status status);
    }

    private final AcceptedContext context;
    private final CommandSet command;
    private final Optional<DataSetWindow> window;
    private final Optional<Matches> matches;
    private final Answers answers;
    private final AtomicBoolean completed = new AtomicBoolean();

    /**
     * The side of a query.
     *
     * @param encoder makes its pending responses
     * @param queue takes them to the event loop
     */
    record Matches(ResponseEncoder encoder, ResponseQueue queue) {}

    Exchange(
            AcceptedContext context,
            CommandSet command,
            Optional<DataSetWindow> window,
            Optional<Matches> matches,
            Answers answers) {
        this.context = context;
        this.command = command;
        this.window = window;
        this.matches = matches;
        this.answers = answers;
    }

    @Override
    public void pending(Status status, Dataset dataset) throws AssociationLostException {
        if (!status.isPending()) {
            throw new IllegalArgumentException("status: " + status + " is not pending");
        }
        Matches query =
                matches.orElseThrow(
                        () ->
                                new IllegalStateException(
                                        String.format(
                                                "command field: %04XH has one response",
                                                command.commandField())));
        query.queue().put(query.encoder().encode(status, dataset));
    }

    @Override
    public boolean cancelled() {
        return queue().map(ResponseQueue::cancelled).orElse(false);
    }

    @Override
    public void complete(Status status) {
        if (completed.compareAndSet(false, true)) {
            queue().ifPresent(ResponseQueue::close);
            answers.answer(this, status);
        }
    }

    AcceptedContext context() {
        return context;
    }

    CommandSet command() {
        return command;
    }

    Optional<DataSetWindow> window() {
        return window;
    }

    Optional<ResponseQueue> queue() {
        return matches.map(Matches::queue);
    }

    InputStream dataSet() {
        return window.<InputStream>map(stream -> stream).orElseGet(InputStream::nullInputStream);
    }

    /** The peer wants no more of it. */
    void cancel() {
        queue().ifPresent(ResponseQueue::cancel);
    }

    /** The association has ended. */
    void lose(Ending ending) {
        window.ifPresent(stream -> stream.lose(ending.text()));
        queue().ifPresent(responses -> responses.lose(ending.text()));
    }

    /** The final response. */
    CommandSet last(Status given) {
        boolean incomplete = queue().map(ResponseQueue::withheld).orElse(false);
        return response(command, given.isSuccess() && incomplete ? Status.CANCELLED : given, false);
    }

    /** A response to a request (PS3.7 §9.3): what it names, echoed. */
    static CommandSet response(CommandSet command, Status status, boolean hasDataSet) {
        return new CommandSet(
                command.commandField() | CommandSet.RESPONSE,
                command.messageId(),
                command.affectedSopClass(),
                command.affectedSopInstance(),
                hasDataSet,
                OptionalInt.of(status.code()),
                status.comment().isEmpty() ? Optional.empty() : Optional.of(status.comment()));
    }
}
