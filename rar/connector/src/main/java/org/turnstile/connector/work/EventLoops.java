/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.connector.work;

import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.util.concurrent.EventExecutor;
import io.netty.util.internal.logging.InternalLoggerFactory;
import io.netty.util.internal.logging.JdkLoggerFactory;
import jakarta.resource.spi.work.Work;
import jakarta.resource.spi.work.WorkContext;
import jakarta.resource.spi.work.WorkContextProvider;
import jakarta.resource.spi.work.WorkException;
import jakarta.resource.spi.work.WorkManager;
import java.io.Serial;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;

/**
 * Netty's event loops on long-running Work of the container. All are started and proven before the
 * first is used: a loop that is only queued would hang its connections for ever.
 */
public final class EventLoops {

    private static final Duration QUIET = Duration.ZERO;
    private static final Duration STOP = Duration.ofSeconds(2);

    private final EventLoopGroup group;

    private EventLoops(EventLoopGroup group) {
        this.group = group;
    }

    /**
     * Starts the loops.
     *
     * @param workManager whose long-running threads they take
     * @param count number of loops, at least 1
     * @param within how long all of them may take to start
     * @throws WorkException if one does not start in time: the pool of long-running threads is full
     */
    public static EventLoops start(WorkManager workManager, int count, Duration within)
            throws WorkException {
        // Netty would look for log4j and warn where a server has half of it
        InternalLoggerFactory.setDefaultFactory(JdkLoggerFactory.INSTANCE);
        EventLoops loops =
                new EventLoops(
                        new MultiThreadIoEventLoopGroup(
                                count,
                                (Executor) task -> schedule(workManager, task),
                                NioIoHandler.newFactory()));
        try {
            loops.prove(count, within);
            return loops;
        } catch (WorkException | RejectedExecutionException e) {
            loops.stop();
            throw e instanceof WorkException w ? w : new WorkException(e.getMessage(), e);
        }
    }

    private static void schedule(WorkManager workManager, Runnable loop) {
        try {
            workManager.scheduleWork(new LoopWork(loop));
        } catch (WorkException e) {
            throw new RejectedExecutionException("event loop: " + e.getMessage(), e);
        }
    }

    private void prove(int count, Duration within) throws WorkException {
        CountDownLatch started = new CountDownLatch(count);
        for (EventExecutor loop : group) {
            loop.execute(started::countDown);
        }
        try {
            if (!started.await(within.toNanos(), TimeUnit.NANOSECONDS)) {
                throw new WorkException(
                        started.getCount()
                                + " of "
                                + count
                                + " event loops did not start within "
                                + within.toMillis()
                                + " ms: the pool of long-running threads is too small");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new WorkException("interrupted while the event loops started", e);
        }
    }

    /** The loops, for channels. */
    public EventLoopGroup group() {
        return group;
    }

    /** Ends the loops, waiting for them at most a few seconds. */
    public void stop() {
        group.shutdownGracefully(QUIET.toMillis(), STOP.toMillis(), TimeUnit.MILLISECONDS)
                .awaitUninterruptibly(STOP.toMillis() * 2);
    }

    /** One loop. */
    private static final class LoopWork implements Work, WorkContextProvider {
        @Serial private static final long serialVersionUID = 1L;
        private final transient Runnable loop;

        LoopWork(Runnable loop) {
            this.loop = loop;
        }

        @Override
        public void run() {
            // Netty clears the thread as well, and then completes a future on it
            try (NettyScope scope = new NettyScope()) {
                loop.run();
            }
        }

        @Override
        public void release() {
            // the adapter's stop() ends the loops, and comes with this call
        }

        @Override
        public List<WorkContext> getWorkContexts() {
            return LongRunning.hints();
        }
    }
}
