/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.bench.archive;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.Future;
import org.turnstile.bench.load.LoadException;
import org.turnstile.bench.load.MessageAssociation;
import org.turnstile.bench.load.Target;

/** Associations that are open at the same time, each with a thread that works on it. */
final class Associations implements AutoCloseable {

    /** Work on one association. */
    interface Work {
        /**
         * Does it.
         *
         * @param index number of the association, from 0
         */
        void on(MessageAssociation association, int index) throws IOException;
    }

    private final List<MessageAssociation> open = new ArrayList<>();
    private final ForkJoinPool threads;

    private Associations(int count) {
        threads = new ForkJoinPool(count);
    }

    /** Opens so many. */
    static Associations open(
            Target target, String sopClass, String transferSyntax, int count, Duration patience)
            throws IOException {
        Associations associations = new Associations(count);
        boolean done = false;
        try {
            for (int i = 0; i < count; i++) {
                associations.open.add(
                        MessageAssociation.open(target, sopClass, transferSyntax, patience));
            }
            done = true;
            return associations;
        } finally {
            if (!done) {
                associations.close();
            }
        }
    }

    /** Most bytes that the peer takes at once; it says the same each time. */
    int maximumLength() {
        return open.get(0).maximumLength();
    }

    /** Works on all at once, and waits for the last. */
    void all(Work work) throws IOException {
        List<Callable<Void>> tasks = new ArrayList<>();
        for (int i = 0; i < open.size(); i++) {
            int index = i;
            tasks.add(
                    () -> {
                        work.on(open.get(index), index);
                        return null;
                    });
        }
        for (Future<Void> each : threads.invokeAll(tasks)) {
            await(each);
        }
    }

    private static void await(Future<Void> task) throws IOException {
        try {
            task.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LoadException("interrupted", e);
        } catch (ExecutionException e) {
            throw failure(e);
        }
    }

    /** The pool puts what a task throws into exceptions of its own. */
    private static IOException failure(Throwable thrown) {
        Throwable cause = thrown;
        while (cause != null) {
            if (cause instanceof IOException failure) {
                return failure;
            }
            cause = cause.getCause();
        }
        return new LoadException(thrown.toString(), thrown);
    }

    /** Releases all. */
    void release() throws IOException {
        for (MessageAssociation each : open) {
            each.release();
        }
    }

    @Override
    public void close() throws IOException {
        threads.shutdownNow();
        for (MessageAssociation each : open) {
            each.close();
        }
    }
}
