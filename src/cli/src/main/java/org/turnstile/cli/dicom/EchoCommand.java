/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.cli.dicom;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.turnstile.api.Status;
import org.turnstile.api.UID;
import org.turnstile.cli.common.CommandFailedException;
import org.turnstile.cli.common.ExitCode;
import org.turnstile.cli.common.Surroundings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code turnstile echo}: asks a peer whether it answers, and as whom it takes us. */
@Command(
        name = "echo",
        sortOptions = false,
        description = "Verify that a peer answers (C-ECHO), as a user.")
public final class EchoCommand implements Callable<Integer> {

    private final Surroundings surroundings;

    @Mixin private PeerOptions peer;

    @Mixin private IdentityOptions user;

    @Spec private CommandSpec command;

    /** A command in its surroundings. */
    public EchoCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws CommandFailedException {
        peer.check();
        PrintWriter out = command.commandLine().getOut();
        Identity identity = user.read(surroundings, peer.host());
        try (Dialogue dialogue = new Dialogue(identity)) {
            dialogue.open(
                    Dialogue.options(peer, identity)
                            .context(UID.VERIFICATION, UID.IMPLICIT_VR_LITTLE_ENDIAN)
                            .build());
            if (peer.verbose()) {
                out.println("Associated with " + peer.peer() + " as " + dialogue.who());
            }
            if (!dialogue.accepts(UID.VERIFICATION, UID.IMPLICIT_VR_LITTLE_ENDIAN)) {
                throw failed(dialogue, "Verification is not accepted");
            }
            long began = System.nanoTime();
            Status status = dialogue.echo();
            long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began);
            if (!status.isSuccess()) {
                throw failed(dialogue, "status " + status);
            }
            out.printf("Echo from %s as %s, %d ms%n", peer.peer(), dialogue.who(), millis);
            dialogue.release();
            return ExitCode.OK;
        }
    }

    private CommandFailedException failed(Dialogue dialogue, String why)
            throws CommandFailedException {
        dialogue.release();
        return new CommandFailedException(ExitCode.FAILED, peer.peer() + ": " + why);
    }
}
