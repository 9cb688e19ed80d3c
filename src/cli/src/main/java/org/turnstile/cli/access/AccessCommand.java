/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.cli.access;

import org.turnstile.cli.common.Surroundings;
import org.turnstile.cli.dicom.ExplainCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code turnstile access}: who sees what. */
@Command(name = "access", description = "Edit and explain who sees which studies.")
public final class AccessCommand implements Runnable {

    @Spec private CommandSpec command;

    private AccessCommand() {}

    /** The command with its subcommands. */
    public static CommandLine create(Surroundings surroundings) {
        return new CommandLine(new AccessCommand())
                .addSubcommand(new AccessGrant(surroundings))
                .addSubcommand(new AccessRevoke(surroundings))
                .addSubcommand(new AccessList(surroundings))
                .addSubcommand(new ExplainCommand(surroundings));
    }

    @Override
    public void run() {
        throw new ParameterException(command.commandLine(), "access: a command is missing");
    }
}
