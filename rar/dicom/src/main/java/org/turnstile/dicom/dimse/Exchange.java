/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.dicom.dimse;

import java.io.InputStream;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicBoolean;
import org.turnstile.api.Status;
import org.turnstile.dicom.association.negotiation.AcceptedContext;
import org.turnstile.dicom.dimse.command.CommandSet;

/** One request and its answer. */
final class Exchange implements DimseResponder {

    /** Takes the answer, from any thread. */
    interface Answers {
        void answer(Exchange exchange, Status status);
    }

    private final AcceptedContext context;
    private final CommandSet command;
    private final Optional<DataSetWindow> window;
    private final Answers answers;
    private final AtomicBoolean completed = new AtomicBoolean();

    Exchange(
            AcceptedContext context,
            CommandSet command,
            Optional<DataSetWindow> window,
            Answers answers) {
        this.context = context;
        this.command = command;
        this.window = window;
        this.answers = answers;
    }

    @Override
    public void complete(Status status) {
        if (completed.compareAndSet(false, true)) {
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

    InputStream dataSet() {
        return window.<InputStream>map(stream -> stream).orElseGet(InputStream::nullInputStream);
    }

    /** The response to the request (PS3.7 §9.3): what it names, echoed. */
    CommandSet response(Status status) {
        return new CommandSet(
                command.commandField() | CommandSet.RESPONSE,
                command.messageId(),
                command.affectedSopClass(),
                command.affectedSopInstance(),
                false,
                OptionalInt.of(status.code()),
                status.comment().isEmpty() ? Optional.empty() : Optional.of(status.comment()));
    }
}
