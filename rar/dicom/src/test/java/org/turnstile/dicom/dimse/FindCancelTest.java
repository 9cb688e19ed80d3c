/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.dicom.dimse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.turnstile.dicom.dimse.FindScpTest.awaitLatch;
import static org.turnstile.dicom.dimse.Patients.patient;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.turnstile.api.AssociationLostException;
import org.turnstile.api.Status;
import org.turnstile.dicom.association.AssociationLimits;
import org.turnstile.dicom.dimse.command.CommandSet;

/** Queries that the peer gives up: by C-CANCEL (PS3.7 §9.3.2.3), or by leaving. */
@Timeout(60)
class FindCancelTest {

    private static final byte[] ABORT_UNEXPECTED_PDU = {7, 0, 0, 0, 0, 4, 0, 0, 2, 2};
    private static final byte[] ABORT_UNEXPECTED_PARAMETER = {7, 0, 0, 0, 0, 4, 0, 0, 2, 5};
    private static final int MANY = 100_000;
    private static final int LONG = 1000;

    /** A service that sends many matches and says how it ended. */
    private static final class Streaming implements Loopback.Finding {

        private final AtomicInteger sent = new AtomicInteger();
        private final AtomicInteger sentAfterCancel = new AtomicInteger();
        private final CompletableFuture<Throwable> end = new CompletableFuture<>();

        @Override
        public Status find(DimseRequest request, DimseResponder responder) throws IOException {
            try {
                while (!responder.cancelled() && sent.get() < MANY) {
                    responder.pending(Status.PENDING, Patients.wordy("P1", LONG));
                    sent.incrementAndGet();
                    sentAfterCancel.addAndGet(responder.cancelled() ? 1 : 0);
                }
                end.complete(null);
                return responder.cancelled() ? Status.CANCELLED : Status.SUCCESS;
            } catch (IOException | RuntimeException e) {
                end.complete(e);
                throw e;
            }
        }

        Throwable end() throws Exception {
            return end.get(10, TimeUnit.SECONDS);
        }

        /** Waits until the peer that reads nothing has stopped it. */
        void awaitStandstill() {
            await().until(() -> sent.get() > 0);
            int[] before = {-1};
            await().pollInterval(Duration.ofMillis(200))
                    .until(() -> before[0] == (before[0] = sent.get()));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 10, 500})
    void givenACancelAfterSomeMatches_thenAtMostOneMoreIsPushedAndTheStatusIsFE00(int matches)
            throws Exception {
        Streaming streaming = new Streaming();
        try (Loopback loopback = Loopback.finding(streaming);
                RawPeer peer = RawPeer.associated(loopback.port(), 16384)) {
            Messages messages = new Messages(peer.query(3, 0));
            for (int i = 0; i < matches; i++) {
                assertThat(messages.next().status()).isEqualTo(0xFF00);
            }
            peer.cancel(3);
            Messages.Message last = messages.last();

            assertThat(last.status()).isEqualTo(0xFE00);
            assertThat(last.command().messageId()).isEqualTo(3);
            assertThat(last.command().hasDataSet()).isFalse();
            assertThat(streaming.end()).isNull();
            assertThat(streaming.sentAfterCancel.get()).isLessThanOrEqualTo(1);
            assertThat(streaming.sent.get()).isLessThan(MANY);
        }
    }

    @Test
    void givenAHandlerThatDoesNotHeedTheCancel_thenItsMatchesAreDroppedAndTheStatusIsFE00()
            throws Exception {
        CountDownLatch cancelled = new CountDownLatch(1);
        Loopback.Finding deaf =
                (request, responder) -> {
                    responder.pending(Status.PENDING, patient("P1"));
                    await().until(responder::cancelled);
                    cancelled.countDown();
                    for (int i = 0; i < MANY; i++) {
                        responder.pending(Status.PENDING, patient("P2"));
                    }
                    return Status.SUCCESS;
                };
        try (Loopback loopback = Loopback.finding(deaf);
                RawPeer peer = RawPeer.associated(loopback.port(), 16384)) {
            Messages messages = new Messages(peer.query(1, 0));
            assertThat(messages.next().status()).isEqualTo(0xFF00);
            peer.cancel(1);
            awaitLatch(cancelled);

            assertThat(messages.next().status()).isEqualTo(0xFE00);
        }
    }

    @Test
    void givenAPeerThatReadsNothing_whenItCancels_thenTheWaitingHandlerIsToldAtOnce()
            throws Exception {
        Streaming streaming = new Streaming();
        try (Loopback loopback = Loopback.finding(streaming);
                RawPeer peer = RawPeer.narrow(loopback.port()).associate(16384)) {
            peer.query(1, 0);
            streaming.awaitStandstill();
            long begin = System.nanoTime();
            peer.cancel(1);

            assertThat(streaming.end()).isNull();
            assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(ofSeconds(5));
            assertThat(streaming.sentAfterCancel.get()).isLessThanOrEqualTo(1);
            assertThat(new Messages(peer).last().status()).isEqualTo(0xFE00);
        }
    }

