/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.it.wildfly;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The program {@code turnstile} as it is shipped, with a ticket.
 *
 * @param port the server's
 * @param environment names {@code krb5.conf} and the credential cache
 */
record KerberosCommandLine(int port, Map<String, String> environment) {

    private static final Path FOLDER = Path.of(System.getProperty("turnstile.cli")).normalize();

    /** Runs a command that associates, its options given, with the server. */
    Commands.Result associate(String command, String... options)
            throws IOException, InterruptedException {
        return associate(command, List.of(options), List.of());
    }

    /** The same with what follows host and port. */
    Commands.Result associate(String command, List<String> options, List<String> rest)
            throws IOException, InterruptedException {
        List<String> arguments = new ArrayList<>(List.of(command, "-aec", "TURNSTILE"));
        arguments.addAll(List.of("--kerberos", "-rsp"));
        arguments.addAll(options);
        arguments.addAll(List.of("localhost", Integer.toString(port)));
        arguments.addAll(rest);
        return run(arguments.toArray(String[]::new));
    }

    /** Runs any command. */
    Commands.Result run(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("./turnstile"));
        command.addAll(List.of(arguments));
        return Commands.run(FOLDER, environment, command);
    }
}
