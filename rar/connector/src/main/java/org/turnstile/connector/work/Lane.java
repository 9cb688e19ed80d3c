/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.connector.work;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * A kind of short work with a number of permits. What has no permit waits in a bounded queue and
 * holds no thread; what finds the queue full is refused at once.
 */
public final class Lane {

    private final String name;
    private final int permits;
    private final int mostWaiting;
    private final Dispatcher dispatcher;
    private final Queue<Task> waiting = new ArrayDeque<>();
    private int running;

    /**
     * Makes a lane.
     *
     * @param name for messages
     * @param permits most tasks at once, at least 1
     * @param mostWaiting most tasks that wait for a permit, at least 0
     * @param dispatcher hands the tasks to the container
     */
    public Lane(String name, int permits, int mostWaiting, Dispatcher dispatcher) {
        if (permits < 1) {
            throw new IllegalArgumentException("permits of " + name + ": " + permits + " < 1");
        }
        if (mostWaiting < 0) {
            throw new IllegalArgumentException("waiting " + name + ": " + mostWaiting + " < 0");
        }
        this.name = name;
        this.permits = permits;
        this.mostWaiting = mostWaiting;
        this.dispatcher = dispatcher;
    }

    /**
     * Takes a task; never blocks. The task is later either run or refused, once.
     *
     * @throws LaneFullException if too many wait already
     */
    public void submit(ShortTask task) throws LaneFullException {
        Task entry = new Task(task);
        synchronized (this) {
            if (running >= permits) {
                if (waiting.size() >= mostWaiting) {
                    throw new LaneFullException(name, mostWaiting);
                }
                waiting.add(entry);
                return;
            }
            running++;
        }
        dispatcher.dispatch(entry);
    }

    /** Tasks that wait for a permit now. */
    public synchronized int waiting() {
        return waiting.size();
    }

    /** Tasks that hold a permit now. */
    public synchronized int running() {
        return running;
    }

    /**
     * Waits until no task runs or waits any more.
     *
     * @param most how long, at most
     * @return whether that came in time
     */
    public synchronized boolean awaitIdle(Duration most) throws InterruptedException {
        long end = System.nanoTime() + most.toNanos();
        while (running > 0) {
            long left = end - System.nanoTime();
            if (left <= 0) {
                return false;
            }
            // rounded up, since 0 would mean for ever
            wait(left / 1_000_000 + 1);
        }
        return true;
    }

    /** The permit passes to the next that waits and is still wanted, or is given back. */
    private void passOn() {
        Task next;
        synchronized (this) {
            do {
                next = waiting.poll();
            } while (next != null && !next.task.wanted());
            if (next == null) {
                running--;
                notifyAll();
                return;
            }
        }
        dispatcher.dispatch(next);
    }

    /** A task with its permit. */
    final class Task {
        private final ShortTask task;
        private final AtomicBoolean settled = new AtomicBoolean();

        private Task(ShortTask task) {
            this.task = task;
        }

        ShortTask task() {
            return task;
        }

        /** Does nothing if the task has run: a server may report both. */
        void refused(Exception cause) {
            settle(() -> task.refused(cause));
        }

        void run() {
            settle(task::run);
        }

        private void settle(Runnable how) {
            if (!settled.compareAndSet(false, true)) {
                return;
            }
            try {
                how.run();
            } finally {
                passOn();
            }
        }
    }
}
