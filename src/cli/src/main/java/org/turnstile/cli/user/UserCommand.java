/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.cli.user;

import org.turnstile.cli.common.Surroundings;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code turnstile user}: the users of a home folder. */
@Command(name = "user", description = "Administer the users of a home folder.")
public final class UserCommand implements Runnable {

    @Spec private CommandSpec command;

    private UserCommand() {}

    /** The command with its subcommands. */
    public static CommandLine create(Surroundings surroundings) {
        return new CommandLine(new UserCommand())
                .addSubcommand(new UserAdd(surroundings))
                .addSubcommand(new UserPasswd(surroundings))
                .addSubcommand(new UserRemove(surroundings))
                .addSubcommand(new UserList(surroundings))
                .addSubcommand(new UserUnlock(surroundings));
    }

    @Override
    public void run() {
        throw new ParameterException(command.commandLine(), "user: a command is missing");
    }
}
