/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.dicom.dimse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.turnstile.api.Association;
import org.turnstile.api.AssociationLostException;
import org.turnstile.api.Status;
import org.turnstile.api.UID;
import org.turnstile.dicom.association.AssociationLimits;
import org.turnstile.dicom.dimse.client.AssociationAbortedException;
import org.turnstile.dicom.dimse.client.ClientAssociation;

/** Server and client of this layer, two-sided, over loopback sockets. */
@Timeout(60)
class DimseServerTest {

    @Test
    void givenAServer_whenAClientEchoesAndReleases_thenBothSeeAReleasedAssociation()
            throws IOException {
        try (Loopback loopback = new Loopback(Loopback::succeed)) {
            try (ClientAssociation association = loopback.connect()) {
                assertThat(association.echo()).isEqualTo(Status.SUCCESS);
                assertThat(association.echo()).isEqualTo(Status.SUCCESS);
                assertThat(loopback.server().associations())
                        .singleElement()
                        .satisfies(DimseServerTest::isFromTheClient);
                association.release();
            }
            await().untilAsserted(
                            () ->
                                    assertThat(loopback.observer().told())
                                            .containsExactly(
                                                    "connected",
                                                    "accepted TURNSTILE",
                                                    "closed RELEASED",
                                                    "disconnected"));
            assertThat(loopback.server().associations()).isEmpty();
            await().until(() -> loopback.server().connectionCount() == 0);
        }
    }

    private static void isFromTheClient(Association live) {
        assertThat(live.callingAeTitle()).isEqualTo("TURNSTILE");
        assertThat(live.calledAeTitle()).isEqualTo("ANY-SCP");
        assertThat(live.listener()).isEqualTo("default");
        assertThat(live.peerImplementationVersionName()).isEqualTo("TURNSTILE_1");
        assertThat(live.peer().getAddress().isLoopbackAddress()).isTrue();
        assertThat(live.identity().isAnonymous()).isTrue();
    }

    @Test
    void givenAnObject_whenItIsStored_thenTheServiceReadsTheSameBytesAndItsStatusComesBack()
            throws IOException {
        byte[] object = new byte[3_000_001];
        new Random(1).nextBytes(object);
        AtomicReference<byte[]> received = new AtomicReference<>();
        Loopback.Serving keeping =
                request -> {
                    received.set(request.dataSet().readAllBytes());
                    return Status.SUCCESS.withComment("kept");
                };
        try (Loopback loopback = new Loopback(keeping);
                ClientAssociation association = loopback.connect()) {
            assertThat(store(association, object)).isEqualTo(Status.SUCCESS.withComment("kept"));
            assertThat(received.get()).isEqualTo(object);
            assertThat(store(association, new byte[0]).isSuccess()).isTrue();
            assertThat(received.get()).isEmpty();
            association.release();
        }
    }

    @Test
    void givenAServiceThatDoesNotRead_thenTheRestIsSkippedAndTheAssociationGoesOn()
            throws IOException {
        try (Loopback loopback = new Loopback(request -> Status.NOT_AUTHORIZED);
                ClientAssociation association = loopback.connect()) {
            for (int i = 0; i < 3; i++) {
                assertThat(store(association, new byte[5_000_000]))
                        .isEqualTo(Status.NOT_AUTHORIZED);
            }
            assertThat(association.echo()).isEqualTo(Status.NOT_AUTHORIZED);
            association.release();
        }
    }

    @Test
    void givenAServiceThatThrows_thenTheStatusIsProcessingFailureAndTheObserverIsTold()
            throws IOException {
        DimseService faulty =
                (request, responder) -> {
                    throw new IllegalStateException("a bug");
                };
        try (Loopback loopback = new Loopback(faulty, AssociationLimits.DEFAULT);
                ClientAssociation association = loopback.connect()) {
            assertThat(association.echo()).isEqualTo(Status.PROCESSING_FAILURE);
            assertThat(loopback.observer().told())
                    .contains("failed java.lang.IllegalStateException: a bug");
        }
    }

    @Test
    void givenARunningStore_whenTheClientAborts_thenTheReaderIsToldAtOnce() throws Exception {
        CompletableFuture<Throwable> seen = new CompletableFuture<>();
        Loopback.Serving reading =
                request -> {
                    try {
                        request.dataSet().readAllBytes();
                        seen.complete(null);
                    } catch (IOException e) {
                        seen.complete(e);
                    }
                    return Status.SUCCESS;
                };
        try (Loopback loopback = new Loopback(reading)) {
            ClientAssociation association = loopback.connect();
            EndlessStream stalled = new EndlessStream(100_000);
            CompletableFuture<Void> storing =
                    CompletableFuture.runAsync(() -> storeQuietly(association, stalled));
            await().until(stalled::exhausted);
            association.abort();
            assertThat(seen.get(10, TimeUnit.SECONDS))
                    .isInstanceOf(AssociationLostException.class)
                    .hasMessageContaining("the peer aborted the association");
            stalled.finish();
            storing.get(10, TimeUnit.SECONDS);
            await().untilAsserted(
                            () ->
                                    assertThat(loopback.observer().told())
                                            .contains("closed ABORTED_BY_PEER"));
        }
    }

