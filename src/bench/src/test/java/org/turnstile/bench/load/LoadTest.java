/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.bench.load;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.turnstile.dicom.association.Decision;
import org.turnstile.dicom.dimse.client.AssociationRejectedException;
import org.turnstile.dicom.pdu.AAbort;
import org.turnstile.dicom.pdu.AAssociateRj;
import org.turnstile.dicom.pdu.UserIdentityRq;

class LoadTest {

    private static final int AT_ONCE = 3;
    private static final Schedule SHORT =
            new Schedule(AT_ONCE, Duration.ZERO, Duration.ofMillis(400), Duration.ofSeconds(20));

    static Stream<Load> loads() {
        return Stream.of(new RawLoad(), new ClientLoad());
    }

    @ParameterizedTest
    @MethodSource("loads")
    void countsEachAssociationThatIsReleased(Load load) throws IOException {
        try (Scp scp = new Scp()) {
            Tally tally = load.run(scp.target(), Workload.ASSOCIATE, SHORT);

            assertThat(tally.count()).isPositive();
            // the peer has its answer before the SCP counts
            await().until(() -> scp.released() == scp.accepted());
            // the last one of each may have ended after the time was over
            assertThat(scp.accepted())
                    .isBetween((int) tally.count(), (int) tally.count() + AT_ONCE);
            assertThat(scp.echoes()).isZero();
        }
    }

    @ParameterizedTest
    @MethodSource("loads")
    void countsEachEchoOnAssociationsThatStayOpen(Load load) throws IOException {
        try (Scp scp = new Scp()) {
            Tally tally = load.run(scp.target(), Workload.ECHO, SHORT);

            assertThat(tally.count()).isPositive();
            assertThat(scp.echoes()).isBetween((int) tally.count(), (int) tally.count() + AT_ONCE);
            assertThat(scp.accepted()).isEqualTo(AT_ONCE);
            await().until(() -> scp.released() == AT_ONCE);
        }
    }

    @ParameterizedTest
    @MethodSource("loads")
    void leavesTheWarmUpOut(Load load) throws IOException {
        Schedule withWarmUp =
                new Schedule(1, Duration.ofMillis(600), Duration.ofMillis(1), SHORT.patience());
        try (Scp scp = new Scp()) {
            Tally tally = load.run(scp.target(), Workload.ECHO, withWarmUp);

            assertThat(tally.count()).isLessThan(scp.echoes() / 2);
        }
    }

    @ParameterizedTest
    @MethodSource("loads")
    void namesTheUserEachTime(Load load) throws IOException {
        List<String> seen = seen(load, new Credentials("alice", "sécret"));

        assertThat(seen).hasSizeGreaterThan(1).containsOnly("2 true alice sécret");
    }

    @ParameterizedTest
    @MethodSource("loads")
    void namesNothingButTheUserWhereNothingProvesTheName(Load load) throws IOException {
        List<String> seen = seen(load, new BareName("älice"));

        assertThat(seen).hasSizeGreaterThan(1).containsOnly("1 true älice ");
    }

    @ParameterizedTest
    @MethodSource("loads")
    void sendsAnotherIdentityEachTimeWhereEachIsForOneAssociation(Load load) throws IOException {
        List<String> seen = seen(load, new Numbered(10_000));

        assertThat(seen).hasSizeGreaterThan(AT_ONCE).doesNotHaveDuplicates();
    }

    @Test
    void endsTheRunWhenTheIdentitiesMadeAheadAreUsedUp() {
        assertThatThrownBy(() -> seen(new RawLoad(), new Numbered(AT_ONCE)))
                .isInstanceOf(LoadException.class)
                .hasMessageContaining("used up");
    }

    /** A user whose identity is another each time. */
    private static final class Numbered implements User {

        private final AtomicInteger made = new AtomicInteger();
        private final int ahead;

        Numbered(int ahead) {
            this.ahead = ahead;
        }

        @Override
        public UserIdentityRq identity() {
            byte[] number = Integer.toString(made.getAndIncrement()).getBytes(UTF_8);
            return new UserIdentityRq(3, true, number, new byte[0]);
        }

