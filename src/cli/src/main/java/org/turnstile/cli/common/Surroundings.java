/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.cli.common;

import java.io.Console;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * What a command finds around it.
 *
 * @param stdin standard input
 * @param prompt asks a person for a secret without echo; an empty answer means there is nobody to
 *     ask
 * @param environment environment variables
 * @param userHome home folder of the user
 * @param terminal whether a person watches the output, so that a line of it may be drawn anew
 */
public record Surroundings(
        InputStream stdin,
        Function<String, Optional<char[]>> prompt,
        Map<String, String> environment,
        Path userHome,
        boolean terminal) {

    /** Those of this process. */
    public static Surroundings ofProcess() {
        return new Surroundings(
                System.in,
                Surroundings::ask,
                System.getenv(),
                Path.of(System.getProperty("user.home")),
                isTerminal());
    }

    @SuppressWarnings("SystemConsoleNull") // as below
    private static boolean isTerminal() {
        return System.console() != null;
    }

    // from Java 22 on there is always a console; without a terminal it reads standard input then
    @SuppressWarnings("SystemConsoleNull")
    private static Optional<char[]> ask(String text) {
        Console console = System.console();
        return console == null
                ? Optional.empty()
                : Optional.ofNullable(console.readPassword("%s", text));
    }
}
