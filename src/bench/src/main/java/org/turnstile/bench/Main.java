/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.bench;

import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The load generator. Prints a line {@code name=value} for each figure. */
@Command(
        name = "turnstile-bench",
        description = "Puts load on an SCP and prints what it did, a line name=value each.",
        mixinStandardHelpOptions = true,
        subcommands = {
            AssociateCommand.class,
            EchoCommand.class,
            IdleCommand.class,
            StoreCommand.class,
            DiskCommand.class,
            FindCommand.class,
            GrantedCommand.class
        })
public final class Main {

    private Main() {}

    /**
     * Exit status 0; 1 if the SCP did not do as asked; 2 if the options are wrong.
     *
     * @param args subcommand, options, host and port
     */
    public static void main(String[] args) {
        System.exit(commandLine().execute(args));
    }

    static int run(PrintWriter out, PrintWriter err, String... args) {
        return commandLine().setOut(out).setErr(err).execute(args);
    }

    private static CommandLine commandLine() {
        return new CommandLine(new Main())
                .setExecutionExceptionHandler(
                        (failure, command, parsed) -> {
                            String said = failure.getMessage();
                            command.getErr().println(said == null ? failure.toString() : said);
                            return CommandLine.ExitCode.SOFTWARE;
                        });
    }
}
