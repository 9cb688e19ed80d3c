/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.cli.user;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.turnstile.cli.common.CommandFailedException;
import org.turnstile.cli.common.ExitCode;
import org.turnstile.cli.common.Surroundings;
import org.turnstile.jaas.passcode.UsersFileException;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** What the commands of {@code user} have in common: the home folder, and how they fail. */
abstract class UserSubcommand implements Callable<Integer> {

    private final Surroundings surroundings;

    @Mixin private HomeOption home;

    @Spec private CommandSpec command;

    UserSubcommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public final Integer call() throws CommandFailedException {
        try {
            run(home);
            return ExitCode.OK;
        } catch (UsersFileException e) {
            throw new CommandFailedException(ExitCode.FAILED, e.getMessage(), e);
        } catch (IllegalArgumentException e) {
            throw new CommandFailedException(ExitCode.USAGE, e.getMessage(), e);
        } catch (IOException e) {
            throw new CommandFailedException(ExitCode.NO_FILE, e.getMessage(), e);
        }
    }

    abstract void run(HomeOption home) throws CommandFailedException, IOException;

    Surroundings surroundings() {
        return surroundings;
    }

    PrintWriter out() {
        return command.commandLine().getOut();
    }
}
