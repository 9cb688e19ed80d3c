/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.ejb.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;

import jakarta.persistence.EntityManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Work is a number; transactions are lists of those that were committed together. */
class SharedCommitsTest {

    private static final int FIRST = 0;

    /** The parts of the transaction that this thread runs. */
    private static final ThreadLocal<List<Integer>> PARTS = new ThreadLocal<>();

    private final SQLException duplicate = new SQLException("there already", "23505");
    private final SQLException down = new SQLException("connection refused", "08001");
    private final CountDownLatch goOn = new CountDownLatch(1);
    private final List<Thread> threads = new ArrayList<>();
    private final Map<Integer, Throwable> failures = new ConcurrentHashMap<>();
    private final Set<Integer> committed = ConcurrentHashMap.newKeySet();
    private final List<List<Integer>> attempts = new ArrayList<>();
    private Function<List<Integer>, Throwable> fault = parts -> null;

    private final SharedCommits commits =
            new SharedCommits(
                    new Transactions() {
                        @Override
                        public <T> T run(Function<EntityManager, T> work) {
                            return transaction(work);
                        }
                    });

    private <T> T transaction(Function<EntityManager, T> work) {
        PARTS.set(new ArrayList<>());
        T result = work.apply(null);
        List<Integer> all = PARTS.get();
        if (all.contains(FIRST)) {
            waitUntilTheOthersAreThere();
        }
        synchronized (attempts) {
            attempts.add(all);
        }
        Throwable failure = fault.apply(all);
        if (failure instanceof Error error) {
            throw error;
        }
        if (failure instanceof TransactionException known) {
            throw known;
        }
        if (failure != null) {
            throw new TransactionException(false, failure);
        }
        committed.addAll(all);
        return result;
    }

    private void waitUntilTheOthersAreThere() {
        try {
            goOn.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private void run(int number) {
        Throwable failure = catchThrowable(() -> commits.run(manager -> PARTS.get().add(number)));
        if (failure != null) {
            failures.put(number, failure);
        }
    }

    private void start(int number) {
        Thread thread = new Thread(() -> run(number));
        threads.add(thread);
        thread.start();
        // at the latch, or behind whoever is there
        await().until(() -> thread.getState() == Thread.State.WAITING);
    }

    /** The first has its transaction for itself, and the others come while it commits. */
    private void runFirstAndThen(int others) throws InterruptedException {
        IntStream.rangeClosed(FIRST, others).forEach(this::start);
        goOn.countDown();
        for (Thread thread : threads) {
            thread.join();
        }
    }

    @AfterEach
    void nobodyWaitsForEver() {
        goOn.countDown();
        await().until(() -> threads.stream().noneMatch(Thread::isAlive));
    }

    @Test
    void whoIsAloneCommitsAtOnce() {
        commits.run(manager -> PARTS.get().add(7));

        assertThat(attempts).containsExactly(List.of(7));
    }

    @Test
    void thoseWhoComeDuringACommitShareTheNext() throws InterruptedException {
        runFirstAndThen(5);

        assertThat(attempts).containsExactly(List.of(FIRST), List.of(1, 2, 3, 4, 5));
        assertThat(committed).containsExactlyInAnyOrder(FIRST, 1, 2, 3, 4, 5);
        assertThat(failures).isEmpty();
    }

    @Test
    void oneThatTheDatabaseRefusesFailsAloneAndTheOthersAreCommitted() throws InterruptedException {
        fault = all -> all.contains(2) ? duplicate : null;

        runFirstAndThen(3);

        assertThat(committed).containsExactlyInAnyOrder(FIRST, 1, 3);
        assertThat(failures).containsOnlyKeys(2);
        assertThat(failures.get(2)).isInstanceOf(TransactionException.class).hasCause(duplicate);
        assertThat(attempts).hasSize(5).contains(List.of(1), List.of(2), List.of(3));
    }

    @Test
    void aDatabaseThatIsDownIsAskedOnceForAllOfThem() throws InterruptedException {
        fault = all -> all.contains(FIRST) ? null : down;

        runFirstAndThen(3);

        assertThat(attempts).containsExactly(List.of(FIRST), List.of(1, 2, 3));
        assertThat(failures).containsOnlyKeys(1, 2, 3);
        assertThat(failures.values()).allMatch(e -> !((TransactionException) e).uncertain());
    }

    @Test
    void aCommitThatMayHaveEndedIsUncertainForEachAndNotRunAgain() throws InterruptedException {
        fault = all -> all.contains(FIRST) ? null : new TransactionException(true, duplicate);

        runFirstAndThen(3);

        assertThat(attempts).hasSize(2);
        assertThat(failures).containsOnlyKeys(1, 2, 3);
        assertThat(failures.values()).allMatch(e -> ((TransactionException) e).uncertain());
    }

    @Test
    void aThreadThatFailsInTheCommitLeavesTheOthersUncertainAndNotWaiting()
            throws InterruptedException {
        fault = all -> all.contains(FIRST) ? null : new OutOfMemoryError("of the test");

        runFirstAndThen(3);

        assertThat(failures).containsOnlyKeys(1, 2, 3);
        assertThat(failures.values()).filteredOn(OutOfMemoryError.class::isInstance).hasSize(1);
        assertThat(failures.values())
                .filteredOn(TransactionException.class::isInstance)
                .hasSize(2)
                .allMatch(e -> ((TransactionException) e).uncertain());
    }

    @Test
    void afterAFailureTheNextIsCommitted() {
        fault = all -> all.contains(1) ? down : null;

        assertThatThrownBy(() -> commits.run(manager -> PARTS.get().add(1)))
                .isInstanceOf(TransactionException.class);
        commits.run(manager -> PARTS.get().add(2));

        assertThat(committed).containsExactly(2);
    }
}
