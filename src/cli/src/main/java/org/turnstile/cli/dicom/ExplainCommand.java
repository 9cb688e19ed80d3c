/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.cli.dicom;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.turnstile.api.Status;
import org.turnstile.api.UID;
import org.turnstile.api.access.AccessExplanation;
import org.turnstile.api.data.Dataset;
import org.turnstile.cli.common.CommandFailedException;
import org.turnstile.cli.common.ExitCode;
import org.turnstile.cli.common.Surroundings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code turnstile access explain}: asks an archive why somebody sees a study or does not. */
@Command(
        name = "explain",
        sortOptions = false,
        description = "Ask an archive which rule shows a study to somebody, or why none does.")
public final class ExplainCommand implements Callable<Integer> {

    private final Surroundings surroundings;

    @Mixin private PeerOptions peer;

    @Mixin private IdentityOptions user;

    @Mixin private ExplainOptions asked;

    @Spec private CommandSpec command;

    /** A command in its surroundings. */
    public ExplainCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws CommandFailedException {
        peer.check();
        Dataset identifier = asked.identifier();
        PrintWriter out = command.commandLine().getOut();
        ExplanationPrinter printer = new ExplanationPrinter(out);
        Identity identity = user.read(surroundings, peer.host());
        try (Dialogue dialogue = new Dialogue(identity)) {
            dialogue.open(
                    Dialogue.options(peer, identity)
                            .context(AccessExplanation.SOP_CLASS, UID.EXPLICIT_VR_LITTLE_ENDIAN)
                            .build());
            if (!dialogue.accepts(AccessExplanation.SOP_CLASS)) {
                dialogue.release();
                throw new CommandFailedException(
                        ExitCode.FAILED, peer.peer() + ": Access Explanation is not accepted");
            }
            Status status =
                    dialogue.find(
                            AccessExplanation.SOP_CLASS,
                            identifier,
                            (pending, match) -> printer.print(match));
            dialogue.release();
            if (!status.isSuccess()) {
                throw new CommandFailedException(ExitCode.FAILED, FindStatus.words(status));
            }
        }
        if (printer.studies() == 0) {
            out.println("There is no such study.");
        }
        return ExitCode.OK;
    }
}
