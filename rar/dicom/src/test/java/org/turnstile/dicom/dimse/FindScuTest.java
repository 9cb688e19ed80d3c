/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.dicom.dimse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.turnstile.dicom.dimse.Patients.patient;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.turnstile.api.Status;
import org.turnstile.api.UID;
import org.turnstile.api.data.Dataset;
import org.turnstile.api.data.UIDs;
import org.turnstile.api.io.DatasetReader;
import org.turnstile.api.io.TransferSyntax;
import org.turnstile.dicom.dimse.client.ClientAssociation;
import org.turnstile.dicom.dimse.client.MatchConsumer;

/** C-FIND as SCU, against our server. */
@Timeout(60)
class FindScuTest {

    private static final String FIND = UID.STUDY_ROOT_FIND;

    @ParameterizedTest
    @ValueSource(
            strings = {
                UIDs.ImplicitVRLittleEndian,
                UIDs.ExplicitVRLittleEndian,
                UIDs.ExplicitVRBigEndian,
                UIDs.DeflatedExplicitVRLittleEndian
            })
    void givenAnyTransferSyntax_thenIdentifierAndMatchesArriveAsTheyWere(String syntax)
            throws IOException {
        Loopback.Finding echoing =
                (request, responder) -> {
                    Dataset identifier =
                            new DatasetReader(
                                            request.dataSet(),
                                            TransferSyntax.of(request.transferSyntax()))
                                    .read();
                    responder.pending(Status.PENDING, identifier);
                    responder.pending(Status.PENDING_WARNING, patient("P2"));
                    return Status.SUCCESS.withComment("that is all");
                };
        List<String> matches = new ArrayList<>();
        try (Loopback loopback = Loopback.finding(echoing);
                ClientAssociation association = loopback.connectToFind(syntax)) {
            Dataset identifier = Patients.wordy("P1", 5000);
            Status last =
                    association.find(
                            FIND,
                            identifier,
                            (status, match) -> {
                                matches.add(status + " " + Patients.id(match));
                                return status.equals(Status.PENDING_WARNING)
                                        || match.equals(identifier);
                            });
            assertThat(last).isEqualTo(Status.SUCCESS.withComment("that is all"));
            assertThat(matches).containsExactly("FF00H P1", "FF01H P2");
            assertThat(association.find(FIND, identifier, (status, match) -> true).isSuccess())
                    .isTrue();
            association.release();
        }
    }

    @Test
    void givenNoMatch_thenOnlyTheFinalStatusComes() throws IOException {
        try (Loopback loopback = Loopback.finding((request, responder) -> Status.NOT_AUTHORIZED);
                ClientAssociation association = connect(loopback)) {
            assertThat(find(association)).isEqualTo(Status.NOT_AUTHORIZED);
            assertThat(association.echo()).isEqualTo(Status.NOT_AUTHORIZED);
            association.release();
        }
    }

    @Test
    void givenAConsumerThatWantsNoMore_thenOneCancelIsSentAndTheRestIsDropped() throws Exception {
        AtomicInteger taken = new AtomicInteger();
        Loopback.Finding streaming =
                (request, responder) -> Patients.stream(responder, 1_000_000, 100);
        try (Loopback loopback = Loopback.finding(streaming);
                ClientAssociation association = connect(loopback)) {
            Status last =
                    association.find(
                            FIND, patient(""), (status, match) -> taken.incrementAndGet() < 3);

            assertThat(last).isEqualTo(Status.CANCELLED);
            assertThat(taken).hasValue(3);
            assertThat(find(association, 1)).isEqualTo(Status.CANCELLED);
            association.release();
        }
    }

    @Test
    void givenManyMatches_thenAllComeInTheirOrder() throws IOException {
        AtomicInteger next = new AtomicInteger();
        Loopback.Finding streaming = (request, responder) -> Patients.stream(responder, 20_000, 50);
        try (Loopback loopback = Loopback.finding(streaming);
                ClientAssociation association = connect(loopback)) {
            Status last =
                    association.find(
                            FIND,
                            patient(""),
                            (status, match) ->
                                    Patients.id(match).equals("P" + next.incrementAndGet()));
            assertThat(last).isEqualTo(Status.SUCCESS);
            assertThat(next).hasValue(20_000);
        }
    }