    private static Duration ofSeconds(int seconds) {
        return Duration.ofSeconds(seconds);
    }

    @Test
    void givenCancelsOfUnknownAndFinishedMessages_thenTheyAreIgnored() throws Exception {
        Loopback.Finding one =
                (request, responder) -> {
                    responder.pending(Status.PENDING, patient("P1"));
                    return Status.SUCCESS;
                };
        try (Loopback loopback = Loopback.finding(one);
                RawPeer peer = RawPeer.associated(loopback.port(), 16384)) {
            Messages messages = new Messages(peer.cancel(1).query(1, 0).cancel(2));
            assertThat(messages.last().status()).isZero();
            peer.cancel(1).query(1, 0);
            assertThat(messages.next().status()).isEqualTo(0xFF00);
            assertThat(messages.next().status()).isZero();
        }
    }

    @Test
    void givenACancelOfAStore_thenTheStoreIsAnsweredAsEver() throws Exception {
        CountDownLatch sent = new CountDownLatch(1);
        Loopback.Finding storing =
                (request, responder) -> {
                    awaitLatch(sent);
                    return responder.cancelled() ? Status.CANCELLED : Status.SUCCESS;
                };
        try (Loopback loopback = Loopback.finding(storing);
                RawPeer peer = RawPeer.associated(loopback.port(), 16384)) {
            peer.command(RawPeer.CT_CONTEXT, RawPeer.store(1));
            peer.dataSet(RawPeer.CT_CONTEXT, true, 10).cancel(1);
            peer.command(RawPeer.ECHO_CONTEXT, RawPeer.echo(2));
            sent.countDown();
            assertThat(peer.readResponse().status()).hasValue(0);
            assertThat(peer.readResponse().messageId()).isEqualTo(2);
        }
    }

    @Test
    void givenACancelOfAQueryThatWaits_thenItIsServedAsCancelled() throws Exception {
        CountDownLatch sent = new CountDownLatch(1);
        Loopback.Finding waiting =
                (request, responder) -> {
                    awaitLatch(sent);
                    return responder.cancelled() ? Status.CANCELLED : Status.SUCCESS;
                };
        try (Loopback loopback = Loopback.finding(waiting);
                RawPeer peer = RawPeer.associated(loopback.port(), 16384)) {
            ByteBuf segment = Unpooled.buffer();
            for (int id = 1; id <= 2; id++) {
                segment.writeBytes(RawPeer.pdu(5, true, true, RawPeer.bytes(RawPeer.find(id))));
                segment.writeBytes(RawPeer.pdu(5, false, true, new byte[0]));
            }
            byte[] cancel = RawPeer.bytes(CommandSet.cancel(2));
            segment.writeBytes(RawPeer.pdu(5, true, true, cancel));
            peer.send(ByteBufUtil.getBytes(segment));
            await().until(() -> !loopback.server().associations().isEmpty());
            Messages messages = new Messages(peer);
            sent.countDown();

            assertThat(messages.next().status()).isZero();
            assertThat(messages.next().status()).isEqualTo(0xFE00);
        }
    }

    @Test
    void givenAFloodOfCancels_whenAQueryRuns_thenAllAreTakenAndItIsAnswered() throws Exception {
        CountDownLatch flooded = new CountDownLatch(1);
        Loopback.Finding waiting =
                (request, responder) -> {
                    awaitLatch(flooded);
                    return Status.SUCCESS;
                };
        try (Loopback loopback = Loopback.finding(waiting);
                RawPeer peer = RawPeer.associated(loopback.port(), 16384)) {
            peer.query(1, 0);
            peer.sendQuietly(MANY, CommandSet.cancel(2));
            flooded.countDown();
            assertThat(new Messages(peer).next().status()).isZero();
        }
    }

    @Test
    void givenAPeerThatIsGone_thenTheNextMatchIsRefused() throws Exception {
        CountDownLatch gone = new CountDownLatch(1);
        CompletableFuture<Throwable> thrown = new CompletableFuture<>();
        Loopback.Finding slow =
                (request, responder) -> {
                    responder.pending(Status.PENDING, patient("P1"));
                    awaitLatch(gone);
                    try {
                        responder.pending(Status.PENDING, patient("P2"));
                        thrown.complete(null);
                    } catch (IOException e) {
                        thrown.complete(e);
                    }
                    return Status.SUCCESS;
                };
        try (Loopback loopback = Loopback.finding(slow)) {
            try (RawPeer peer = RawPeer.associated(loopback.port(), 16384)) {
                assertThat(new Messages(peer.query(1, 0)).next().status()).isEqualTo(0xFF00);
            }
            await().until(() -> loopback.observer().told().contains("closed LOST"));
            gone.countDown();
            assertThat(thrown.get(10, TimeUnit.SECONDS))
                    .isInstanceOf(AssociationLostException.class);
        }
    }

