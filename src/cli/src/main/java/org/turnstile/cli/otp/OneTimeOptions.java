/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.cli.otp;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.turnstile.cli.common.CommandFailedException;
import org.turnstile.cli.common.ExitCode;
import org.turnstile.cli.common.Printable;
import org.turnstile.cli.common.Secrets;
import org.turnstile.cli.common.Surroundings;
import org.turnstile.cli.user.HomeOption;
import org.turnstile.jaas.otp.code.Challenge;
import org.turnstile.jaas.otp.store.ChainState;
import org.turnstile.jaas.otp.store.OtpFile;
import org.turnstile.jaas.otp.store.OtpStoreException;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options of a user who answers with one-time passcodes. */
public final class OneTimeOptions {

    @Option(
            names = "--otp",
            description = {
                "Ask for a one-time passcode of the user (identity type 2), once for each"
                        + " association, after the challenge if the home folder has it.",
                "Without a terminal it is the next line of standard input."
            })
    private boolean otp;

    @Mixin private HomeOption home;

    /** Whether passcodes are asked for. */
    public boolean isPresent() {
        return otp;
    }

    /** What is wrong with them, if anything. */
    public Optional<String> contradiction() {
        return home.isGiven() && !otp ? Optional.of("--home needs --otp") : Optional.empty();
    }

    /**
     * Asks once. The caller wipes the answer.
     *
     * @param err takes the challenge where there is no terminal to ask at
     */
    public byte[] ask(String user, Surroundings surroundings, PrintWriter err)
            throws CommandFailedException {
        Optional<String> challenge = challenge(user, surroundings, err).map(Challenge::toString);
        String before = challenge.map(shown -> shown + System.lineSeparator()).orElse("");
        Optional<char[]> typed =
                surroundings.prompt().apply(before + "One-time passcode of " + user + ": ");
        byte[] passcode;
        if (typed.isPresent()) {
            passcode = Secrets.utf8(typed.get());
        } else {
            challenge.ifPresent(err::println);
            passcode = Secrets.nextLine(surroundings.stdin());
        }
        if (passcode.length == 0) {
            throw new CommandFailedException(ExitCode.FAILED, "no one-time passcode was given");
        }
        return passcode;
    }

    /**
     * Empty where the home folder does not tell: the peer may keep its states anywhere, and the
     * user knows from a list or a calculator too.
     */
    private Optional<Challenge> challenge(String user, Surroundings surroundings, PrintWriter err)
            throws CommandFailedException {
        Optional<Path> states =
                home.ifThere(surroundings)
                        .map(folder -> folder.resolve(StoreOptions.FILE))
                        .filter(Files::exists);
        try {
            return states.isEmpty() ? Optional.empty() : challenge(user, states.get());
        } catch (OtpStoreException e) {
            err.println(Printable.of("note: the challenge is not known: " + e.getMessage()));
            return Optional.empty();
        }
    }

    private static Optional<Challenge> challenge(String user, Path states)
            throws OtpStoreException {
        return new OtpFile(states)
                .find(user)
                .filter(ChainState.class::isInstance)
                .map(ChainState.class::cast)
                .filter(chain -> !chain.exhausted())
                .flatMap(ChainState::challenge);
    }
}
