/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.cli.otp;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.turnstile.cli.common.CommandFailedException;
import org.turnstile.cli.common.ExitCode;
import org.turnstile.cli.common.Surroundings;
import org.turnstile.jaas.otp.store.OtpStore;
import org.turnstile.jaas.otp.store.OtpStoreException;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** What the commands of {@code otp} have in common: the store, and how they fail. */
abstract class OtpSubcommand implements Callable<Integer> {

    private final Surroundings surroundings;

    @Mixin private StoreOptions options;

    @Spec private CommandSpec command;

    OtpSubcommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public final Integer call() throws CommandFailedException {
        try {
            run(options.open(surroundings));
            return ExitCode.OK;
        } catch (IllegalArgumentException e) {
            throw new CommandFailedException(ExitCode.USAGE, e.getMessage(), e);
        } catch (OtpStoreException e) {
            throw new CommandFailedException(ExitCode.NO_FILE, e.getMessage(), e);
        }
    }

    abstract void run(OtpStore store) throws CommandFailedException, OtpStoreException;

    static CommandFailedException unknown(String name) {
        return new CommandFailedException(
                ExitCode.FAILED, "there is no user '" + name + "' with one-time passcodes");
    }

    Surroundings surroundings() {
        return surroundings;
    }

    PrintWriter out() {
        return command.commandLine().getOut();
    }
}
