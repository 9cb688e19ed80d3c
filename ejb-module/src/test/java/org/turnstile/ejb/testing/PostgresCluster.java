/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.ejb.testing;

import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.DirectoryStream;
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
import org.postgresql.ds.PGConnectionPoolDataSource;

/**
 * PostgreSQL of Debian's package, in a temporary folder and on a free loopback port, as the user
 * postgres where we are root. It starts with the first test that wants it and ends with the
 * process.
 */
public final class PostgresCluster {

    private static final Path INSTALLED = Path.of("/usr/lib/postgresql");
    private static final String OWNER = "postgres";

    private final Path programs;
    private final Path folder;
    private final int port;
    private final AtomicInteger databases = new AtomicInteger();

    private PostgresCluster(Path programs) throws IOException {
        this.programs = programs;
        this.folder = Files.createTempDirectory("turnstile-postgres");
        this.port = freePort();
    }

    /** The cluster of this process; skips the test, or fails it, where there is no PostgreSQL. */
    public static PostgresCluster running() {
        Optional<PostgresCluster> cluster = Holder.CLUSTER;
        if (cluster.isEmpty()) {
            String missing = "PostgreSQL is not in " + INSTALLED + ": not tested on it";
            if (Boolean.getBoolean("turnstile.peers.required")) {
                fail(missing);
            }
            assumeTrue(false, missing);
        }
        return cluster.orElseThrow();
    }

    /** Starts when it is looked at for the first time. */
    private static final class Holder {
        static final Optional<PostgresCluster> CLUSTER = programs().map(PostgresCluster::started);
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

    private static PostgresCluster started(Path programs) {
        try {
            PostgresCluster cluster = new PostgresCluster(programs);
            cluster.start();
            Runtime.getRuntime().addShutdownHook(new Thread(cluster::stop));
            return cluster;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void start() throws IOException {
        if (isRoot()) {
            run(List.of("chown", OWNER, folder.toString()));
        }
        run("initdb", "-D", data(), "-U", OWNER, "-A", "trust", "-E", "UTF8", "--no-sync");
        String options =
                "-p %d -k %s -c listen_addresses=127.0.0.1 -c fsync=off -c max_connections=300"
                        .formatted(port, folder);
        String log = folder.resolve("log").toString();
        run("pg_ctl", "-D", data(), "-w", "-l", log, "-o", options, "start");
    }

    private String data() {
        return folder.resolve("data").toString();
    }

    private void stop() {
        try {
            run("pg_ctl", "-D", data(), "-m", "immediate", "stop");
            run(List.of("rm", "-r", folder.toString()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void run(String program, String... arguments) throws IOException {
        List<String> command = new ArrayList<>();
        if (isRoot()) {
            command.addAll(List.of("runuser", "-u", OWNER, "--"));
        }
        command.add(programs.resolve(program).toString());
        command.addAll(List.of(arguments));
        run(command);
    }

    private void run(List<String> command) throws IOException {
        // not a pipe: the server keeps it open for as long as it lives
        Path output = Files.createTempFile("turnstile-postgres", ".out");
        Process process =
                new ProcessBuilder(command)
                        .directory(folder.toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(output.toFile())
                        .start();
        try {
            if (!process.waitFor(60, TimeUnit.SECONDS) || process.exitValue() != 0) {
                throw new IOException(command + ": " + Files.readString(output));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(command + ": interrupted", e);
        } finally {
            Files.delete(output);
        }
    }

    private static boolean isRoot() {
        return "root".equals(System.getProperty("user.name"));
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** An empty database; answers its name. */
    String create() {
        String name = "t" + databases.incrementAndGet();
        execute("CREATE DATABASE " + name);
        return name;
    }

    void drop(String name) {
        execute("DROP DATABASE " + name + " WITH (FORCE)");
    }

    private void execute(String sql) {
        try (Connection connection = source(OWNER).getPooledConnection().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    PGConnectionPoolDataSource source(String database) {
        PGConnectionPoolDataSource source = new PGConnectionPoolDataSource();
        source.setServerNames(new String[] {"127.0.0.1"});
        source.setPortNumbers(new int[] {port});
        source.setDatabaseName(database);
        source.setUser(OWNER);
        return source;
    }
}
