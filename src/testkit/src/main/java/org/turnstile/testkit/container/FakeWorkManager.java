/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.testkit.container;

import jakarta.resource.spi.work.ExecutionContext;
import jakarta.resource.spi.work.Work;
import jakarta.resource.spi.work.WorkContext;
import jakarta.resource.spi.work.WorkException;
import jakarta.resource.spi.work.WorkListener;
import jakarta.resource.spi.work.WorkManager;
import jakarta.resource.spi.work.WorkRejectedException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Runs Work on two bounded pools, short and long-running, with its security context. Work that
 * finds no thread and no place in the queue is rejected.
 */
public final class FakeWorkManager implements WorkManager {

    private final FakeContainer.Builder settings;
    private final Callers callers = new Callers();
    private final ThreadPoolExecutor shortPool;
    private final ThreadPoolExecutor longPool;
    private final Set<WorkTask> active = ConcurrentHashMap.newKeySet();
    private final List<SecurityInflow> inflows = new CopyOnWriteArrayList<>();
    private final List<Work> released = new CopyOnWriteArrayList<>();

    FakeWorkManager(FakeContainer.Builder settings) {
        this.settings = settings;
        shortPool = Pools.bounded("fake-short", settings.shortThreads(), settings.queue());
        longPool = Pools.bounded("fake-long", settings.longThreads(), settings.queue());
    }

    @Override
    public void doWork(Work work) throws WorkException {
        doWork(work, INDEFINITE, null, null);
    }

    @Override
    public void doWork(Work work, long startTimeout, ExecutionContext context, WorkListener told)
            throws WorkException {
        WorkTask task = submit(work, startTimeout, context, told);
        awaitStart(task, startTimeout);
        outcome(task.completed(), INDEFINITE);
    }

    @Override
    public long startWork(Work work) throws WorkException {
        return startWork(work, INDEFINITE, null, null);
    }

    @Override
    public long startWork(Work work, long startTimeout, ExecutionContext context, WorkListener told)
            throws WorkException {
        return awaitStart(submit(work, startTimeout, context, told), startTimeout);
    }

    @Override
    public void scheduleWork(Work work) throws WorkException {
        scheduleWork(work, INDEFINITE, null, null);
    }

    @Override
    public void scheduleWork(
            Work work, long startTimeout, ExecutionContext context, WorkListener told)
            throws WorkException {
        submit(work, startTimeout, context, told);
    }

    /** What the security contexts did, in the order in which their Works started. */
    public List<SecurityInflow> inflows() {
        return List.copyOf(inflows);
    }

    /** Works that are queued or running now. */
    public List<Work> active() {
        return active.stream().map(WorkTask::work).toList();
    }

    /** Works that did not end by themselves and got {@link Work#release()} at shut-down. */
    public List<Work> released() {
        return List.copyOf(released);
    }

    /** Waits until no Work and no thread is left; releases what does not end by itself. */
    void shutDown() throws InterruptedException {
        shortPool.shutdown();
        longPool.shutdown();
        if (ended()) {
            return;
        }
        for (WorkTask task : active) {
            released.add(task.work());
            task.work().release();
        }
        boolean ended = ended();
        shortPool.shutdownNow();
        longPool.shutdownNow();
        if (!ended) {
            throw new AssertionError("Work that did not end when released: " + active());
        }
    }

    private boolean ended() throws InterruptedException {
        long patience = settings.patience().toMillis();
        return shortPool.awaitTermination(patience, TimeUnit.MILLISECONDS)
                && longPool.awaitTermination(patience, TimeUnit.MILLISECONDS);
    }

    Callers callers() {
        return callers;
    }

    boolean supports(Class<? extends WorkContext> context) {
        return settings.supports(context);
    }

    void recorded(SecurityInflow inflow) {
        inflows.add(inflow);
    }

    private WorkTask submit(
            Work work, long startTimeout, ExecutionContext context, WorkListener told)
            throws WorkException {
        if (context != null) {
            throw new WorkException("an ExecutionContext is not taken; use work contexts");
        }
        WorkTask task = new WorkTask(this, work, startTimeout, told);
        active.add(task);
        CompletableFuture<Void> end =
                task.completed().whenComplete((none, e) -> active.remove(task));
        task.accepted();
        try {
            (task.isLongRunning() ? longPool : shortPool).execute(task);
        } catch (RejectedExecutionException e) {
            task.reject(WorkException.UNDEFINED, "no thread is free and the queue is full");
            outcome(end, INDEFINITE);
        }
        return task;
    }

    private static long awaitStart(WorkTask task, long startTimeout) throws WorkException {
        try {
            return outcome(task.started(), startTimeout);
        } catch (WorkRejectedException late) {
            // a thread may have taken it in this very moment: then it counts as started
            if (task.reject(late.getErrorCode(), late.getMessage())
                    || task.started().isCompletedExceptionally()) {
                throw late;
            }
            return startTimeout;
        }
    }

    private static <T> T outcome(CompletableFuture<T> stage, long millis) throws WorkException {
        try {
            return millis == INDEFINITE || millis <= 0
                    ? stage.get()
                    : stage.get(millis, TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof WorkException known
                    ? known
                    : new WorkException(e.getCause());
        } catch (TimeoutException e) {
            throw new WorkRejectedException("not started in time", WorkException.START_TIMED_OUT);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new WorkException(e);
        }
    }
}
