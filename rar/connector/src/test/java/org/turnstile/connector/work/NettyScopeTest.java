/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.connector.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.netty.util.internal.InternalThreadLocalMap;
import jakarta.resource.spi.work.Work;
import jakarta.resource.spi.work.WorkContext;
import jakarta.resource.spi.work.WorkContextProvider;
import jakarta.resource.spi.work.WorkException;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.turnstile.testkit.container.FakeContainer;

/** Threads of a pool's core never end: what is left with one is left for ever. */
class NettyScopeTest {

    private static final Duration SOON = Duration.ofSeconds(20);
    private static final int THREADS = 3;

    /** Pools with a queue have core threads. */
    private final FakeContainer container =
            FakeContainer.builder().shortThreads(1).longThreads(THREADS).queue(THREADS).start();

    private final Dispatcher dispatcher = new Dispatcher(container.workManager());

    @BeforeEach
    void start() throws WorkException {
        dispatcher.start();
    }

    @AfterEach
    void close() {
        dispatcher.stop();
        container.close();
    }

    /** Looks at its thread, and holds it until all threads of the pool are looked at. */
    private static class Look implements Work {
        private final CountDownLatch all;
        private final Queue<Boolean> clean;

        Look(CountDownLatch all, Queue<Boolean> clean) {
            this.all = all;
            this.clean = clean;
        }

        @Override
        public void run() {
            clean.add(InternalThreadLocalMap.getIfSet() == null);
            all.countDown();
            await().atMost(SOON).until(() -> all.getCount() == 0);
        }

        @Override
        public void release() {
            // ends by itself
        }
    }

    /** The same on the threads for long-running Work. */
    private static final class LongLook extends Look implements WorkContextProvider {
        private static final long serialVersionUID = 1L;

        LongLook(CountDownLatch all, Queue<Boolean> clean) {
            super(all, clean);
        }

        @Override
        public List<WorkContext> getWorkContexts() {
            return LongRunning.hints();
        }
    }

    private Queue<Boolean> cleanLongThreads() throws WorkException {
        Queue<Boolean> clean = new ConcurrentLinkedQueue<>();
        CountDownLatch all = new CountDownLatch(THREADS);
        for (int i = 0; i < THREADS; i++) {
            container.workManager().scheduleWork(new LongLook(all, clean));
        }
        await().atMost(SOON).until(() -> all.getCount() == 0);
        return clean;
    }

    private Queue<Boolean> cleanShortThread() throws WorkException {
        Queue<Boolean> clean = new ConcurrentLinkedQueue<>();
        container.workManager().doWork(new Look(new CountDownLatch(1), clean));
        return clean;
    }

    private void submit(Runnable body) throws LaneFullException {
        AtomicBoolean settled = new AtomicBoolean();
        ShortTask task =
                new ShortTask() {
                    @Override
                    public void run() {
                        body.run();
                        settled.set(true);
                    }

                    @Override
                    public void refused(Exception cause) {
                        body.run();
                        settled.set(true);
                    }
                };
        new Lane("requests", 1, 0, dispatcher).submit(task);
        await().atMost(SOON).untilTrue(settled);
    }

    @Test
    void loopsThatHaveEnded_leaveTheirThreadsClean() throws Exception {
        EventLoops loops = EventLoops.start(container.workManager(), THREADS - 1, SOON);
        loops.stop();
        dispatcher.stop();

        assertThat(cleanLongThreads()).hasSize(THREADS).containsOnly(true);
    }

    @Test
    void taskThatHasRun_leavesItsThreadClean() throws Exception {
        submit(InternalThreadLocalMap::get);

        assertThat(cleanShortThread()).containsExactly(true);
    }

    @Test
    void tasksRefusedByTheContainer_leaveTheDispatchersThreadClean() throws Exception {
        CountDownLatch busy = new CountDownLatch(2);
        Queue<Boolean> clean = new ConcurrentLinkedQueue<>();
        for (int i = 0; i < 1 + THREADS; i++) {
            container.workManager().scheduleWork(new Look(busy, clean));
        }

        submit(InternalThreadLocalMap::get);
        dispatcher.stop();

        assertThat(cleanLongThreads()).hasSize(THREADS).containsOnly(true);
        busy.countDown();
    }
}
