/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.cli.otp;

import java.util.Arrays;
import org.turnstile.cli.common.CommandFailedException;
import org.turnstile.cli.common.ExitCode;
import org.turnstile.cli.common.Secrets;
import org.turnstile.cli.common.Surroundings;
import picocli.CommandLine.Option;

/** Where the pass-phrase of a chain comes from. */
final class PassPhraseOption {

    @Option(
            names = "--password-file",
            paramLabel = "FILE",
            description =
                    "File with the pass-phrase of a chain in its one line; - is standard input."
                            + " Without it the pass-phrase is asked for, without echo.")
    private String file;

    /** Reads or asks once. The caller wipes it. */
    byte[] read(String user, Surroundings surroundings) throws CommandFailedException {
        if (file != null) {
            return Secrets.line(file, surroundings.stdin());
        }
        char[] typed = answer("Pass-phrase of " + user + ": ", surroundings);
        try {
            return ascii(typed);
        } finally {
            Secrets.wipe(typed);
        }
    }

    /** Reads, or asks twice. The caller wipes it. */
    byte[] readNew(String user, Surroundings surroundings) throws CommandFailedException {
        byte[] first = read(user, surroundings);
        if (file != null) {
            return first;
        }
        char[] typed = answer("Once more: ", surroundings);
        byte[] second = {};
        try {
            second = ascii(typed);
            if (Arrays.equals(first, second)) {
                return first.clone();
            }
            throw new CommandFailedException(
                    ExitCode.FAILED, "the two pass-phrases are not the same");
        } finally {
            Secrets.wipe(typed);
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
                                        "no terminal to ask for the pass-phrase at; use"
                                                + " --password-file"));
    }

    /** Calculators do not agree on anything else. */
    private static byte[] ascii(char[] chars) throws CommandFailedException {
        byte[] bytes = new byte[chars.length];
        for (int i = 0; i < chars.length; i++) {
            if (chars[i] > '~') {
                Secrets.wipe(bytes);
                throw new CommandFailedException(
                        ExitCode.FAILED, "the pass-phrase has other characters than ASCII");
            }
            bytes[i] = (byte) chars[i];
        }
        return bytes;
    }
}
