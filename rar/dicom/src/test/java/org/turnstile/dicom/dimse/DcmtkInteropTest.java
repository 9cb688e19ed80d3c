/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.dicom.dimse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.turnstile.api.Status;
import org.turnstile.api.UID;
import org.turnstile.dicom.association.Decision;
import org.turnstile.dicom.dimse.client.ClientAssociation;
import org.turnstile.dicom.dimse.client.ConnectOptions;
import org.turnstile.dicom.pdu.AAssociateRj;
import org.turnstile.testkit.peer.Peers;

/** DCMTK's programs as peers, in both roles. */
@Timeout(60)
class DcmtkInteropTest {

    /** (0008,0016) and (0008,0018) in Explicit VR Little Endian. */
    private static final byte[] DATA_SET =
            concat(
                    element(0x0008, 0x0016, "UI", pad(Loopback.CT_IMAGE)),
                    element(0x0008, 0x0018, "UI", pad("1.2.3.4")),
                    element(0x0010, 0x0010, "PN", "Doe^Jane"));

    @TempDir private Path folder;

    @Test
    void givenEchoscu_thenItIsAnsweredAndReleased() throws Exception {
        try (Loopback loopback = new Loopback(Loopback::succeed)) {
            Peers.Result result = Peers.run("echoscu", List.of("-v", "127.0.0.1", port(loopback)));

            assertThat(result.exit()).as(result.output()).isZero();
            await().untilAsserted(
                            () ->
                                    assertThat(loopback.observer().told())
                                            .contains("accepted ECHOSCU", "closed RELEASED"));
        }
    }

    @Test
    void givenEchoscu_whenItIsRejected_thenItUnderstandsWhy() throws Exception {
        Decision reject = new Decision.Reject(AAssociateRj.CALLED_AE);
        try (Loopback loopback =
                new Loopback(
                        ServerOptions.DEFAULT,
                        request -> CompletableFuture.completedFuture(reject),
                        Loopback::succeed)) {
            Peers.Result result = Peers.run("echoscu", List.of("127.0.0.1", port(loopback)));

            assertThat(result.exit()).isNotZero();
            assertThat(result.output()).contains("Called AE Title Not Recognized");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {4096, 16384, 131072})
    void givenStorescuWithAnIdentity_thenTheObjectArrivesAndTheResponseIsTaken(int maximumLength)
            throws Exception {
        Path file = folder.resolve("ct.dcm");
        Files.write(file, file());
        AtomicReference<byte[]> received = new AtomicReference<>();
        Loopback.Serving keeping =
                request -> {
                    received.set(request.dataSet().readAllBytes());
                    return Status.SUCCESS;
                };
        try (Loopback loopback = new Loopback(keeping)) {
            Peers.Result result =
                    Peers.run(
                            "storescu",
                            List.of(
                                    "-v",
                                    "-pdu",
                                    String.valueOf(maximumLength),
                                    "--user",
                                    "alice",
                                    "--password",
                                    "secret",
                                    "--pos-response",
                                    "127.0.0.1",
                                    port(loopback),
                                    file.toString()));

            assertThat(result.exit()).as(result.output()).isZero();
            assertThat(received.get()).isEqualTo(DATA_SET);
        }
    }

    @Test
    void givenStorescp_thenOurClientEchoesAndStores() throws Exception {
        int port = freePort();
        Process storescp = Peers.start("storescp", List.of("--ignore", "-aet", "STORE", "" + port));
        try (Loopback loopback = new Loopback(Loopback::succeed)) {
            await().ignoreExceptions().until(() -> listens(port));
            ConnectOptions options =
                    ConnectOptions.to("127.0.0.1", port)
                            .context(UID.VERIFICATION, UID.IMPLICIT_VR_LITTLE_ENDIAN)
                            .context(Loopback.CT_IMAGE, UID.EXPLICIT_VR_LITTLE_ENDIAN)
                            .build();
            try (ClientAssociation association = loopback.client().connect(options)) {
                assertThat(association.echo()).isEqualTo(Status.SUCCESS);
                Status stored =
                        association.store(
                                Loopback.CT_IMAGE,
                                "1.2.3.4",
                                UID.EXPLICIT_VR_LITTLE_ENDIAN,
                                new ByteArrayInputStream(DATA_SET));
                assertThat(stored).isEqualTo(Status.SUCCESS);
                association.release();
            }
        } finally {
            storescp.destroyForcibly().waitFor();
        }
    }

    static boolean listens(int port) throws IOException {
        try (Socket probe = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return probe.isConnected();
        }
    }

    static int freePort() throws IOException {
        try (ServerSocket any = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return any.getLocalPort();
        }
    }

    private static String port(Loopback loopback) {
        return String.valueOf(loopback.port());
    }

    /** A Part 10 file (PS3.10 §7.1): preamble, prefix, meta information, data set. */
    private static byte[] file() {
        byte[] meta =
                concat(
                        element(0x0002, 0x0002, "UI", pad(Loopback.CT_IMAGE)),
                        element(0x0002, 0x0003, "UI", pad("1.2.3.4")),
                        element(0x0002, 0x0010, "UI", pad(UID.EXPLICIT_VR_LITTLE_ENDIAN)),
                        element(0x0002, 0x0012, "UI", pad("1.2.3")));
        byte[] length = {(byte) meta.length, (byte) (meta.length >> 8), 0, 0};
        byte[] groupLength =
                element(0x0002, 0x0000, "UL", new String(length, StandardCharsets.ISO_8859_1));
        byte[] prefix = "DICM".getBytes(StandardCharsets.US_ASCII);
        return concat(new byte[128], prefix, groupLength, meta, DATA_SET);
    }

    /** An element of Explicit VR Little Endian with a short length. */
    private static byte[] element(int group, int element, String vr, String value) {
        byte[] header = {(byte) group, (byte) (group >> 8), (byte) element, (byte) (element >> 8)};
        byte[] length = {(byte) value.length(), (byte) (value.length() >> 8)};
        return concat(
                header,
                vr.getBytes(StandardCharsets.US_ASCII),
                length,
                value.getBytes(StandardCharsets.ISO_8859_1));
    }

    private static String pad(String uid) {
        return uid.length() % 2 == 0 ? uid : uid + "\0";
    }

    private static byte[] concat(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }
}
