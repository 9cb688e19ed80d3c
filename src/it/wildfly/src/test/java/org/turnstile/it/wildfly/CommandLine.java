/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.it.wildfly;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.turnstile.it.scenarios.Home;

/** The program {@code turnstile} as it is shipped. */
final class CommandLine {

    private static final Path FOLDER = Path.of(System.getProperty("turnstile.cli")).normalize();

    private CommandLine() {}

    /** {@code turnstile find --json} for studies as a user with the right passcode. */
    static Commands.Result find(int port, String user, String... keys)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("./turnstile", "find", "-aec", "TURNSTILE"));
        command.addAll(List.of("--user", user, "--password", Home.passcode(user)));
        command.addAll(List.of("--level", "STUDY", "-k", "InstitutionName="));
        command.addAll(List.of(keys));
        command.addAll(List.of("--json", "localhost", Integer.toString(port)));
        return Commands.run(FOLDER, command.toArray(String[]::new));
    }

    /** The same of nobody. */
    static Commands.Result findAsNobody(int port) throws IOException, InterruptedException {
        return Commands.run(
                FOLDER,
                "./turnstile",
                "find",
                "-aec",
                "TURNSTILE",
                "--level",
                "STUDY",
                "-k",
                "PatientID=",
                "--json",
                "localhost",
                Integer.toString(port));
    }

    /** {@code turnstile store} of a folder as a user with the right passcode. */
    static Commands.Result store(int port, String user, Path folder)
            throws IOException, InterruptedException {
        return Commands.run(
                FOLDER,
                "./turnstile",
                "store",
                "-aec",
                "TURNSTILE",
                "--user",
                user,
                "--password",
                Home.passcode(user),
                "localhost",
                Integer.toString(port),
                folder.toString());
    }

    /**
     * {@code turnstile echo --otp} as a user who answers with that passcode, without a terminal.
     */
    static Commands.Result echoOneTime(int port, String user, String passcode, Path home)
            throws IOException, InterruptedException {
        String echo =
                ("echo '%s' | ./turnstile echo -aec TURNSTILE --user %s --otp --home '%s'"
                                + " -rsp localhost %d")
                        .formatted(passcode, user, home, port);
        return Commands.run(FOLDER, "sh", "-c", echo);
    }
}
