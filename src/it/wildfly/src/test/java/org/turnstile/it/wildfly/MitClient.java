/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.it.wildfly;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.turnstile.testkit.peer.Peers;

/**
 * Somebody with MIT's tools, whose credential cache is a file in a given folder, and with a program
 * against MIT's library, which is compiled here.
 */
final class MitClient {

    private static final Path HEADER = Path.of("/usr/include/krb5.h");
    private static final Path SOURCE = Path.of("src/test/c/kerberos-peer.c").toAbsolutePath();
    private static final String PEER = "kerberos-peer";

    private final Path folder;
    private final Map<String, String> environment;

    /**
     * Compiles the program.
     *
     * @param configuration a {@code krb5.conf}
     */
    MitClient(Path configuration, Path folder) throws IOException, InterruptedException {
        this.folder = folder;
        this.environment =
                Map.of(
                        "KRB5_CONFIG",
                        configuration.toString(),
                        "KRB5CCNAME",
                        "FILE:" + folder.resolve("cache"));
        List<String> gcc = List.of("gcc", "-std=c11", "-Wall", "-Wextra", "-Werror", "-o", PEER);
        List<String> command = new ArrayList<>(gcc);
        command.addAll(List.of(SOURCE.toString(), "-lgssapi_krb5", "-lkrb5"));
        run(command);
    }

    /** Skips the test, or fails it, where the tools or the library are not installed. */
    static void require() {
        for (String program : List.of("kinit", "kvno", "gcc")) {
            Peers.require(program);
        }
        Peers.requireFile(HEADER);
    }

    /** What names the configuration and the credential cache to programs. */
    Map<String, String> environment() {
        return environment;
    }

    /** Takes a ticket-granting ticket, as somebody does who types the passcode. */
    void kinit(String user, String passcode) throws IOException, InterruptedException {
        run(List.of("sh", "-c", "printf '%s\\n' \"$1\" | kinit \"$0\"", user, passcode));
    }

    /** Takes a ticket to a service and prints the number of its key. */
    String kvno(String service) throws IOException, InterruptedException {
        return run(List.of("kvno", service)).output();
    }

    /** Throws all tickets away. */
    void kdestroy() throws IOException, InterruptedException {
        run(List.of("kdestroy"));
    }

    /**
     * Has the library make a token.
     *
     * @param mode {@code raw}, with {@code subkey} and {@code checksum} behind it or not; {@code
     *     gss}; {@code spnego}
     * @param service with its realm
     */
    MitToken token(String service, String... mode) throws IOException {
        List<String> command = new ArrayList<>(List.of(folder.resolve(PEER).toString()));
        command.addAll(List.of(mode));
        command.add(service);
        return MitToken.of(command, environment, folder);
    }

    private Commands.Result run(List<String> command) throws IOException, InterruptedException {
        Commands.Result result = Commands.run(folder, environment, command);
        assertThat(result.status()).as(result.output()).isZero();
        return result;
    }
}
