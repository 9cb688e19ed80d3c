/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.cli.dicom;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.turnstile.cli.common.CommandFailedException;
import org.turnstile.cli.common.ExitCode;
import org.turnstile.cli.common.Surroundings;
import org.turnstile.cli.part10.Part10File;
import org.turnstile.cli.part10.Part10Scanner;
import org.turnstile.dicom.dimse.client.ConnectOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code turnstile store}: sends DICOM files to a peer. */
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
                    "DICOM files (PS3.10), and folders that are searched for them; what else is in"
                            + " a folder, and a DICOMDIR, is left out.")
    private List<Path> paths;

    @Spec private CommandSpec command;

    /** A command in its surroundings. */
    public StoreCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws CommandFailedException {
        peer.check();
        PrintWriter err = command.commandLine().getErr();
        StoreReport report = new StoreReport(command.commandLine().getOut(), err, peer.verbose());
        Identity identity = user.read(surroundings, peer.host());
        try (Dialogue dialogue = new Dialogue(identity)) {
            Part10Scanner scanner = new Part10Scanner(report);
            paths.forEach(scanner::scan);
            List<Part10File> files = scanner.files();
            if (surroundings.terminal()) {
                long bytes = files.stream().mapToLong(Part10File::size).sum();
                report.show(new ProgressBar(err, System::nanoTime, files.size(), bytes));
            }
            long began = System.nanoTime();
            new StoreRun(dialogue, batch -> options(batch, identity), report)
                    .send(StoreBatch.of(files));
            double seconds = (System.nanoTime() - began) / 1e9;
            String who = files.isEmpty() ? "" : " as " + dialogue.who();
            report.summary(peer.peer() + who, seconds);
        }
        return report.allStored() ? ExitCode.OK : ExitCode.FAILED;
    }

    private ConnectOptions options(StoreBatch batch, Identity identity)
            throws CommandFailedException {
        return batch.addTo(Dialogue.options(peer, identity)).build();
    }
}
