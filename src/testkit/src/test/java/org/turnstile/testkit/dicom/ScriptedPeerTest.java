/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.testkit.dicom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class ScriptedPeerTest {

    private static final Duration SOON = Duration.ofMillis(200);

    @Test
    void aScriptedServerPlaysAWholeAssociation() {
        try (ScriptedServer server =
                        ScriptedServer.playing(
                                peer -> {
                                    assertThat(peer.readPdu().type()).isEqualTo(0x01);
                                    peer.send(AssociateAcBytes.accepting(1).toBytes());
                                    assertThat(peer.readPdu().type()).isEqualTo(0x04);
                                    peer.send(DimseBytes.command(1, DimseBytes.echoRsp(7, 0)));
                                    peer.expect(Examples.RELEASE_RQ).send(Examples.RELEASE_RP);
                                });
                ScriptedPeer peer = ScriptedPeer.connect(server.port())) {
            peer.sendAssociateRq(AssociateRqBytes.verification());
            assertThat(peer.expectAccept().contextResults()).containsEntry(1, 0);
            peer.send(DimseBytes.command(1, DimseBytes.echoRq(7)));
            assertThat(peer.expectResponse().messageIdRespondedTo()).isEqualTo(7);
            peer.send(Examples.RELEASE_RQ).expect(Examples.RELEASE_RP).expectClosed(SOON);
            server.await();
        }
    }

    @Test
    void otherBytesThanExpectedAreShown() {
        try (ScriptedServer server = ScriptedServer.playing(peer -> peer.send(Examples.RJ121));
                ScriptedPeer peer = ScriptedPeer.connect(server.port())) {
            assertThatThrownBy(() -> peer.expect(Examples.ABORT26))
                    .isInstanceOf(AssertionError.class)
                    .hasMessage("expected " + Examples.ABORT26 + " but got " + Examples.RJ121);
        }
    }

    @Test
    void silenceEndsPatience() {
        try (ScriptedServer server = ScriptedServer.playing(peer -> peer.expect("00"));
                ScriptedPeer peer = ScriptedPeer.connect(server.port(), SOON)) {
            assertThatThrownBy(peer::readPdu)
                    .isInstanceOf(AssertionError.class)
                    .hasMessageContaining("no 6 bytes came within PT0.2S");
            assertThatThrownBy(() -> peer.expectClosed(SOON))
                    .isInstanceOf(AssertionError.class)
                    .hasMessageContaining("not closed within PT0.2S");
            peer.send("00");
            server.await();
        }
    }

    @Test
    void bytesBeforeTheEndAreNoEnd() {
        try (ScriptedServer server = ScriptedServer.playing(peer -> peer.send("07 00"));
                ScriptedPeer peer = ScriptedPeer.connect(server.port())) {
            server.await();
            assertThatThrownBy(() -> peer.expectClosed(SOON))
                    .isInstanceOf(AssertionError.class)
                    .hasMessageContaining("not closed, but 07");
        }
    }

    @Test
    void aCutPduIsNotWaitedFor() {
        try (ScriptedServer server = ScriptedServer.playing(peer -> peer.send("07 00 00"));
                ScriptedPeer peer = ScriptedPeer.connect(server.port())) {
            assertThatThrownBy(peer::readPdu)
                    .isInstanceOf(AssertionError.class)
                    .hasMessage("closed in the header of a PDU: 07 00 00");
        }
        try (ScriptedServer server =
                        ScriptedServer.playing(peer -> peer.send("07 00 00 00 00 04 00"));
                ScriptedPeer peer = ScriptedPeer.connect(server.port())) {
            assertThatThrownBy(peer::readPdu)
                    .isInstanceOf(AssertionError.class)
                    .hasMessage("closed after 1 of 4 bytes");
        }
    }

    @Test
    void anAbsurdLengthIsNotAllocated() {
        try (ScriptedServer server =
                        ScriptedServer.playing(peer -> peer.send("02 00 FF FF FF FF"));
                ScriptedPeer peer = ScriptedPeer.connect(server.port())) {
            assertThatThrownBy(peer::readPdu)
                    .isInstanceOf(AssertionError.class)
                    .hasMessage("a PDU claims 4294967295 bytes");
        }
    }

    @Test
    void dribblingStopsWhenTheOtherEndAnswersAndKeepsTheAnswer() {
        try (ScriptedServer server =
                        ScriptedServer.playing(peer -> peer.expect("01 02").send(Examples.RJ121));
                ScriptedPeer peer = ScriptedPeer.connect(server.port())) {
            int sent = peer.dribble(new byte[] {1, 2, 3, 4, 5, 6, 7, 8, 9}, SOON);
            assertThat(sent).isBetween(2, 3);
            peer.expect(Examples.RJ121);
        }
    }

    @Test
    void dribblingEndsWhenAllIsSent() {
        try (ScriptedServer server = ScriptedServer.playing(peer -> peer.expect("01 02 03"));
                ScriptedPeer peer = ScriptedPeer.connect(server.port())) {
            assertThat(peer.dribble(new byte[] {1, 2, 3}, Duration.ofMillis(1))).isEqualTo(3);
            server.await();
        }
    }

    @Test
    void aHalfClosedAndAResetConnectionAreSeenByTheOtherEnd() {
        try (ScriptedServer server = ScriptedServer.playing(peer -> peer.expectClosed(SOON));
                ScriptedPeer peer = ScriptedPeer.connect(server.port())) {
            peer.finishSending();
            server.await();
        }
        try (ScriptedServer server =
                        ScriptedServer.playing(peer -> peer.expectClosed(Duration.ofSeconds(2)));
                ScriptedPeer peer = ScriptedPeer.connect(server.port())) {
            peer.reset();
            server.await();
        }
    }

    @Test
    void whatFailsInTheScriptFailsTheTest() {
        try (ScriptedServer server = ScriptedServer.playing(SOON, peer -> peer.expect("01"));
                ScriptedPeer peer = ScriptedPeer.connect(server.port())) {
            peer.send("02");
            assertThatThrownBy(server::await)
                    .isInstanceOf(AssertionError.class)
                    .hasMessageContaining("the script failed");
        }
        try (ScriptedServer nobodyComes = ScriptedServer.playing(SOON, peer -> {})) {
            assertThatThrownBy(nobodyComes::await).hasMessageContaining("the script failed");
        }
    }

    @Test
    void aClosedPortIsAnError() throws Exception {
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        assertThatThrownBy(() -> ScriptedPeer.connect(port))
                .isInstanceOf(UncheckedIOException.class);
    }
}
