/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.it.wildfly;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A WildFly of its own: the distribution's files by link, the folder {@code standalone} by copy, so
 * that each test class may change its configuration.
 */
record Server(Path folder) {

    private static final List<String> SHARED =
            List.of("bin", "modules", "welcome-content", "jboss-modules.jar");

    /** Where the shipped script finds the database, without options at the server's start. */
    private static final String DATABASE =
            """
            embed-server --server-config=standalone.xml --std-out=discard
            /system-property=turnstile.database.url:add(value="%s")
            /system-property=turnstile.database.user:add(value="postgres")
            /system-property=turnstile.database.password:add(value="postgres")
            stop-embedded-server
            """;

    /** The server that Arquillian runs. */
    static Server main() {
        return named("main");
    }

    private static Server named(String name) {
        return new Server(Path.of(System.getProperty("turnstile.it.servers"), name));
    }

    /** Makes one as it comes out of the box; an older one of this name is removed. */
    static Server create(String name) throws IOException {
        Server server = named(name);
        Path distribution = Path.of(System.getProperty("turnstile.it.wildfly"));
        delete(server.folder);
        Files.createDirectories(server.folder);
        for (String shared : SHARED) {
            Files.createSymbolicLink(server.folder.resolve(shared), distribution.resolve(shared));
        }
        copy(distribution.resolve("standalone"), server.folder.resolve("standalone"));
        return server;
    }

    /** The folder beside it that its adapter is configured by. */
    Path home() {
        return folder.resolveSibling(folder.getFileName() + "-home");
    }

    Path configuration() {
        return folder.resolve("standalone/configuration/standalone.xml");
    }

    Path deployments() {
        return folder.resolve("standalone/deployments");
    }

    Path log() {
        return folder.resolve("standalone/log/server.log");
    }

    /** Whether a text is in the log. */
    boolean logged(String text) throws IOException {
        return Files.exists(log()) && Files.readString(log()).contains(text);
    }

    /** Runs one of the scripts that we ship. */
    void runShipped(String script) throws IOException, InterruptedException {
        runCli(Path.of(System.getProperty("turnstile.scripts")).normalize().resolve(script));
    }

    /** Runs a script of the server's command line as an operator does, the server being stopped. */
    void runCli(Path script) throws IOException, InterruptedException {
        Commands.Result result =
                Commands.run(
                        folder,
                        Map.of("JBOSS_HOME", folder.toString(), "JAVA_OPTS", "-Xmx256m"),
                        List.of("bin/jboss-cli.sh", "--file=" + script));
        assertThat(result.status()).as(result.output()).isZero();
    }

    /** Puts our application into its folder of deployments. */
    void deployEar() throws IOException {
        Path ear = Path.of(System.getProperty("turnstile.ear"));
        Files.copy(ear, deployments().resolve("turnstile.ear"));
        Files.writeString(deployments().resolve("turnstile.ear.dodeploy"), "");
    }

    /** Has the datasource {@code turnstile} lead to PostgreSQL, whose driver is deployed. */
    void usePostgres(Postgres postgres) throws IOException, InterruptedException {
        Path driver =
                Path.of(
                        org.postgresql.Driver.class
                                .getProtectionDomain()
                                .getCodeSource()
                                .getLocation()
                                .getPath());
        Files.copy(driver, deployments().resolve("postgresql.jar"));
        runShipped("wildfly-postgresql.cli");
        runCli(
                Files.writeString(
                        folder.resolve("database.cli"), DATABASE.formatted(postgres.url())));
    }

    /** Starts it, on loopback, its ports but for DICOM any that are free. */
    RunningServer start() throws IOException {
        return start(List.of());
    }

    /**
     * The same.
     *
     * @param before a program with its arguments that becomes the server, such as {@code prlimit}
     */
    RunningServer start(List<String> before) throws IOException {
        Files.deleteIfExists(log()); // the command line's embedded server has written there too
        List<String> command = new ArrayList<>(before);
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-Xmx512m");
        command.add("-Djboss.home.dir=" + folder);
        command.add("-Dturnstile.home=" + home());
        command.add(
                "-Dlogging.configuration="
                        + folder.resolve("standalone/configuration/logging.properties").toUri());
        command.add("-Dorg.jboss.boot.log.file=" + log());
        command.addAll(List.of("-jar", folder.resolve("jboss-modules.jar").toString()));
        command.addAll(List.of("-mp", folder.resolve("modules").toString()));
        command.addAll(List.of("org.jboss.as.standalone", "-b=127.0.0.1"));
        command.addAll(List.of("-bmanagement=127.0.0.1", "-Djboss.management.http.port=0"));
        command.addAll(List.of("-Djboss.http.port=0", "-Djboss.https.port=0"));
        return new RunningServer(
                new ProcessBuilder(command)
                        .directory(folder.toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start());
    }

    private static void copy(Path from, Path to) throws IOException {
        try (var files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Path copied = to.resolve(from.relativize(file).toString());
                Files.copy(file, copied, StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
    }

    /** Deletes a folder; links in it are removed and not followed. */
    static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        Files.walkFileTree(
                folder,
                new SimpleFileVisitor<>() {
                    @Override
                    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
                            throws IOException {
                        Files.delete(file);
                        return FileVisitResult.CONTINUE;
                    }

                    @Override
                    public FileVisitResult postVisitDirectory(Path directory, IOException e)
                            throws IOException {
                        Files.delete(directory);
                        return FileVisitResult.CONTINUE;
                    }
                });
    }
}
