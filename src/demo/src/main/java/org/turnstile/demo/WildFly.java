/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.demo;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** An unpacked WildFly: installed into, started and stopped as a child process. */
final class WildFly {

    /** Exit value of a process that SIGTERM ended. */
    static final int STOPPED_BY_SIGNAL = 143;

    private static final int INSTALL_SECONDS = 120;
    private static final int STOP_SECONDS = 30;

    private final Path folder;
    private final String heap;

    /**
     * @param heap most memory of its heap, as {@code -Xmx} takes it
     */
    WildFly(Path folder, String heap) {
        this.folder = folder;
        this.heap = heap;
    }

    /** Runs the install script once for each form of it, and puts the application in its place. */
    void install(Path script, Path ear) throws IOException, DemoException {
        Path done = folder.resolve("standalone/configuration/turnstile-installed");
        String wanted = Files.readString(script);
        if (!Files.exists(done) || !Files.readString(done).equals(wanted)) {
            runCli(script);
            Files.writeString(done, wanted);
        }
        Path deployments = folder.resolve("standalone/deployments");
        Files.copy(ear, deployments.resolve("turnstile.ear"), StandardCopyOption.REPLACE_EXISTING);
        Files.deleteIfExists(failedMarker());
        Files.writeString(deployments.resolve("turnstile.ear.dodeploy"), "turnstile.ear");
    }

    /** The file that the server makes when it cannot deploy the application. */
    Path failedMarker() {
        return folder.resolve("standalone/deployments/turnstile.ear.failed");
    }

    private void runCli(Path script) throws IOException, DemoException {
        List<String> command = java();
        command.add("-Djboss.home.dir=" + folder);
        modules(command, "org.jboss.as.cli");
        command.add("--file=" + script);
        ProcessBuilder builder =
                new ProcessBuilder(command)
                        .directory(folder.toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(folder.resolve("install.log").toFile());
        // the embedded server asks for it
        builder.environment().put("JBOSS_HOME", folder.toString());
        Process cli = builder.start();
        try {
            if (!cli.waitFor(INSTALL_SECONDS, TimeUnit.SECONDS)) {
                cli.destroyForcibly();
                throw new DemoException("The install script did not end: " + script);
            }
        } catch (InterruptedException e) {
            cli.destroy();
            Thread.currentThread().interrupt();
            throw new DemoException("Stopped while the install script ran");
        }
        if (cli.exitValue() != 0) {
            String said = Files.readString(folder.resolve("install.log"), StandardCharsets.UTF_8);
            throw new DemoException("The install script failed: " + said);
        }
    }

    /**
     * @param krb5Conf where the server finds its Kerberos realm
     */
    Process start(Path home, Path krb5Conf) throws IOException {
        Path base = folder.resolve("standalone");
        List<String> command = java();
        command.addAll(
                List.of(
                        "-Xms64m",
                        "-Xmx" + heap,
                        "-Djboss.home.dir=" + folder,
                        "-Djboss.server.base.dir=" + base,
                        "-Dorg.jboss.boot.log.file=" + base.resolve("log/server.log"),
                        "-Dlogging.configuration="
                                + base.resolve("configuration/logging.properties").toUri(),
                        "-Djava.net.preferIPv4Stack=true",
                        "-Djava.security.krb5.conf=" + krb5Conf,
                        "-Dturnstile.home=" + home));
        modules(command, "org.jboss.as.standalone");
        command.addAll(
                List.of(
                        "-b=127.0.0.1",
                        "-bmanagement=127.0.0.1",
                        // only DICOM is shown: the other ports may be any that are free
                        "-Djboss.http.port=0",
                        "-Djboss.https.port=0",
                        "-Djboss.management.http.port=0"));
        return new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    /** Asks the server to stop and waits; ends it by force if it does not. */
    static void stop(Process server) {
        if (!server.isAlive()) {
            return;
        }
        server.destroy();
        try {
            if (!server.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
                server.destroyForcibly();
            }
        } catch (InterruptedException e) {
            server.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    private static List<String> java() {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        for (String opened :
                List.of("java.lang", "java.lang.invoke", "java.io", "java.net", "java.util")) {
            command.add("--add-opens=java.base/" + opened + "=ALL-UNNAMED");
        }
        command.add("--add-opens=java.base/java.util.concurrent=ALL-UNNAMED");
        command.add("--add-opens=java.management/javax.management=ALL-UNNAMED");
        command.add("--add-opens=java.naming/javax.naming=ALL-UNNAMED");
        command.add("-Djboss.modules.system.pkgs=org.jboss.byteman");
        command.add("-Djava.awt.headless=true");
        return command;
    }

    private void modules(List<String> command, String module) {
        command.add("-jar");
        command.add(folder.resolve("jboss-modules.jar").toString());
        command.add("-mp");
        command.add(folder.resolve("modules").toString());
        command.add(module);
    }
}
