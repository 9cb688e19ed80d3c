/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.it.wildfly;

import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * PostgreSQL of Debian's package, in a folder of its own and on a free port of loopback, as the
 * user postgres where we are root.
 */
final class Postgres implements AutoCloseable {

    /** The one database in it. */
    static final String DATABASE = "turnstile";

    private static final Path INSTALLED = Path.of("/usr/lib/postgresql");
    private static final String OWNER = "postgres";

    private final Path programs;
    private final Path folder;
    private final int port;

    private Postgres(Path programs) throws IOException {
        this.programs = programs;
        this.folder = Files.createTempDirectory("turnstile-it-postgres");
        this.port = Ports.free();
    }

    /** Skips the test, or fails it, where there is no PostgreSQL. */
    static void require() {
        if (programs().isEmpty()) {
            String missing = "PostgreSQL is not in " + INSTALLED + ": not tested on it";
            if (Boolean.getBoolean("turnstile.peers.required")) {
                fail(missing);
            }
            assumeTrue(false, missing);
        }
    }

    /** Makes a cluster and starts it; nothing where there is no PostgreSQL. */
    static Optional<Postgres> create() throws IOException, InterruptedException {
        Optional<Path> programs = programs();
        if (programs.isEmpty()) {
            return Optional.empty();
        }
        Postgres postgres = new Postgres(programs.get());
        // a test that fails before it can close it must not leave it running
        Runtime.getRuntime().addShutdownHook(new Thread(postgres::end));
        postgres.initialize();
        return Optional.of(postgres);
    }

    private static Optional<Path> programs() {
        if (!Files.isDirectory(INSTALLED)) {
            return Optional.empty();
        }
        try (DirectoryStream<Path> versions = Files.newDirectoryStream(INSTALLED)) {
            for (Path version : versions) {
                Path programs = version.resolve("bin");
                if (Files.isExecutable(programs.resolve("initdb"))) {
                    return Optional.of(programs);
                }
            }
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void initialize() throws IOException, InterruptedException {
        if (isRoot()) {
            run(List.of("chown", OWNER, folder.toString()));
        }
        run("initdb", "-D", data(), "-U", OWNER, "-A", "trust", "-E", "UTF8", "--no-sync");
        start();
        run("createdb", "-h", "127.0.0.1", "-p", Integer.toString(port), "-U", OWNER, DATABASE);
    }

    /** Starts it. */
    void start() throws IOException, InterruptedException {
        String options =
                "-p %d -k %s -c listen_addresses=127.0.0.1 -c max_connections=100"
                        .formatted(port, folder);
        String log = folder.resolve("log").toString();
        run("pg_ctl", "-D", data(), "-w", "-l", log, "-o", options, "start");
    }

    /** Stops it, whoever is connected. */
    void stop() throws IOException, InterruptedException {
        run("pg_ctl", "-D", data(), "-w", "-m", "fast", "stop");
    }

    private void end() {
        try {
            close();
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException("PostgreSQL in " + folder + " does not end", e);
        }
    }

    /** Stops it and removes its folder, once. */
    @Override
    public void close() throws IOException, InterruptedException {
        if (!Files.exists(folder)) {
            return;
        }
        if (Files.exists(folder.resolve("data/postmaster.pid"))) {
            run("pg_ctl", "-D", data(), "-w", "-m", "immediate", "stop");
        }
        Server.delete(folder);
    }

    private String data() {
        return folder.resolve("data").toString();
    }

    private void run(String program, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        if (isRoot()) {
            command.addAll(List.of("runuser", "-u", OWNER, "--"));
        }
        command.add(programs.resolve(program).toString());
        command.addAll(List.of(arguments));
        run(command);
    }

    private void run(List<String> command) throws IOException, InterruptedException {
        Commands.Result result = Commands.run(folder, Map.of(), command);
        if (result.status() != 0) {
            throw new IOException(command + ": " + result.output());
        }
    }

    private static boolean isRoot() {
        return "root".equals(System.getProperty("user.name"));
    }

    /** Where the server's datasource finds it. */
    String url() {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + DATABASE;
    }

    /** A connection of a test's own. */
    Connection connect() throws SQLException {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(url());
        source.setUser(OWNER);
        return source.getConnection();
    }
}
