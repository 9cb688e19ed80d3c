/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.jaas.otp.store;

import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * A PostgreSQL of Debian's package on a free port, in a temporary folder, from the first test that
 * wants it to the end of the process. Each test has a schema of its own.
 */
final class Postgres {

    private static final Path INSTALLED = Path.of("/usr/lib/postgresql");
    private static final boolean ROOT = "root".equals(System.getProperty("user.name"));
    static final String OWNER = "postgres";

    private static final class Holder {
        static final Optional<Postgres> RUNNING = programs().map(Postgres::new);
    }

    private final AtomicInteger schemas = new AtomicInteger();
    private final Path programs;
    private final Path folder;
    private final int port;

    private Postgres(Path programs) {
        this.programs = programs;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
            folder = Files.createTempDirectory("turnstile-otp-postgres");
            if (ROOT) {
                run("chown", OWNER, folder.toString()); // it does not run as root
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        String data = folder.resolve("data").toString();
        as(OWNER, "initdb", "-D", data, "-U", OWNER, "-A", "trust", "-E", "UTF8", "--no-sync");
        String options =
                "-p %d -k %s -c listen_addresses=127.0.0.1 -c fsync=off".formatted(port, folder);
        String log = folder.resolve("log").toString();
        as(OWNER, "pg_ctl", "-D", data, "-w", "-l", log, "-o", options, "start");
        Runtime.getRuntime().addShutdownHook(new Thread(this::stop));
    }

    /**
     * A data source on a schema without tables; where there is no PostgreSQL, skips the test, or
     * fails it with {@code -Dturnstile.peers.required=true}.
     */
    static PGSimpleDataSource empty() throws SQLException {
        if (Holder.RUNNING.isEmpty()) {
            missing("PostgreSQL is not in " + INSTALLED + ": not tested on it");
        }
        Postgres server = Holder.RUNNING.orElseThrow();
        String schema = "t" + server.schemas.incrementAndGet();
        try (Connection connection = server.source().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE SCHEMA " + schema);
        }
        PGSimpleDataSource source = server.source();
        source.setCurrentSchema(schema);
        return source;
    }

    private static void missing(String what) {
        if (Boolean.getBoolean("turnstile.peers.required")) {
            fail(what);
        }
        assumeTrue(false, what);
    }

    private PGSimpleDataSource source() {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setServerNames(new String[] {"127.0.0.1"});
        source.setPortNumbers(new int[] {port});
        source.setDatabaseName(OWNER);
        source.setUser(OWNER);
        return source;
    }

    private static Optional<Path> programs() {
        if (!Files.isDirectory(INSTALLED)) {
            return Optional.empty();
        }
        try (Stream<Path> versions = Files.list(INSTALLED)) {
            return versions.map(v -> v.resolve("bin"))
                    .filter(bin -> Files.isExecutable(bin.resolve("initdb")))
                    .findFirst();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void stop() {
        String data = folder.resolve("data").toString();
        as(OWNER, "pg_ctl", "-D", data, "-m", "immediate", "stop");
        run("rm", "-r", folder.toString());
    }

    private void as(String user, String program, String... arguments) {
        List<String> command = new ArrayList<>();
        if (ROOT) {
            command.addAll(List.of("runuser", "-u", user, "--"));
        }
        command.add(programs.resolve(program).toString());
        command.addAll(List.of(arguments));
        run(command.toArray(String[]::new));
    }

    private static void run(String... command) {
        try {
            // not a pipe, which the server would keep open
            Path output = Files.createTempFile("turnstile-otp-postgres", ".out");
            Process process =
                    new ProcessBuilder(command)
                            .directory(output.getParent().toFile())
                            .redirectErrorStream(true)
                            .redirectOutput(output.toFile())
                            .start();
            if (!process.waitFor(60, TimeUnit.SECONDS) || process.exitValue() != 0) {
                throw new IllegalStateException(command[0] + ": " + Files.readString(output));
            }
            Files.delete(output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