    @Test
    void givenALiveAssociation_whenItIsAbortedByItsId_thenTheClientSeesIt() throws IOException {
        try (Loopback loopback = new Loopback(Loopback::succeed);
                ClientAssociation association = loopback.connect()) {
            association.echo();
            String id = loopback.server().associations().get(0).id();
            assertThat(loopback.server().abort("no such id")).isFalse();

            assertThat(loopback.server().abort(id)).isTrue();

            await().until(() -> loopback.server().associations().isEmpty());
            assertThatThrownBy(association::echo)
                    .isInstanceOf(AssociationAbortedException.class)
                    .hasMessageContaining("the peer aborted");
            await().until(() -> loopback.observer().told().contains("closed ABORTED_BY_US"));
        }
    }

    @Test
    void givenARunningRequest_whenTheServerStops_thenItIsAnsweredFirst() throws Exception {
        CountDownLatch started = new CountDownLatch(1);
        CountDownLatch release = new CountDownLatch(1);
        Loopback.Serving slow =
                request -> {
                    started.countDown();
                    awaitLatch(release);
                    return Status.SUCCESS;
                };
        try (Loopback loopback = new Loopback(slow)) {
            ClientAssociation busy = loopback.connect();
            ClientAssociation idle = loopback.connect();
            CompletableFuture<Status> echo = CompletableFuture.supplyAsync(() -> echo(busy));
            assertThat(started.await(10, TimeUnit.SECONDS)).isTrue();

            CompletionStage<Void> closed = loopback.server().close(Duration.ofSeconds(30));

            await().until(() -> loopback.server().associations().size() == 1);
            assertThatThrownBy(idle::echo).isInstanceOf(AssociationAbortedException.class);
            assertThatThrownBy(loopback::connect).isInstanceOf(IOException.class);
            release.countDown();
            assertThat(echo.get(10, TimeUnit.SECONDS)).isEqualTo(Status.SUCCESS);
            closed.toCompletableFuture().get(10, TimeUnit.SECONDS);
            assertThat(loopback.server().connectionCount()).isZero();
        }
    }

    @Test
    void givenARequestThatNeverEnds_whenTheGraceIsOver_thenItIsAborted() throws Exception {
        CompletableFuture<Throwable> seen = new CompletableFuture<>();
        Loopback.Serving reading =
                request -> {
                    try {
                        request.dataSet().readAllBytes();
                    } catch (IOException e) {
                        seen.complete(e);
                    }
                    return Status.SUCCESS;
                };
        try (Loopback loopback = new Loopback(reading)) {
            ClientAssociation association = loopback.connect();
            EndlessStream stalled = new EndlessStream(100_000);
            CompletableFuture<Void> storing =
                    CompletableFuture.runAsync(() -> storeQuietly(association, stalled));
            await().until(stalled::exhausted);

            loopback.server()
                    .close(Duration.ofMillis(200))
                    .toCompletableFuture()
                    .get(10, TimeUnit.SECONDS);

            assertThat(seen.get(10, TimeUnit.SECONDS))
                    .isInstanceOf(AssociationLostException.class)
                    .hasMessageContaining("stopping");
            stalled.finish();
            storing.get(10, TimeUnit.SECONDS);
        }
    }

    @Test
    void givenTooManyConnections_thenFurtherOnesAreClosedAndOldOnesWorkOn() throws IOException {
        ServerOptions two = ServerOptions.DEFAULT.withMaxConnections(2);
        try (Loopback loopback =
                        new Loopback(
                                two,
                                Loopback.accepting(AssociationLimits.DEFAULT),
                                Loopback::succeed);
                ClientAssociation first = loopback.connect();
                ClientAssociation second = loopback.connect()) {
            assertThatThrownBy(loopback::connect).isInstanceOf(IOException.class);
            assertThat(loopback.observer().told()).contains("refused");
            assertThat(first.echo().isSuccess()).isTrue();
            second.release();
            await().until(() -> loopback.server().connectionCount() == 1);
            try (ClientAssociation third = loopback.connect()) {
                assertThat(third.echo().isSuccess()).isTrue();
            }
        }
    }

    @Test
    void givenATakenPort_thenBindSaysWhichOne() throws IOException {
        try (Loopback loopback = new Loopback(Loopback::succeed)) {
            InetSocketAddress taken =
                    new InetSocketAddress(InetAddress.getLoopbackAddress(), loopback.port());
            assertThatThrownBy(() -> loopback.bindAgain(taken))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("cannot listen on")
                    .hasMessageContaining(String.valueOf(loopback.port()));
        }
    }

    @Test
    void givenOptionsOutOfRange_thenTheFieldIsNamed() {
        assertThatThrownBy(() -> ServerOptions.DEFAULT.withArtim(Duration.ZERO))
                .hasMessageContaining("artim");
        assertThatThrownBy(() -> ServerOptions.DEFAULT.withMaxConnections(0))
                .hasMessageContaining("maxConnections: 0");
    }

    private static Status store(ClientAssociation association, byte[] object) throws IOException {
        return association.store(
                Loopback.CT_IMAGE,
                "1.2.3",
                UID.EXPLICIT_VR_LITTLE_ENDIAN,
                new ByteArrayInputStream(object));
    }

    private static void storeQuietly(ClientAssociation association, EndlessStream object) {
        try {
            association.store(Loopback.CT_IMAGE, "1.2.3", UID.EXPLICIT_VR_LITTLE_ENDIAN, object);
        } catch (IOException e) {
            assertThat(e).isInstanceOf(AssociationAbortedException.class);
        }
    }

    private static Status echo(ClientAssociation association) {
        try {
            return association.echo();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static void awaitLatch(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
