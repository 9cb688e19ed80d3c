/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.cli.dicom;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.turnstile.cli.CommandRun;
import org.turnstile.cli.common.ExitCode;
import org.turnstile.cli.part10.Part10Bytes;
import org.turnstile.testkit.peer.Peers;

/** Against DCMTK's storescp, where it is installed. */
@Timeout(60)
class DcmtkTest {

    @TempDir private Path folder;
    private Process storescp;
    private String port;

    @BeforeEach
    void startStorescp() throws IOException {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = Integer.toString(free.getLocalPort());
        }
        Files.createDirectory(folder.resolve("received"));
        storescp =
                new ProcessBuilder(
                                Peers.require("storescp"),
                                "-od",
                                folder.resolve("received").toString(),
                                port)
                        .redirectErrorStream(true)
                        .redirectOutput(folder.resolve("storescp.log").toFile())
                        .start();
        Awaitility.await().atMost(Duration.ofSeconds(20)).until(this::answers);
    }

    @AfterEach
    void stopStorescp() throws InterruptedException {
        if (storescp != null) {
            storescp.destroy();
            storescp.waitFor();
        }
    }

    @Test
    void echoIsAnsweredAndAnIdentityThatItDoesNotKnowIsUnconfirmed() {
        CommandRun echo = CommandRun.in(folder).run("echo", "--user", "alice", "localhost", port);
        assertThat(echo.exitCode()).as(echo.err()).isEqualTo(ExitCode.OK);
        assertThat(echo.out()).contains("as alice (unconfirmed)");
        CommandRun asked =
                CommandRun.in(folder).run("echo", "--user", "alice", "-rsp", "localhost", port);
        assertThat(asked.exitCode()).isEqualTo(ExitCode.FAILED);
        assertThat(asked.err()).contains("identity not confirmed");
    }

    @Test
    void anObjectArrives() throws IOException {
        byte[] image =
                Part10Bytes.start()
                        .uid(0x0002, Part10Bytes.CT)
                        .uid(0x0003, "1.2.826.0.1.3680043.99.1")
                        .uid(0x0010, Part10Bytes.EXPLICIT)
                        .raw(identified("1.2.826.0.1.3680043.99.1"))
                        .bytes();
        String file = Files.write(folder.resolve("image"), image).toString();
        CommandRun store = CommandRun.in(folder).run("store", "localhost", port, file);
        assertThat(store.exitCode()).as(store.err()).isEqualTo(ExitCode.OK);
        try (Stream<Path> received = Files.list(folder.resolve("received"))) {
            assertThat(received).hasSize(1);
        }
    }

    /** (0008,0016), (0008,0018) and (0010,0010): storescp compares the UIDs with the command. */
    private static byte[] identified(String sopInstance) {
        String even = sopInstance.length() % 2 == 0 ? sopInstance : sopInstance + "\0";
        return Part10Bytes.empty()
                .le16(0x0008)
                .le16(0x0016)
                .raw("UI".getBytes(StandardCharsets.US_ASCII))
                .le16(26)
                .raw((Part10Bytes.CT + "\0").getBytes(StandardCharsets.US_ASCII))
                .le16(0x0008)
                .le16(0x0018)
                .raw("UI".getBytes(StandardCharsets.US_ASCII))
                .le16(even.length())
                .raw(even.getBytes(StandardCharsets.US_ASCII))
                .raw(Part10Bytes.dataSet())
                .bytes();
    }

    private boolean answers() {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), Integer.parseInt(port))) {
            return socket.isConnected();
        } catch (IOException e) {
            return false;
        }
    }
}
