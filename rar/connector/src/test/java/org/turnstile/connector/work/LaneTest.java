/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.connector.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import jakarta.resource.spi.work.WorkException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javax.security.auth.Subject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.turnstile.api.IdentityType;
import org.turnstile.api.UserIdentity;
import org.turnstile.testkit.container.Caller;
import org.turnstile.testkit.container.FakeContainer;
import org.turnstile.testkit.container.SecurityInflow;

/** Permits, the bounded queue before them, and that each task is settled once. */
class LaneTest {

    private static final Duration SOON = Duration.ofSeconds(20);

    private final AtomicInteger running = new AtomicInteger();
    private final AtomicInteger mostAtOnce = new AtomicInteger();
    private final AtomicInteger ran = new AtomicInteger();
    private final AtomicInteger refused = new AtomicInteger();
    private final AtomicInteger good = new AtomicInteger();
    private FakeContainer container;
    private Dispatcher dispatcher;

    /** A task that counts, and does something. */
    private class Counted implements ShortTask {
        private final Runnable body;

        Counted(Runnable body) {
            this.body = body;
        }

        @Override
        public void run() {
            mostAtOnce.accumulateAndGet(running.incrementAndGet(), Math::max);
            try {
                body.run();
            } finally {
                running.decrementAndGet();
                ran.incrementAndGet();
            }
        }

        @Override
        public void refused(Exception cause) {
            assertThat(cause).isInstanceOf(WorkException.class);
            refused.incrementAndGet();
        }
    }

    @BeforeEach
    void start() throws Exception {
        start(FakeContainer.builder());
    }

    private void start(FakeContainer.Builder builder) throws Exception {
        container = builder.start();
        dispatcher = new Dispatcher(container.workManager());
        dispatcher.start();
        assertThat(dispatcher.started().await(10, TimeUnit.SECONDS)).isTrue();
    }

    @AfterEach
    void stop() throws InterruptedException {
        dispatcher.stop();
        assertThat(dispatcher.ended().await(10, TimeUnit.SECONDS)).isTrue();
        container.close();
    }

    private static Runnable until(CountDownLatch latch) {
        return () -> await().atMost(SOON).until(() -> latch.getCount() == 0);
    }

    @Test
    void manyTasks_neverMoreAtOnceThanPermits() throws Exception {
        Lane lane = new Lane("test", 3, 500, dispatcher);

        for (int i = 0; i < 400; i++) {
            lane.submit(new Counted(Thread::yield));
        }

        await().atMost(SOON).until(() -> ran.get() == 400);
        assertThat(mostAtOnce).hasValueLessThanOrEqualTo(3);
        assertThat(lane.awaitIdle(SOON)).isTrue();
        assertThat(lane.running()).isZero();
        assertThat(refused).hasValue(0);
    }

    @Test
    void fullQueue_refusedAtOnceAndByName() throws Exception {
        CountDownLatch gate = new CountDownLatch(1);
        Lane lane = new Lane("test", 1, 2, dispatcher);
        lane.submit(new Counted(until(gate)));
        lane.submit(new Counted(() -> {}));
        lane.submit(new Counted(() -> {}));
        assertThat(lane.running()).isEqualTo(1);
        assertThat(lane.waiting()).isEqualTo(2);

        assertThatThrownBy(() -> lane.submit(new Counted(() -> {})))
                .isInstanceOf(LaneFullException.class)
                .hasMessageContaining("test: 2 are waiting");
        assertThat(lane.awaitIdle(Duration.ofMillis(50))).isFalse();

        gate.countDown();
        assertThat(lane.awaitIdle(SOON)).isTrue();
        assertThat(ran).hasValue(3);
    }

    @Test
    void waitingTaskThatIsNoLongerWanted_skipped() throws Exception {
        CountDownLatch gate = new CountDownLatch(1);
        Lane lane = new Lane("test", 1, 10, dispatcher);
        lane.submit(new Counted(until(gate)));
        lane.submit(
                new Counted(() -> {}) {
                    @Override
                    public boolean wanted() {
                        return false;
                    }
                });
        lane.submit(new Counted(() -> {}));

        gate.countDown();

        assertThat(lane.awaitIdle(SOON)).isTrue();
        assertThat(ran).hasValue(2);
    }

