/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.cli.access;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.turnstile.cli.common.CommandFailedException;
import org.turnstile.cli.common.ExitCode;
import org.turnstile.cli.common.Printable;
import org.turnstile.cli.common.Surroundings;
import org.turnstile.cli.user.HomeOption;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** What the commands that edit the file have in common: where it is, and how they fail. */
abstract class AccessSubcommand implements Callable<Integer> {

    private final Surroundings surroundings;

    @Mixin private HomeOption home;

    @Spec private CommandSpec command;

    AccessSubcommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public final Integer call() throws CommandFailedException {
        RuleFile file = new RuleFile(home.folder(surroundings).resolve("access"));
        try {
            run(file);
            return ExitCode.OK;
        } catch (IllegalArgumentException e) {
            throw new CommandFailedException(ExitCode.USAGE, e.getMessage(), e);
        } catch (IOException e) {
            throw new CommandFailedException(ExitCode.NO_FILE, e.getMessage(), e);
        }
    }

    abstract void run(RuleFile file) throws CommandFailedException, IOException;

    void say(String line) {
        out().println(Printable.of(line));
    }

    PrintWriter out() {
        return command.commandLine().getOut();
    }
}
