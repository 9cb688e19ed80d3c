/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.ejb.index;

import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

/**
 * Writes rows, each before its caller goes on, and those of callers that wait at the same time in
 * one transaction: a commit costs about the same for one row and for several. Whoever comes first
 * commits; who comes meanwhile waits, and the next of them commits for all of these. For any number
 * of threads.
 */
final class SharedCommits {

    private final Transactions transactions;
    private final Queue<Waiting> waiting = new ConcurrentLinkedQueue<>();
    private final ReentrantLock turn = new ReentrantLock();

    SharedCommits(Transactions transactions) {
        this.transactions = transactions;
    }

    /**
     * Runs work, in a transaction that others may take part in, and commits it. Where one part of
     * such a transaction stands in the way of all, each is run again alone.
     *
     * @param work what may run twice
     * @throws TransactionException as {@link Transactions#run} does for this work
     */
    void run(Consumer<EntityManager> work) {
        Waiting own = new Waiting(work);
        waiting.add(own);
        turn.lock();
        try {
            if (!own.ended) {
                commitAll();
            }
        } finally {
            turn.unlock();
        }
        if (own.alone) {
            commit(List.of(own));
        } else if (own.failure != null) {
            throw new TransactionException(own.failure.uncertain(), own.failure);
        }
    }

    private void commitAll() {
        List<Waiting> all = new ArrayList<>();
        for (Waiting next = waiting.poll(); next != null; next = waiting.poll()) {
            all.add(next);
        }
        // what stays if this thread does not come to the end
        TransactionException failure =
                new TransactionException(
                        true, new IllegalStateException("the thread that committed has failed"));
        try {
            commit(all);
            failure = null;
        } catch (TransactionException e) {
            failure = e;
        } finally {
            for (Waiting each : all) {
                each.end(failure, all.size() > 1);
            }
        }
    }

    private void commit(List<Waiting> all) {
        transactions.run(
                manager -> {
                    all.forEach(each -> each.work.accept(manager));
                    return null;
                });
    }

    /** One caller's work; its fields are read and written with the turn. */
    private static final class Waiting {

        private final Consumer<EntityManager> work;
        private boolean ended;
        private boolean alone;
        private TransactionException failure;

        Waiting(Consumer<EntityManager> work) {
            this.work = work;
        }

        void end(TransactionException failed, boolean shared) {
            ended = true;
            failure = failed;
            alone = shared && failed != null && failed.ofOnePart();
        }
    }
}
