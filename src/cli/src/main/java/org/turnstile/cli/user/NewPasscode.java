/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.cli.user;

import java.util.Arrays;
import org.turnstile.cli.common.CommandFailedException;
import org.turnstile.cli.common.ExitCode;
import org.turnstile.cli.common.Secrets;
import org.turnstile.cli.common.Surroundings;
import picocli.CommandLine.Option;

/** Where a new passcode comes from. */
final class NewPasscode {

    @Option(
            names = "--password-file",
            paramLabel = "FILE",
            description =
                    "File with the passcode in its one line; - is standard input. Without it the"
                            + " passcode is asked for, twice and without echo.")
    private String file;

    /** Reads or asks; UTF-8, as a peer will send it. The caller wipes it. */
    byte[] read(String user, Surroundings surroundings) throws CommandFailedException {
        byte[] passcode =
                file == null ? ask(user, surroundings) : Secrets.line(file, surroundings.stdin());
        if (passcode.length == 0) {
            throw new CommandFailedException(ExitCode.FAILED, "the passcode is empty");
        }
        return passcode;
    }

    private static byte[] ask(String user, Surroundings surroundings)
            throws CommandFailedException {
        char[] first = answer("Passcode for " + user + ": ", surroundings);
        char[] second = {};
        try {
            second = answer("Once more: ", surroundings);
            if (!Arrays.equals(first, second)) {
                throw new CommandFailedException(
                        ExitCode.FAILED, "the two passcodes are not the same");
            }
            return Secrets.utf8(first);
        } finally {
            Secrets.wipe(first);
            Secrets.wipe(second);
        }
    }

    private static char[] answer(String prompt, Surroundings surroundings)
            throws CommandFailedException {
        return surroundings
                .prompt()
                .apply(prompt)
                .orElseThrow(
                        () ->
                                new CommandFailedException(
                                        ExitCode.USAGE,
                                        "no terminal to ask for the passcode at; use"
                                                + " --password-file"));
    }
}