    @Test
    void taskThatThrows_givesItsPermitBack() throws Exception {
        Lane lane = new Lane("test", 1, 10, dispatcher);
        lane.submit(
                new Counted(
                        () -> {
                            throw new IllegalStateException("a bug");
                        }));
        lane.submit(new Counted(() -> {}));

        assertThat(lane.awaitIdle(SOON)).isTrue();
        assertThat(ran).hasValue(2);
        assertThat(refused).hasValue(0);
    }

    @Test
    void containerWithoutAFreeThread_refusedOnceAndThePermitIsGivenBack() throws Exception {
        stop();
        start(FakeContainer.builder().shortThreads(1));
        CountDownLatch gate = new CountDownLatch(1);
        Lane lane = new Lane("test", 2, 10, dispatcher);
        lane.submit(new Counted(until(gate)));
        await().atMost(SOON).until(() -> running.get() == 1);

        lane.submit(new Counted(() -> {}));

        await().atMost(SOON).until(() -> refused.get() == 1);
        assertThat(lane.running()).isEqualTo(1);
        gate.countDown();
        assertThat(lane.awaitIdle(SOON)).isTrue();
        assertThat(refused).hasValue(1);
        assertThat(ran).hasValue(1);
    }

    @Test
    void taskWithACaller_runsAsThatCallerTheNextOneAsNobody() throws Exception {
        Lane lane = new Lane("test", 1, 10, dispatcher);
        UserIdentity alice =
                UserIdentity.of(
                        "alice", IdentityType.PASSCODE, true, Set.of("dicom-echo"), new Subject());

        lane.submit(asCaller(() -> assertCaller("alice", Set.of("dicom-echo")), alice));
        lane.submit(asCaller(() -> assertCaller("anonymous", Set.of()), UserIdentity.anonymous()));
        lane.submit(new Counted(() -> assertCaller("anonymous", Set.of())));

        assertThat(lane.awaitIdle(SOON)).isTrue();
        assertThat(good).hasValue(3);
        assertThat(container.workManager().inflows())
                .containsExactly(
                        new SecurityInflow(1, new Caller("alice", Set.of("dicom-echo"))),
                        new SecurityInflow(1, Caller.ANONYMOUS));
    }

    private void assertCaller(String name, Set<String> roles) {
        if (container.currentCaller().equals(new Caller(name, roles))) {
            good.incrementAndGet();
        }
    }

    private Counted asCaller(Runnable body, UserIdentity caller) {
        return new Counted(body) {
            @Override
            public Optional<UserIdentity> caller() {
                return Optional.of(caller);
            }
        };
    }

    @Test
    void stoppedDispatcher_refusesWhatComesAndWhatWaits() throws Exception {
        CountDownLatch gate = new CountDownLatch(1);
        Lane lane = new Lane("test", 1, 5000, dispatcher);
        lane.submit(new Counted(until(gate)));
        for (int i = 0; i < 5000; i++) {
            lane.submit(new Counted(() -> {}));
        }
        dispatcher.stop();
        assertThat(dispatcher.ended().await(10, TimeUnit.SECONDS)).isTrue();

        gate.countDown();

        assertThat(lane.awaitIdle(SOON)).isTrue();
        assertThat(ran).hasValue(1);
        assertThat(refused).hasValue(5000);
        lane.submit(new Counted(() -> {}));
        await().atMost(SOON).until(() -> refused.get() == 5001);
    }

    @Test
    void numbersOutOfRange_refusedByName() {
        assertThatThrownBy(() -> new Lane("test", 0, 1, dispatcher))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("permits of test: 0 < 1");
        assertThatThrownBy(() -> new Lane("test", 1, -1, dispatcher))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("waiting test: -1 < 0");
    }
}
