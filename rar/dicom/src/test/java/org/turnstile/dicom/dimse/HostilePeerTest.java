/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.dicom.dimse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.netty.buffer.ByteBufUtil;
import io.netty.channel.ChannelOption;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.SocketException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.turnstile.api.AssociationLostException;
import org.turnstile.api.Line;
import org.turnstile.api.Status;
import org.turnstile.dicom.association.AssociationLimits;
import org.turnstile.dicom.dimse.client.ClientAssociation;

/** Peers that want more than their share, on real sockets. */
@Timeout(120)
class HostilePeerTest {

    private static final Duration SHORT = Duration.ofMillis(700);

    @Test
    void givenARequestThatDripsIn_whenArtimIsOver_thenTheConnectionIsClosed() throws Exception {
        ServerOptions options = ServerOptions.DEFAULT.withArtim(SHORT);
        try (Loopback loopback =
                        new Loopback(
                                options,
                                Loopback.accepting(AssociationLimits.DEFAULT),
                                Loopback::succeed);
                RawPeer peer = RawPeer.connect(loopback.port())) {
            byte[] rq = ByteBufUtil.decodeHexDump(RawPeer.hex(RawPeer.rq(0)));
            long begin = System.nanoTime();
            int[] sent = {0};
            await().pollInterval(Duration.ofMillis(50))
                    .until(() -> !drips(peer, rq[sent[0]++ % rq.length]));

            assertThat(Duration.ofNanos(System.nanoTime() - begin))
                    .isBetween(SHORT.minusMillis(50), Duration.ofSeconds(8));
            assertThat(loopback.observer().told()).containsExactly("connected", "disconnected");
        }
    }

    private static boolean drips(RawPeer peer, byte next) {
        try {
            peer.send(new byte[] {next});
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    @Test
    void givenAPeerThatStopsInsideADataSet_whenTheReadTimeIsOver_thenTheReaderIsToldAndItIsAborted()
            throws Exception {
        CompletableFuture<IOException> seen = new CompletableFuture<>();
        Loopback.Serving reading =
                request -> {
                    try {
                        request.dataSet().readAllBytes();
                    } catch (IOException e) {
                        seen.complete(e);
                    }
                    return Status.SUCCESS;
                };
        try (Loopback loopback = new Loopback(Loopback.limits(SHORT), reading);
                RawPeer peer = RawPeer.associated(loopback.port(), 16384)) {
            peer.command(RawPeer.CT_CONTEXT, RawPeer.store(1));
            peer.dataSet(RawPeer.CT_CONTEXT, false, 5000);

            assertThat(seen.get(10, TimeUnit.SECONDS))
                    .isInstanceOf(AssociationLostException.class)
                    .hasMessageContaining("stood still");
            assertThat(peer.readPdu()).startsWith(7);
        }
    }

    @Test
    void givenAPeerThatTakesNoAnswers_whenTheWriteTimeIsOver_thenItIsCut() throws Exception {
        // small buffers in the system, so that few answers fill them
        LineHandlers narrow =
                pipeline -> pipeline.channel().config().setOption(ChannelOption.SO_SNDBUF, 4096);
        try (Loopback loopback =
                        new Loopback(
                                ServerOptions.DEFAULT.withLine(Line.PLAIN, narrow),
                                Loopback.accepting(Loopback.limits(SHORT)),
                                Loopback::succeed);
                RawPeer peer = RawPeer.narrow(loopback.port()).associate(16384)) {
            CompletableFuture<Void> flooding =
                    CompletableFuture.runAsync(
                            () -> peer.sendQuietly(Integer.MAX_VALUE, RawPeer.echo(1)));

            await().atMost(Duration.ofSeconds(30)).until(flooding::isCompletedExceptionally);
            await().untilAsserted(
                            () ->
                                    assertThat(loopback.observer().told())
                                            .contains("closed LOST", "disconnected"));
        }
    }

    @Test
    void givenAnIdlePeer_whenTheIdleTimeIsOver_thenItIsAborted() throws Exception {
        try (Loopback loopback = new Loopback(Loopback.limits(SHORT), Loopback::succeed);
                RawPeer peer = RawPeer.associated(loopback.port(), 16384)) {
            assertThat(peer.readPdu()).containsExactly(7, 0, 0, 0, 0, 4, 0, 0, 0, 0);
            await().untilAsserted(
                            () -> assertThat(loopback.observer().told()).contains("closed IDLE"));
        }
    }

    @Test
    void givenAReaderThatIsSlow_thenThePeerIsHeldBackAndMemoryStaysBounded() throws Exception {
        CompletableFuture<InputStream> stream = new CompletableFuture<>();
        CompletableFuture<Status> answer = new CompletableFuture<>();
        DimseService slow =
                (request, responder) -> {
                    stream.complete(request.dataSet());
                    answer.thenAccept(responder::complete);
                };
        try (Loopback loopback = new Loopback(slow, AssociationLimits.DEFAULT);
                RawPeer peer = RawPeer.associated(loopback.port(), 16384)) {
            peer.command(RawPeer.CT_CONTEXT, RawPeer.store(1));
            int mebibytes = 64;
            long[] sent = {0};
            CompletableFuture<Void> sending =
                    CompletableFuture.runAsync(() -> sendData(peer, mebibytes << 20, sent));
            InputStream dataSet = stream.get(10, TimeUnit.SECONDS);
            await().during(Duration.ofMillis(300)).until(() -> !sending.isDone());
            assertThat(dataSet.readAllBytes()).hasSize(mebibytes << 20);
            answer.complete(Status.SUCCESS);
            assertThat(peer.readResponse().status()).hasValue(0);
            sending.get(10, TimeUnit.SECONDS);
        }
    }

    private static void sendData(RawPeer peer, int length, long[] sent) {
        try {
            int part = 16 * 1024;
            while (sent[0] < length) {
                sent[0] += part;
                peer.dataSet(RawPeer.CT_CONTEXT, sent[0] == length, part);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void givenTwoThousandHalfOpenConnections_thenOthersWorkOnAndArtimClosesThem() throws Exception {
        ServerOptions options = ServerOptions.DEFAULT.withArtim(Duration.ofSeconds(5));
        List<Socket> halfOpen = new ArrayList<>();
        try (Loopback loopback =
                new Loopback(
                        options,
                        Loopback.accepting(AssociationLimits.DEFAULT),
                        Loopback::succeed)) {
            for (int i = 0; i < 2000; i++) {
                halfOpen.add(RawPeer.connect(loopback.port()).socket());
            }
            await().until(() -> loopback.server().connectionCount() == 2000);
            for (int i = 0; i < 100; i++) {
                try (ClientAssociation association = loopback.connect()) {
                    assertThat(association.echo().isSuccess()).isTrue();
                    association.release();
                }
            }
            await().atMost(Duration.ofSeconds(30))
                    .until(() -> loopback.server().connectionCount() == 0);
            assertThat(isClosed(halfOpen.get(0))).isTrue();
        } finally {
            for (Socket socket : halfOpen) {
                socket.close();
            }
        }
    }

    private static boolean isClosed(Socket socket) throws IOException {
        try {
            return socket.getInputStream().read() < 0;
        } catch (SocketException e) {
            return true;
        }
    }
}