    @Test
    void givenAPeerThatReadsNothing_whenItAborts_thenTheWaitingHandlerIsToldAtOnce()
            throws Exception {
        Streaming streaming = new Streaming();
        try (Loopback loopback = Loopback.finding(streaming);
                RawPeer peer = RawPeer.narrow(loopback.port()).associate(16384)) {
            peer.query(1, 0);
            streaming.awaitStandstill();
            peer.send(new byte[] {7, 0, 0, 0, 0, 4, 0, 0, 0, 0});

            assertThat(streaming.end())
                    .isInstanceOf(AssociationLostException.class)
                    .hasMessageContaining("the peer aborted");
        }
    }

    @Test
    void givenAPeerThatReadsNothing_whenTheWriteTimeIsOver_thenItIsCutAndTheHandlerIsTold()
            throws Exception {
        Streaming streaming = new Streaming();
        AssociationLimits limits =
                new AssociationLimits(
                        ofSeconds(60), Duration.ofMillis(700), ofSeconds(60), 16384, 16384);
        try (Loopback loopback = Loopback.finding(limits, streaming);
                RawPeer peer = RawPeer.narrow(loopback.port()).associate(16384)) {
            peer.query(1, 0);

            assertThat(streaming.end())
                    .isInstanceOf(AssociationLostException.class)
                    .hasMessageContaining("the peer took");
            await().until(() -> loopback.observer().told().contains("closed LOST"));
            assertThat(streaming.sent.get()).isLessThan(MANY);
        }
    }

    @Test
    void givenAPeerThatDripsOut_whenItMakesTooLittleRoom_thenItIsCutAllTheSame() throws Exception {
        Streaming streaming = new Streaming();
        AssociationLimits limits =
                new AssociationLimits(
                        ofSeconds(60), Duration.ofMillis(700), ofSeconds(60), 16384, 16384);
        try (Loopback loopback = Loopback.finding(limits, streaming);
                RawPeer peer = RawPeer.narrow(loopback.port()).associate(16384)) {
            peer.query(1, 0);
            await().atMost(ofSeconds(20))
                    .pollInterval(Duration.ofMillis(100))
                    .until(() -> readsOne(peer) && streaming.end.isDone());

            assertThat(streaming.end()).isInstanceOf(AssociationLostException.class);
        }
    }

    private static boolean readsOne(RawPeer peer) {
        try {
            return peer.socket().getInputStream().read() >= 0;
        } catch (IOException e) {
            return true; // cut
        }
    }

    @Test
    void givenAReleaseBeforeTheFinalResponse_thenItIsAbortedAndTheHandlerIsTold() throws Exception {
        Streaming streaming = new Streaming();
        try (Loopback loopback = Loopback.finding(streaming);
                RawPeer peer = RawPeer.associated(loopback.port(), 16384)) {
            peer.query(1, 0).send(RawPeer.RELEASE_RQ);

            assertThat(readToAbort(peer)).isEqualTo(ABORT_UNEXPECTED_PDU);
            assertThat(streaming.end()).isInstanceOf(AssociationLostException.class);
        }
    }

    @Test
    void givenAnIdentifierThatWasNotAnnounced_thenItIsAborted() throws Exception {
        try (Loopback loopback = Loopback.finding((request, responder) -> Status.SUCCESS);
                RawPeer peer = RawPeer.associated(loopback.port(), 16384)) {
            peer.command(5, FindScpTest.withoutDataSet(RawPeer.find(1))).dataSet(5, true, 10);
            assertThat(readToAbort(peer)).isEqualTo(ABORT_UNEXPECTED_PARAMETER);
        }
    }

    @Test
    void givenACommandInPlaceOfTheIdentifier_thenItIsAborted() throws Exception {
        try (Loopback loopback = Loopback.finding((request, responder) -> Status.SUCCESS);
                RawPeer peer = RawPeer.associated(loopback.port(), 16384)) {
            peer.command(5, RawPeer.find(1)).cancel(1);
            assertThat(readToAbort(peer)).isEqualTo(ABORT_UNEXPECTED_PARAMETER);
        }
    }

    @Test
    void givenACancelWithADataSet_thenTheDataSetIsSkipped() throws Exception {
        CommandSet cancel =
                new CommandSet(
                        CommandSet.C_CANCEL_RQ,
                        9,
                        Optional.empty(),
                        Optional.empty(),
                        true,
                        OptionalInt.empty(),
                        Optional.empty());
        try (Loopback loopback = Loopback.finding((request, responder) -> Status.SUCCESS);
                RawPeer peer = RawPeer.associated(loopback.port(), 16384)) {
            peer.command(5, cancel).dataSet(5, true, 100_000).query(1, 0);
            assertThat(new Messages(peer).next().status()).isZero();
        }
    }

    /** Responses may have left before the fault came. */
    private static byte[] readToAbort(RawPeer peer) {
        try {
            byte[] pdu = peer.readPdu();
            while (pdu[0] == 4) {
                pdu = peer.readPdu();
            }
            return pdu;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