    @Test
    void givenASlowConsumer_thenThePeerIsHeldBack() throws Exception {
        AtomicInteger pushed = new AtomicInteger();
        CountDownLatch goOn = new CountDownLatch(1);
        Loopback.Finding counting =
                (request, responder) -> {
                    for (int i = 0; i < 20_000; i++) {
                        responder.pending(Status.PENDING, Patients.wordy("P", 2000));
                        pushed.incrementAndGet();
                    }
                    return Status.SUCCESS;
                };
        try (Loopback loopback = Loopback.finding(counting);
                ClientAssociation association = connect(loopback)) {
            CompletableFuture<Status> last =
                    CompletableFuture.supplyAsync(
                            () ->
                                    findQuietly(
                                            association,
                                            (status, match) -> {
                                                FindScpTest.awaitLatch(goOn);
                                                return true;
                                            }));
            int[] before = {-1};
            await().pollInterval(Duration.ofMillis(200))
                    .until(() -> pushed.get() > 0 && before[0] == (before[0] = pushed.get()));
            assertThat(pushed.get()).isLessThan(20_000);
            goOn.countDown();
            assertThat(last.get(30, TimeUnit.SECONDS)).isEqualTo(Status.SUCCESS);
            assertThat(pushed).hasValue(20_000);
        }
    }

    private static Status findQuietly(ClientAssociation association, MatchConsumer consumer) {
        try {
            return association.find(FIND, patient(""), consumer);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void givenARelationalQueryThatIsAskedFor_thenBothSidesKnowThatItWasAgreedOn() throws Exception {
        CompletableFuture<Boolean> relational = new CompletableFuture<>();
        Loopback.Finding looking =
                (request, responder) -> {
                    relational.complete(request.relational());
                    return Status.SUCCESS;
                };
        try (Loopback loopback = Loopback.finding(looking);
                ClientAssociation association =
                        loopback.client()
                                .connect(
                                        loopback.options()
                                                .context(FIND, UID.EXPLICIT_VR_LITTLE_ENDIAN)
                                                .relational(FIND)
                                                .relational(UID.VERIFICATION)
                                                .build())) {
            assertThat(association.relational(FIND)).isTrue();
            assertThat(association.relational(UID.VERIFICATION)).isFalse();
            find(association);
            assertThat(relational.get(10, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void givenAConsumerThatFails_thenItsFaultIsThrownAndTheAssociationAborted() throws Exception {
        Loopback.Finding streaming = (request, responder) -> Patients.stream(responder, 1000, 10);
        try (Loopback loopback = Loopback.finding(streaming);
                ClientAssociation association = connect(loopback)) {
            assertThatThrownBy(
                            () ->
                                    association.find(
                                            FIND,
                                            patient(""),
                                            (status, match) -> {
                                                throw new IOException("disk full");
                                            }))
                    .hasMessage("disk full");
            await().until(() -> loopback.server().associations().isEmpty());
        }
    }

    @Test
    void givenNoContextForIt_thenNothingIsSent() throws Exception {
        try (Loopback loopback = new Loopback(Loopback::succeed);
                ClientAssociation association = loopback.connect()) {
            assertThatThrownBy(() -> find(association))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining(FIND);
            assertThat(association.echo()).isEqualTo(Status.SUCCESS);
        }
    }

    @Test
    void givenOptions_thenTheyAreAnsweredOneByOne() {
        ByteBuffer all = ByteBuffer.wrap(new byte[] {1, 1, 1, 1, 1, 1});
        ByteBuffer none = ByteBuffer.wrap(new byte[] {0, 1, 1});

        assertThat(QueryOptions.answer(all)).contains(ByteBuffer.wrap(new byte[] {1, 0, 0, 0, 0}));
        assertThat(QueryOptions.answer(none)).contains(ByteBuffer.wrap(new byte[3]));
        assertThat(QueryOptions.answer(ByteBuffer.allocate(0))).isEmpty();
        assertThat(QueryOptions.isRelational(ByteBuffer.allocate(0))).isFalse();
        assertThat(QueryOptions.isRelational(ByteBuffer.wrap(new byte[] {2}))).isFalse();
        assertThat(QueryOptions.isRelational(QueryOptions.relational())).isTrue();
    }

    private static ClientAssociation connect(Loopback loopback) throws IOException {
        return loopback.connectToFind(UID.EXPLICIT_VR_LITTLE_ENDIAN);
    }

    private static Status find(ClientAssociation association) throws IOException {
        return find(association, Integer.MAX_VALUE);
    }

    /** Wants so many matches and one more. */
    private static Status find(ClientAssociation association, int most) throws IOException {
        AtomicInteger taken = new AtomicInteger();
        return association.find(
                FIND, patient(""), (status, match) -> taken.getAndIncrement() < most);
    }
}