        @Override
        public int ahead() {
            return ahead;
        }
    }

    private static List<String> seen(Load load, User user) throws IOException {
        List<String> seen = new CopyOnWriteArrayList<>();
        try (Scp scp =
                new Scp(
                        request -> {
                            seen.add(
                                    request.rq()
                                            .userInformation()
                                            .userIdentityRq()
                                            .map(LoadTest::text)
                                            .orElse("nobody"));
                            return Scp.ACCEPTING.decide(request);
                        },
                        0)) {
            load.run(scp.target(Optional.of(user)), Workload.ASSOCIATE, SHORT);
        }
        return seen;
    }

    private static String text(UserIdentityRq rq) {
        return rq.type()
                + " "
                + rq.positiveResponseRequested()
                + " "
                + new String(rq.primary(), UTF_8)
                + " "
                + new String(rq.secondary(), UTF_8);
    }

    @Test
    void aRejectionEndsTheRun() throws IOException {
        try (Scp scp = new Scp(request -> reject(), 0)) {
            assertThatThrownBy(() -> new RawLoad().run(scp.target(), Workload.ASSOCIATE, SHORT))
                    .isInstanceOf(LoadException.class)
                    .hasMessage("rejected: 1/2/1");
            assertThatThrownBy(() -> new ClientLoad().run(scp.target(), Workload.ASSOCIATE, SHORT))
                    .isInstanceOf(LoadException.class)
                    .hasMessageStartingWith("association rejected: rejected-permanent")
                    .hasCauseInstanceOf(AssociationRejectedException.class);
        }
    }

    private static CompletableFuture<Decision> reject() {
        return CompletableFuture.completedFuture(
                new Decision.Reject(AAssociateRj.NOT_AUTHENTICATED));
    }

    @Test
    void anAbortEndsTheRun() throws IOException {
        try (Scp scp =
                new Scp(
                        request ->
                                CompletableFuture.completedFuture(
                                        new Decision.Abort(AAbort.INVALID_PARAMETER)),
                        0)) {
            assertThatThrownBy(() -> new RawLoad().run(scp.target(), Workload.ECHO, SHORT))
                    .isInstanceOf(LoadException.class)
                    .hasMessage("aborted: 2/6");
        }
    }

    @ParameterizedTest
    @MethodSource("loads")
    void aFailureStatusEndsTheRun(Load load) throws IOException {
        try (Scp scp = new Scp(Scp.ACCEPTING, 0x0122)) {
            assertThatThrownBy(() -> load.run(scp.target(), Workload.ECHO, SHORT))
                    .isInstanceOf(LoadException.class)
                    .hasMessageContaining("C-ECHO");
        }
    }

    @ParameterizedTest
    @MethodSource("loads")
    void silenceEndsTheRun(Load load) throws IOException {
        Schedule impatient =
                new Schedule(1, Duration.ZERO, Duration.ofMillis(50), Duration.ofMillis(300));
        try (Scp scp = new Scp(request -> new CompletableFuture<>(), 0)) {
            assertThatThrownBy(() -> load.run(scp.target(), Workload.ASSOCIATE, impatient))
                    .isInstanceOf(LoadException.class)
                    .hasMessageContaining("ASSOCIAT");
        }
    }

    @ParameterizedTest
    @MethodSource("loads")
    void aClosedPortEndsTheRun(Load load) throws IOException {
        Target gone;
        try (Scp scp = new Scp()) {
            gone = scp.target();
        }

        assertThatThrownBy(() -> load.run(gone, Workload.ASSOCIATE, SHORT))
                .isInstanceOf(IOException.class);
    }

    @Test
    void anUnknownHostEndsTheRun() {
        Target nowhere = new Target("host.invalid", 104, "ANY-SCP", "BENCH", Optional.empty());

        assertThatThrownBy(() -> new RawLoad().run(nowhere, Workload.ASSOCIATE, SHORT))
                .isInstanceOf(LoadException.class)
                .hasMessageContaining("host.invalid");
    }
}
