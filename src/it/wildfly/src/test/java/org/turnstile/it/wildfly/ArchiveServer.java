/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.it.wildfly;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.turnstile.it.scenarios.Home;

/**
 * A server with the archive deployed, as a process that a test may end as it likes. It starts with
 * the archive's folders as they are.
 */
final class ArchiveServer implements AutoCloseable {

    private static final Duration START = Duration.ofMinutes(3);
    private static final int KILL_SECONDS = 30;

    private final Server server;
    private final Home home;
    private RunningServer running;

    private ArchiveServer(Server server, Home home) {
        this.server = server;
        this.home = home;
    }

    /**
     * Prepares a new one, which is not started.
     *
     * @param settings further lines of {@code turnstile.properties}
     */
    static ArchiveServer create(String name, Optional<Postgres> postgres, String settings)
            throws IOException, InterruptedException {
        Server server = Server.create(name);
        server.runShipped("wildfly-install.cli");
        if (postgres.isPresent()) {
            server.usePostgres(postgres.get());
        }
        server.deployEar();
        Server.delete(server.home());
        Home home = Home.create(server.home(), Ports.free());
        String properties = Files.readString(server.home().resolve("turnstile.properties"));
        home.write("turnstile.properties", properties + settings);
        return new ArchiveServer(server, home);
    }

    Home home() {
        return home;
    }

    /** Starts it and waits until the port is open. */
    void start() throws IOException {
        start(List.of());
    }

    /** The same by another program, which becomes the server. */
    void start(List<String> before) throws IOException {
        running = server.start(before);
        await().atMost(START)
                .until(() -> Ports.isOpen(home.port()) || !running.process().isAlive());
        assertThat(running.process().isAlive()).as("%s", server.log()).isTrue();
    }

    /** Ends the process at once: SIGKILL. */
    void kill() throws InterruptedException {
        running.process().destroyForcibly();
        assertThat(running.process().waitFor(KILL_SECONDS, TimeUnit.SECONDS)).isTrue();
    }

    /** Whether a text is in the log of the running server. */
    boolean logged(String text) throws IOException {
        return server.logged(text);
    }

    @Override
    public void close() throws InterruptedException {
        if (running != null && running.process().isAlive()) {
            running.close();
        }
    }
}
