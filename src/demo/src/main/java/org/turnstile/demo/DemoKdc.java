/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.demo;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * The demo's key distribution centre: a child process, which ends when its standard input does, and
 * so with this process however that ends.
 */
final class DemoKdc {

    private static final Duration START = Duration.ofSeconds(60);
    private static final int POLL_MILLIS = 100;
    private static final String MAIN = "org.turnstile.eua.kdc.Main";

    private final Path home;
    private final int port;
    private final String classPath;

    DemoKdc(Path home, int port, String classPath) {
        this.home = home;
        this.port = port;
        this.classPath = classPath;
    }

    /** What clients are configured with; it is there once the centre listens. */
    Path krb5Conf() {
        return home.resolve("krb5.conf");
    }

    /** Starts it, and waits until it listens and the keytab and {@code krb5.conf} are written. */
    Process start() throws IOException, DemoException, InterruptedException {
        Files.deleteIfExists(krb5Conf());
        Path log = home.resolve("kdc.log");
        Process kdc =
                new ProcessBuilder(command())
                        .redirectErrorStream(true)
                        .redirectOutput(log.toFile())
                        .start();
        try {
            tell(kdc);
            await(kdc, log);
            return kdc;
        } catch (IOException | DemoException | InterruptedException e) {
            kdc.destroy();
            throw e;
        }
    }

    private List<String> command() {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx64m",
                "-cp",
                classPath,
                MAIN,
                "--home",
                home.toString(),
                "--port",
                Integer.toString(port),
                "--service",
                "dicom/localhost");
    }

    /** The stream stays open: it is what the centre lives by. */
    private static void tell(Process kdc) throws IOException {
        Writer accounts = new OutputStreamWriter(kdc.getOutputStream(), StandardCharsets.UTF_8);
        for (DemoAccount account : DemoAccount.all()) {
            accounts.write(account.name() + " " + account.passcode() + "\n");
        }
        accounts.write("\n");
        accounts.flush();
    }

    private void await(Process kdc, Path log) throws DemoException, InterruptedException {
        long end = System.nanoTime() + START.toNanos();
        while (!Files.exists(krb5Conf())) {
            if (!kdc.isAlive() || System.nanoTime() > end) {
                throw new DemoException("The key distribution centre did not start; see " + log);
            }
            Thread.sleep(POLL_MILLIS);
        }
    }
}
