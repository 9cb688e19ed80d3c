/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.cli;

import org.turnstile.cli.access.AccessCommand;
import org.turnstile.cli.common.CommandFailedException;
import org.turnstile.cli.common.Printable;
import org.turnstile.cli.common.Surroundings;
import org.turnstile.cli.dicom.EchoCommand;
import org.turnstile.cli.dicom.FindCommand;
import org.turnstile.cli.dicom.StoreCommand;
import org.turnstile.cli.kerberos.TicketCommand;
import org.turnstile.cli.otp.OtpCommand;
import org.turnstile.cli.user.UserCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** {@code turnstile}: all commands, and how failures reach the person at the terminal. */
@Command(
        name = "turnstile",
        mixinStandardHelpOptions = true,
        scope = ScopeType.INHERIT,
        description = "DICOM with a user's identity, and the users of a Turnstile home folder.",
        versionProvider = TurnstileCommand.Version.class,
        exitCodeListHeading = "Exit status:%n",
        exitCodeList = {
            "0:all went well",
            "1:rejected, aborted, not confirmed, or something could not be done",
            "2:wrong command line",
            "3:no connection",
            "4:a file cannot be read or written"
        })
public final class TurnstileCommand implements Runnable {

    @Spec private CommandSpec command;

    private TurnstileCommand() {}

    /** The command line with all its commands. */
    public static CommandLine create(Surroundings surroundings) {
        CommandLine line =
                new CommandLine(new TurnstileCommand())
                        .addSubcommand(new EchoCommand(surroundings))
                        .addSubcommand(new FindCommand(surroundings))
                        .addSubcommand(new StoreCommand(surroundings))
                        .addSubcommand(new TicketCommand(surroundings))
                        .addSubcommand(UserCommand.create(surroundings))
                        .addSubcommand(OtpCommand.create(surroundings))
                        .addSubcommand(AccessCommand.create(surroundings));
        // DCMTK's options have one hyphen and several letters: -aet is not -a -e -t
        line.setPosixClusteredShortOptionsAllowed(false);
        // a name or passcode that begins with @ is not a file of arguments
        line.setExpandAtFiles(false);
        line.setUsageHelpAutoWidth(true);
        line.setExecutionExceptionHandler(TurnstileCommand::explain);
        return line;
    }

    @Override
    public void run() {
        throw new ParameterException(command.commandLine(), "a command is missing");
    }

    private static int explain(Exception e, CommandLine line, CommandLine.ParseResult parsed)
            throws Exception {
        if (!(e instanceof CommandFailedException failure)) {
            throw e;
        }
        String message = Printable.of(e.getMessage());
        line.getErr().println(line.getCommandSpec().qualifiedName() + ": " + message);
        return failure.exitCode();
    }

    /** The version that the build wrote into the jar. */
    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            String version = TurnstileCommand.class.getPackage().getImplementationVersion();
            return new String[] {"Turnstile " + (version == null ? "(unpacked)" : version)};
        }
    }
}
