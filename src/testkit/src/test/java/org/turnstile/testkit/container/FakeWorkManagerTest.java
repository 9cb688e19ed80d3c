/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.testkit.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.resource.spi.work.ExecutionContext;
import jakarta.resource.spi.work.Work;
import jakarta.resource.spi.work.WorkCompletedException;
import jakarta.resource.spi.work.WorkEvent;
import jakarta.resource.spi.work.WorkException;
import jakarta.resource.spi.work.WorkListener;
import jakarta.resource.spi.work.WorkManager;
import jakarta.resource.spi.work.WorkRejectedException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class FakeWorkManagerTest {

    private static final Duration SOON = Duration.ofMillis(200);

    @Test
    void doWorkReturnsWhenTheWorkHasRunAndOnAnotherThread() throws Exception {
        try (FakeContainer container = FakeContainer.start()) {
            AtomicReference<Thread> ranOn = new AtomicReference<>();
            container.workManager().doWork(TestWorks.of(() -> ranOn.set(Thread.currentThread())));
            assertThat(ranOn.get()).isNotNull().isNotSameAs(Thread.currentThread());
            assertThat(container.workManager().active()).isEmpty();
        }
    }

    @Test
    void workRunsWithAContextClassLoaderThatSeesNothingOfTheAdapter() throws Exception {
        try (FakeContainer container = FakeContainer.start()) {
            AtomicReference<ClassLoader> loader = new AtomicReference<>();
            Runnable body = () -> loader.set(Thread.currentThread().getContextClassLoader());
            container.workManager().doWork(TestWorks.of(body));
            assertThat(loader.get()).isSameAs(ClassLoader.getPlatformClassLoader());
        }
    }

    @Test
    void longRunningWorkHasThreadsOfItsOwn() throws Exception {
        try (FakeContainer container =
                FakeContainer.builder().shortThreads(1).longThreads(1).start()) {
            TestWorks.Blocking loop = TestWorks.blocking(TestWorks.longRunning());
            assertThat(container.workManager().startWork(loop)).isNotNegative();
            AtomicReference<String> ranOn = new AtomicReference<>();
            Runnable body = () -> ranOn.set(Thread.currentThread().getName());
            container.workManager().doWork(TestWorks.of(body));
            assertThat(ranOn.get()).startsWith("fake-short");
            loop.release();
        }
    }

    @Test
    void workIsRejectedWhenThreadsAndQueueAreFull() throws Exception {
        try (FakeContainer container = FakeContainer.builder().shortThreads(1).queue(1).start()) {
            WorkManager manager = container.workManager();
            TestWorks.Blocking running = TestWorks.blocking();
            TestWorks.Blocking queued = TestWorks.blocking();
            manager.startWork(running);
            manager.scheduleWork(queued);
            Told told = new Told();
            Work third = TestWorks.of(() -> {});
            assertThatThrownBy(() -> manager.scheduleWork(third, -1, null, told))
                    .isInstanceOf(WorkRejectedException.class);
            assertThat(told.events).containsExactly("accepted", "rejected");
            running.release();
            queued.release();
        }
    }

    @Test
    void workThatDoesNotStartInTimeIsRejectedAndNeverRun() throws Exception {
        try (FakeContainer container = FakeContainer.builder().shortThreads(1).queue(9).start()) {
            WorkManager manager = container.workManager();
            TestWorks.Blocking running = TestWorks.blocking();
            manager.startWork(running);
            List<String> ran = new CopyOnWriteArrayList<>();
            Told scheduled = new Told();
            manager.scheduleWork(TestWorks.of(() -> ran.add("scheduled")), 1, null, scheduled);
            Work waiting = TestWorks.of(() -> ran.add("waiting"));
            assertThatThrownBy(() -> manager.startWork(waiting, SOON.toMillis(), null, null))
                    .isInstanceOf(WorkRejectedException.class)
                    .extracting(e -> ((WorkException) e).getErrorCode())
                    .isEqualTo(WorkException.START_TIMED_OUT);
            running.release();
            Awaitility.await().until(() -> container.workManager().active().isEmpty());
            assertThat(scheduled.events).containsExactly("accepted", "rejected");
            assertThat(ran).isEmpty();
        }
    }

    @Test
    void aListenerIsToldOfEachStep() throws Exception {
        try (FakeContainer container = FakeContainer.start()) {
            Told told = new Told();
            container.workManager().doWork(TestWorks.of(() -> {}), 1000, null, told);
            assertThat(told.events).containsExactly("accepted", "started", "completed");
            assertThat(told.failure).isNull();
        }
    }

    @Test
    void workThatThrowsCompletesWithItsException() {
        try (FakeContainer container = FakeContainer.start()) {
            Told told = new Told();
            Work failing =
                    TestWorks.of(
                            () -> {
                                throw new AssertionError("broken");
                            });
            assertThatThrownBy(() -> container.workManager().doWork(failing, -1, null, told))
                    .isInstanceOf(WorkCompletedException.class)
                    .hasRootCauseMessage("broken");
            assertThat(told.failure).isInstanceOf(WorkCompletedException.class);
        }
    }

    @Test
    void anExecutionContextIsNotTaken() {
        try (FakeContainer container = FakeContainer.start()) {
            Work work = TestWorks.of(() -> {});
            ExecutionContext context = new ExecutionContext();
            assertThatThrownBy(() -> container.workManager().doWork(work, -1, context, null))
                    .hasMessageContaining("ExecutionContext");
        }
    }

    @Test
    void workThatIsLeftIsReleasedAtShutDown() throws Exception {
        FakeContainer container = FakeContainer.builder().patience(SOON).start();
        TestWorks.Blocking left = TestWorks.blocking();
        container.workManager().startWork(left);
        container.close();
        assertThat(container.workManager().released()).containsExactly(left);
    }

    @Test
    void workThatDoesNotEndWhenReleasedIsALeak() throws Exception {
        FakeContainer container = FakeContainer.builder().patience(SOON).start();
        TestWorks.Blocking inner = TestWorks.blocking();
        Work deaf = TestWorks.of(() -> inner.run());
        container.workManager().startWork(deaf);
        assertThatThrownBy(container::close)
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("did not end");
        inner.release();
    }

    private static final class Told implements WorkListener {
        private final List<String> events = new CopyOnWriteArrayList<>();
        private volatile WorkException failure;

        @Override
        public void workAccepted(WorkEvent e) {
            events.add("accepted");
        }

        @Override
        public void workRejected(WorkEvent e) {
            events.add("rejected");
        }

        @Override
        public void workStarted(WorkEvent e) {
            events.add("started");
        }

        @Override
        public void workCompleted(WorkEvent e) {
            failure = e.getException();
            events.add("completed");
        }
    }
}
