/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.connector.work;

import jakarta.resource.spi.work.Work;
import jakarta.resource.spi.work.WorkAdapter;
import jakarta.resource.spi.work.WorkContext;
import jakarta.resource.spi.work.WorkContextProvider;
import jakarta.resource.spi.work.WorkEvent;
import jakarta.resource.spi.work.WorkException;
import jakarta.resource.spi.work.WorkManager;
import jakarta.resource.spi.work.WorkRejectedException;
import java.io.Serial;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Hands short work to the container. Event loops only put into its queue: a server may park whoever
 * submits Work, and must never park an event loop. The queue is bounded by the permits of the
 * lanes, since only what holds a permit gets here.
 */
public final class Dispatcher {

    private static final Object STOP = new Object();

    private final WorkManager workManager;
    private final BlockingQueue<Object> queue = new LinkedBlockingQueue<>();
    private final CountDownLatch started = new CountDownLatch(1);
    private final CountDownLatch ended = new CountDownLatch(1);
    private final AtomicBoolean refusing = new AtomicBoolean();

    /** Submits to this work manager. */
    public Dispatcher(WorkManager workManager) {
        this.workManager = workManager;
    }

    /**
     * Starts the dispatcher's own long-running Work.
     *
     * @throws WorkException if the container refuses it
     */
    public void start() throws WorkException {
        workManager.scheduleWork(new Loop());
    }

    /** Counts down once the dispatcher runs. */
    public CountDownLatch started() {
        return started;
    }

    /** Ends the dispatcher once the queue is empty. */
    public void stop() {
        queue.add(STOP);
    }

    /** Counts down once the dispatcher has ended. */
    public CountDownLatch ended() {
        return ended;
    }

    /** After the end there is nobody to run a task, so it is refused. */
    void dispatch(Lane.Task task) {
        queue.add(task);
        if (ended.getCount() == 0) {
            refuseAll();
        }
    }

    /** A task that is refused brings the next of its lane, which is left to whoever is here. */
    private void refuseAll() {
        while (!queue.isEmpty() && refusing.compareAndSet(false, true)) {
            try {
                for (Object next = queue.poll(); next != null; next = queue.poll()) {
                    if (next instanceof Lane.Task task) {
                        task.refused(new WorkRejectedException("the adapter has stopped"));
                    }
                }
            } finally {
                refusing.set(false);
            }
        }
    }

    private void schedule(Lane.Task task) {
        try {
            Work work =
                    task.task()
                            .caller()
                            .<Work>map(caller -> new CallerWork(task, new CallerContext(caller)))
                            .orElseGet(() -> new PlainWork(task));
            workManager.scheduleWork(work, WorkManager.INDEFINITE, null, new Refusal(task));
        } catch (WorkException e) {
            task.refused(e);
        }
    }

    /** The dispatcher's loop. */
    private final class Loop implements Work, WorkContextProvider {
        @Serial private static final long serialVersionUID = 1L;

        @Override
        public void run() {
            started.countDown();
            try (NettyScope scope = new NettyScope()) {
                serve();
            }
        }

        private void serve() {
            try {
                for (Object next = queue.take(); next != STOP; next = queue.take()) {
                    schedule((Lane.Task) next);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } finally {
                ended.countDown();
                refuseAll();
            }
        }

        @Override
        public void release() {
            stop();
        }

        @Override
        public List<WorkContext> getWorkContexts() {
            return LongRunning.hints();
        }
    }

    /** Work that calls no application code. */
    private static class PlainWork implements Work {
        private final Lane.Task task;

        PlainWork(Lane.Task task) {
            this.task = task;
        }

        @Override
        public void run() {
            try (NettyScope scope = new NettyScope()) {
                task.run();
            }
        }

        @Override
        public void release() {
            // a short task has time-outs of its own and is left to end by them
        }
    }

    /** Work that the container runs as a caller. */
    private static final class CallerWork extends PlainWork implements WorkContextProvider {
        @Serial private static final long serialVersionUID = 1L;
        private final transient CallerContext context;

        CallerWork(Lane.Task task, CallerContext context) {
            super(task);
            this.context = context;
        }

        @Override
        public List<WorkContext> getWorkContexts() {
            return List.of(context);
        }
    }

    /** Hears of Work that the container took and then would not run. */
    private static final class Refusal extends WorkAdapter {
        private final Lane.Task task;

        Refusal(Lane.Task task) {
            this.task = task;
        }

        @Override
        public void workRejected(WorkEvent event) {
            refused(event);
        }

        @Override
        public void workCompleted(WorkEvent event) {
            if (event.getException() != null) {
                refused(event);
            }
        }

        private void refused(WorkEvent event) {
            try (NettyScope scope = new NettyScope()) {
                task.refused(event.getException());
            }
        }
    }
}
