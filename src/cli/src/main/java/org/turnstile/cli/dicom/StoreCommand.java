/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.cli.dicom;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.turnstile.cli.common.CommandFailedException;
import org.turnstile.cli.common.ExitCode;
import org.turnstile.cli.common.Surroundings;
import org.turnstile.cli.part10.Part10Scanner;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code turnstile store}: sends DICOM files to a peer on one association. */
@Command(
        name = "store",
        sortOptions = false,
        description = "Send DICOM files to a peer (C-STORE), as a user.")
public final class StoreCommand implements Callable<Integer> {

    private final Surroundings surroundings;

    @Mixin private PeerOptions peer;

    @Mixin private IdentityOptions user;

    @Parameters(
            index = "2..*",
            arity = "1..*",
            paramLabel = "FILE|DIR",
            description =
                    "DICOM files (PS3.10), and folders that are searched for them; a DICOMDIR in"
                            + " a folder is left out.")
    private List<Path> paths;

    @Spec private CommandSpec command;

    /** A command in its surroundings. */
    public StoreCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws CommandFailedException {
        peer.check();
        PrintWriter out = command.commandLine().getOut();
        Identity identity = user.read(surroundings.stdin());
        try (Dialogue dialogue = new Dialogue(identity)) {
            StoreReport report =
                    new StoreReport(out, command.commandLine().getErr(), peer.verbose());
            Part10Scanner scanner = new Part10Scanner(report::failed);
            paths.forEach(scanner::scan);
            StoreContexts contexts = new StoreContexts(scanner.files(), report);
            if (!contexts.files().isEmpty()) {
                dialogue.open(contexts.addTo(Dialogue.options(peer, identity)).build());
                new StoreRun(dialogue, report).send(contexts.files());
                report.summary(peer.peer() + " as " + dialogue.who());
            } else {
                report.summary(peer.peer());
            }
            return report.allStored() ? ExitCode.OK : ExitCode.FAILED;
        }
    }
}
