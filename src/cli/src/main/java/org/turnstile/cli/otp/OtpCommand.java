/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.cli.otp;

import java.security.SecureRandom;
import org.turnstile.cli.common.Surroundings;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code turnstile otp}: users with one-time passcodes. */
@Command(name = "otp", description = "Administer one-time passcodes.")
public final class OtpCommand implements Runnable {

    @Spec private CommandSpec command;

    private OtpCommand() {}

    /** The command with its subcommands. */
    public static CommandLine create(Surroundings surroundings) {
        SecureRandom random = new SecureRandom();
        return new CommandLine(new OtpCommand())
                .addSubcommand(new OtpEnrol(surroundings, random))
                .addSubcommand(new OtpReset(surroundings, random))
                .addSubcommand(new OtpChallenge(surroundings))
                .addSubcommand(new OtpRemove(surroundings))
                .addSubcommand(new OtpList(surroundings));
    }

    @Override
    public void run() {
        throw new ParameterException(command.commandLine(), "otp: a command is missing");
    }
}
