/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.cli.dicom;

import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.util.concurrent.Callable;
import org.turnstile.api.Status;
import org.turnstile.api.UID;
import org.turnstile.api.data.Dataset;
import org.turnstile.cli.common.CommandFailedException;
import org.turnstile.cli.common.ExitCode;
import org.turnstile.cli.common.Surroundings;
import org.turnstile.cli.query.JsonLines;
import org.turnstile.cli.query.MatchPrinter;
import org.turnstile.cli.query.MatchTable;
import org.turnstile.cli.query.QueryKeys;
import org.turnstile.cli.query.QueryLevel;
import org.turnstile.dicom.dimse.client.ConnectOptions;
import org.turnstile.dicom.dimse.client.ConnectOptionsBuilder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code turnstile find}: queries a peer, as a user. */
@Command(
        name = "find",
        sortOptions = false,
        description = "Query a peer (C-FIND), as a user; Ctrl-C cancels.")
public final class FindCommand implements Callable<Integer> {

    private final Surroundings surroundings;

    @Mixin private PeerOptions peer;

    @Mixin private IdentityOptions user;

    @Mixin private FindOptions find;

    @Spec private CommandSpec command;

    /** A command in its surroundings. */
    public FindCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws CommandFailedException {
        peer.check();
        QueryLevel level = find.level();
        QueryKeys keys = find.keys(level);
        String sopClass = find.sopClass(level);
        Dataset identifier = identifier(keys, level);
        PrintWriter out = command.commandLine().getOut();
        MatchPrinter printer =
                find.json()
                        ? new JsonLines(out, Charset.defaultCharset())
                        : new MatchTable(out, keys.shown());
        FindRun run = new FindRun(printer, out, command.commandLine().getErr(), find.limit());
        Identity identity = user.read(surroundings, peer.host());
        try (CtrlC ctrlC = new CtrlC(run::stop);
                Dialogue dialogue = new Dialogue(identity)) {
            dialogue.open(options(sopClass, identity));
            sayAssociated(dialogue);
            requireAgreed(dialogue, sopClass);
            Status status = run.run(dialogue, sopClass, identifier);
            dialogue.release();
            if (!run.succeeded(status)) {
                throw new CommandFailedException(ExitCode.FAILED, FindStatus.words(status));
            }
            if (!find.json()) {
                out.println(run.counted() + " in " + peer.peer() + " as " + dialogue.who());
            }
        }
        return run.allShown() ? ExitCode.OK : ExitCode.FAILED;
    }

    private Dataset identifier(QueryKeys keys, QueryLevel level) {
        try {
            return keys.identifier(level);
        } catch (IllegalArgumentException e) {
            throw find.wrong("-k: " + e.getMessage());
        }
    }

    private ConnectOptions options(String sopClass, Identity identity)
            throws CommandFailedException {
        ConnectOptionsBuilder options =
                Dialogue.options(peer, identity)
                        .context(
                                sopClass,
                                UID.EXPLICIT_VR_LITTLE_ENDIAN,
                                UID.IMPLICIT_VR_LITTLE_ENDIAN);
        return find.relational() ? options.relational(sopClass).build() : options.build();
    }

    /** On standard error: what is on standard output are the matches. */
    private void sayAssociated(Dialogue dialogue) {
        if (peer.verbose()) {
            PrintWriter err = command.commandLine().getErr();
            err.println("Associated with " + peer.peer() + " as " + dialogue.who());
        }
    }

    private void requireAgreed(Dialogue dialogue, String sopClass) throws CommandFailedException {
        String why = "";
        if (!dialogue.accepts(sopClass)) {
            why = (sopClass.equals(UID.STUDY_ROOT_FIND) ? "Study" : "Patient") + " Root FIND";
        } else if (find.relational() && !dialogue.isRelational(sopClass)) {
            why = "--relational";
        }
        if (!why.isEmpty()) {
            dialogue.release();
            throw new CommandFailedException(
                    ExitCode.FAILED, peer.peer() + ": " + why + " is not accepted");
        }
    }
}
