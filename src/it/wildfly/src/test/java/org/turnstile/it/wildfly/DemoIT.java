/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.it.wildfly;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.turnstile.it.scenarios.CtObject;
import org.turnstile.it.scenarios.Home;
import org.turnstile.it.scenarios.Peer;

/** The demo as `mvn -Prun` starts it: a launcher with the server as its child. */
class DemoIT {

    private static final Duration START = Duration.ofMinutes(3);
    private static final Duration STOP = Duration.ofSeconds(60);

    /** What `turnstile otp challenge` prints for the pass-phrase of the README. */
    private static final String ONE_TIME_499 = "FDFA 1227 8FAD 9AF5";

    private static final String ONE_TIME_498 = "LEON ORE SAFE AWAY DIE EARN";

    private Server server;
    private int port;
    private int kdcPort;
    private Path output;
    private Process launcher;

    @BeforeEach
    void prepareHome() throws IOException {
        server = Server.create("demo");
        output = server.folder().resolve("launcher.out");
        port = Ports.free();
        kdcPort = Ports.free();
        Server.delete(server.home());
        Files.createDirectories(server.home());
        try (var template = getClass().getResourceAsStream("/home/turnstile.properties")) {
            String shipped = new String(template.readAllBytes(), StandardCharsets.UTF_8);
            Files.writeString(
                    server.home().resolve("turnstile.properties"),
                    shipped.replaceFirst("(?m)^(listener\\.default\\.port) *=.*", "$1 = " + port));
        }
    }

    @AfterEach
    void stopLauncher() {
        if (launcher != null) {
            launcher.descendants().forEach(ProcessHandle::destroyForcibly);
            launcher.destroyForcibly();
        }
    }

    @Test
    void aSignalToTheLauncherEndsTheServerAndTheNextStartFindsTheData() throws Exception {
        CtObject object = CtObject.create();
        start();
        assertThat(Peer.of(port).echo()).isZero();
        assertThat(storeAsModality(object)).isZero();
        assertEachAccountFindsWhatTheReadmeSays();
        assertThat(storeAsOneTime(ONE_TIME_499)).isZero();
        stopBySignal();

        start();
        assertThat(new Home(server.home()).objects())
                .anyMatch(file -> file.toString().contains(object.sopInstance()));
        assertThat(storeAsModality(CtObject.create())).isZero();
        Peer.of(port).as("one-time", ONE_TIME_499).isRejected();
        assertThat(storeAsOneTime(ONE_TIME_498)).isZero();
        stopBySignal();
    }

    /** The object that was just stored has no institution and is of no demo patient. */
    private void assertEachAccountFindsWhatTheReadmeSays() throws Exception {
        assertThat(studiesOf("chief")).hasSize(14);
        assertThat(studiesOf("radiologist"))
                .hasSize(6)
                .allMatch(line -> line.contains("NORTH") && !line.contains("SOUTH"));
        assertThat(studiesOf("referrer"))
                .hasSize(5)
                .allMatch(line -> line.contains("DEMO-3") || line.contains("DEMO-4"));
        Commands.Result modality = CommandLine.find(port, "modality", "-k", "PatientID=");
        assertThat(modality.status()).isNotZero();
        assertThat(modality.output()).contains("0124");
        Commands.Result nobody = CommandLine.findAsNobody(port);
        assertThat(nobody.status()).isNotZero();
        assertThat(nobody.output()).contains("0124");
    }

    private List<String> studiesOf(String user) throws Exception {
        Commands.Result find = CommandLine.find(port, user, "-k", "PatientID=");
        assertThat(find.status()).as(find.output()).isZero();
        return find.output().lines().filter(line -> line.startsWith("{")).toList();
    }

    @Test
    void aTakenPortIsNamedAndNothingIsStarted() throws Exception {
        try (ServerSocket taken = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            launch();
            assertThat(launcher.waitFor(STOP.toSeconds(), TimeUnit.SECONDS)).isTrue();
            assertThat(launcher.exitValue()).isEqualTo(1);
            assertThat(output())
                    .contains("Port " + taken.getLocalPort() + " on 127.0.0.1 is taken")
                    .doesNotContain("Exception");
        }
    }

    private int storeAsModality(CtObject object) {
        return Peer.of(port).as("modality").store(object.sopInstance(), object.dataSet());
    }

    private int storeAsOneTime(String passcode) {
        CtObject object = CtObject.create();
        return Peer.of(port).as("one-time", passcode).store(object.sopInstance(), object.dataSet());
    }

    private void launch() throws IOException {
        launcher =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-Dturnstile.home=" + server.home(),
                                "-Dturnstile.demo.kdc.port=" + kdcPort,
                                "-Dturnstile.demo.wildfly=" + server.folder(),
                                "-Dturnstile.demo.ear=" + System.getProperty("turnstile.ear"),
                                "-Dturnstile.demo.scripts="
                                        + System.getProperty("turnstile.scripts"),
                                "-cp",
                                classPath(),
                                "org.turnstile.demo.Launcher")
                        .redirectErrorStream(true)
                        .redirectOutput(output.toFile())
                        .start();
    }

    /** The classes of the demo, and what they need. */
    private static String classPath() {
        Path target = Path.of(System.getProperty("turnstile.demo")).normalize();
        return target.resolve("classes") + ":" + target.resolve("lib") + "/*";
    }

    private void start() throws IOException {
        launch();
        await().atMost(START)
                .until(() -> output().contains("Turnstile listens on") || !launcher.isAlive());
        assertThat(launcher.isAlive()).as(output()).isTrue();
        assertThat(output()).contains("127.0.0.1:" + port, "radiologist-pass");
    }

    private void stopBySignal() throws InterruptedException {
        List<ProcessHandle> children = launcher.descendants().toList();
        assertThat(children).isNotEmpty();
        launcher.destroy();
        assertThat(launcher.waitFor(STOP.toSeconds(), TimeUnit.SECONDS)).isTrue();
        assertThat(children).noneMatch(ProcessHandle::isAlive);
        assertThat(Ports.isOpen(port)).isFalse();
        assertThat(Ports.isOpen(kdcPort)).isFalse();
    }

    private String output() throws IOException {
        return Files.readString(output);
    }
}
