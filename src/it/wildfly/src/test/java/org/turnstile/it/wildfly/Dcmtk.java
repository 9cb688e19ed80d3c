/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.it.wildfly;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.turnstile.testkit.peer.Peers;

/** The tools of DCMTK, if they are installed. */
final class Dcmtk {

    private Dcmtk() {}

    /** Fails the test, or has it skipped, if a tool is missing; the build says which of the two. */
    static void require(String... tools) {
        for (String tool : tools) {
            Peers.require(tool);
        }
    }

    static Commands.Result run(String... command) throws IOException, InterruptedException {
        return Commands.run(Path.of(System.getProperty("java.io.tmpdir")), command);
    }

    /** {@code storescu} as a user with the right passcode, who asks for a response. */
    static Commands.Result storescu(int port, String user, String passcode, Path file)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("storescu", "-v", "-rsp"));
        command.addAll(List.of("-usr", user, "-pwd", passcode));
        command.addAll(List.of("-aec", "TURNSTILE", "localhost", Integer.toString(port)));
        command.add(file.toString());
        return run(command.toArray(String[]::new));
    }
}
