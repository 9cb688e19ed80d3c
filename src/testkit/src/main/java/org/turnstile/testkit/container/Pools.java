/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.testkit.container;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Thread pools as servers have them: bounded in threads and in the queue before them. */
final class Pools {

    private Pools() {}

    static ThreadPoolExecutor bounded(String name, int threads, int queue) {
        AtomicInteger number = new AtomicInteger();
        BlockingQueue<Runnable> waiting =
                queue == 0 ? new SynchronousQueue<>() : new LinkedBlockingQueue<>(queue);
        // with a queue the pool would grow beyond its core only when that is full
        int core = queue == 0 ? 0 : threads;
        return new ThreadPoolExecutor(
                core,
                threads,
                1,
                TimeUnit.SECONDS,
                waiting,
                body -> {
                    Thread thread = new Thread(body, name + "-" + number.incrementAndGet());
                    thread.setDaemon(true);
                    return thread;
                });
    }
}
