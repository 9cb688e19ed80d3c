/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.it.wildfly;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.turnstile.testkit.peer.Peers;

/** MIT's {@code krb5kdc} of Debian's package, in a given folder and on a free port of loopback. */
final class MitKdc implements AutoCloseable {

    static final String REALM = "MIT.TURNSTILE.TEST";

    private static final Path SYSTEM_PROGRAMS = Path.of("/usr/sbin");
    private static final Duration START = Duration.ofSeconds(20);
    private static final int STOP_SECONDS = 20;

    /** AES with SHA-1, the kinds that Kerby knows too. */
    private static final String ETYPES = "aes256-cts-hmac-sha1-96:normal aes128-cts:normal";

    private static final String SERVER =
            """
            [kdcdefaults]
                kdc_listen = ""
                kdc_tcp_listen = 127.0.0.1:%1$d
            [realms]
                %2$s = {
                    database_name = %3$s/principal
                    key_stash_file = %3$s/stash
                    acl_file = %3$s/acl
                    supported_enctypes = %4$s
                }
            [logging]
                kdc = FILE:%3$s/kdc.log
            """;

    private final Path folder;
    private final int port;
    private final Process process;

    private MitKdc(Path folder, int port) throws IOException, InterruptedException {
        this.folder = folder;
        this.port = port;
        write("krb5.conf", Krb5Conf.text(REALM, port));
        write("kdc.conf", SERVER.formatted(port, REALM, folder, ETYPES));
        run("kdb5_util", "create", "-s", "-r", REALM, "-P", "master");
        process = serve();
    }

    /** Skips the test, or fails it, where MIT's server is not installed. */
    static void require() {
        for (String program : List.of("krb5kdc", "kdb5_util", "kadmin.local")) {
            program(program);
        }
    }

    /** Starts one with an empty database. */
    static MitKdc start(Path folder) throws IOException, InterruptedException {
        MitKdc kdc = new MitKdc(folder, Ports.free());
        await().atMost(START).until(() -> Ports.isOpen(kdc.port) || !kdc.process.isAlive());
        assertThat(kdc.process.isAlive()).as("%s", folder.resolve("kdc.log")).isTrue();
        return kdc;
    }

    private Process serve() throws IOException {
        ProcessBuilder builder =
                new ProcessBuilder(program("krb5kdc"), "-n", "-r", REALM)
                        .directory(folder.toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(folder.resolve("krb5kdc.out").toFile());
        builder.environment().putAll(environment());
        return builder.start();
    }

    /** What clients are configured by. */
    Path configuration() {
        return folder.resolve("krb5.conf");
    }

    /** Adds a user. */
    void addUser(String name, String passcode) throws IOException, InterruptedException {
        administer("addprinc -pw " + passcode + " " + name);
    }

    /** Adds a service with a random key. */
    void addService(String name) throws IOException, InterruptedException {
        administer("addprinc -randkey " + name);
    }

    /** Gives a service a new key, its number one higher, and adds it to a keytab. */
    void rotateInto(Path keytab, String service) throws IOException, InterruptedException {
        administer("ktadd -k " + keytab + " " + service);
    }

    /** Leaves only the newest key of a service in a keytab. */
    void removeOldKeys(Path keytab, String service) throws IOException, InterruptedException {
        administer("ktremove -k " + keytab + " " + service + " old");
    }

    private void administer(String query) throws IOException, InterruptedException {
        run("kadmin.local", "-r", REALM, "-q", query);
    }

    private void run(String program, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(program(program)));
        command.addAll(List.of(arguments));
        Commands.Result result = Commands.run(folder, environment(), command);
        // kadmin.local ends with status 0 whatever becomes of a query
        assertThat(result.output()).doesNotContainIgnoringCase("error", "while ");
        assertThat(result.status()).as(result.output()).isZero();
    }

    private Map<String, String> environment() {
        return Map.of(
                "KRB5_CONFIG",
                configuration().toString(),
                "KRB5_KDC_PROFILE",
                folder.resolve("kdc.conf").toString());
    }

    /** Debian has them where only root's PATH leads. */
    private static String program(String name) {
        Path system = SYSTEM_PROGRAMS.resolve(name);
        return Files.isExecutable(system) ? system.toString() : Peers.require(name);
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new AssertionError("krb5kdc did not stop within " + STOP_SECONDS + " s");
        }
    }
}
