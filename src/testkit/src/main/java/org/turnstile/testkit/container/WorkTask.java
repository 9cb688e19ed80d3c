/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.testkit.container;

import jakarta.resource.spi.work.HintsContext;
import jakarta.resource.spi.work.SecurityContext;
import jakarta.resource.spi.work.Work;
import jakarta.resource.spi.work.WorkCompletedException;
import jakarta.resource.spi.work.WorkContext;
import jakarta.resource.spi.work.WorkContextErrorCodes;
import jakarta.resource.spi.work.WorkContextLifecycleListener;
import jakarta.resource.spi.work.WorkContextProvider;
import jakarta.resource.spi.work.WorkEvent;
import jakarta.resource.spi.work.WorkException;
import jakarta.resource.spi.work.WorkListener;
import jakarta.resource.spi.work.WorkManager;
import jakarta.resource.spi.work.WorkRejectedException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.security.auth.Subject;

/** One submitted Work on its way: accepted, started or rejected, completed. */
final class WorkTask implements Runnable {

    private final FakeWorkManager manager;
    private final Work work;
    private final long startTimeout;
    private final WorkListener listener;
    private final long submitted = System.nanoTime();
    private final AtomicBoolean taken = new AtomicBoolean();
    private final CompletableFuture<Long> started = new CompletableFuture<>();
    private final CompletableFuture<Void> completed = new CompletableFuture<>();

    WorkTask(FakeWorkManager manager, Work work, long startTimeout, WorkListener listener) {
        this.manager = manager;
        this.work = work;
        this.startTimeout = startTimeout;
        this.listener = listener;
    }

    Work work() {
        return work;
    }

    /** Completes with the milliseconds waited, or with a WorkException. */
    CompletableFuture<Long> started() {
        return started;
    }

    CompletableFuture<Void> completed() {
        return completed;
    }

    boolean isLongRunning() {
        return contexts().stream()
                .filter(HintsContext.class::isInstance)
                .map(context -> ((HintsContext) context).getHints())
                .anyMatch(hints -> Boolean.TRUE.equals(hints.get(HintsContext.LONGRUNNING_HINT)));
    }

    void accepted() {
        tell(WorkEvent.WORK_ACCEPTED, null);
    }

    /** Rejects it unless it has been taken by a thread. */
    boolean reject(String code, String why) {
        if (!taken.compareAndSet(false, true)) {
            return false;
        }
        WorkRejectedException rejection = new WorkRejectedException(why, code);
        tell(WorkEvent.WORK_REJECTED, rejection);
        started.completeExceptionally(rejection);
        completed.completeExceptionally(rejection);
        return true;
    }

    @Override
    public void run() {
        long waited = waited();
        if (startTimeout != WorkManager.INDEFINITE && startTimeout > 0 && waited > startTimeout) {
            reject(WorkException.START_TIMED_OUT, "not started within " + startTimeout + " ms");
        }
        if (!taken.compareAndSet(false, true)) {
            return;
        }
        tell(WorkEvent.WORK_STARTED, null);
        started.complete(waited);
        try {
            callAs(setUp());
            tell(WorkEvent.WORK_COMPLETED, null);
            completed.complete(null);
        } catch (WorkCompletedException e) {
            tell(WorkEvent.WORK_COMPLETED, e);
            completed.completeExceptionally(e);
        }
    }

    private void callAs(Caller caller) throws WorkCompletedException {
        FutureTask<Void> body = new FutureTask<>(work, null);
        manager.callers().runAs(caller, body);
        try {
            body.get();
        } catch (ExecutionException e) {
            throw new WorkCompletedException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new WorkCompletedException(e);
        }
    }

    private List<WorkContext> contexts() {
        return work instanceof WorkContextProvider provider
                ? provider.getWorkContexts()
                : List.of();
    }

    private Caller setUp() throws WorkCompletedException {
        Caller caller = Caller.ANONYMOUS;
        for (WorkContext context : contexts()) {
            if (!manager.supports(context.getClass())) {
                throw failed(context, WorkContextErrorCodes.UNSUPPORTED_CONTEXT_TYPE, null);
            }
            if (context instanceof SecurityContext security) {
                caller = setUp(security);
            }
            if (context instanceof WorkContextLifecycleListener told) {
                told.contextSetupComplete();
            }
        }
        return caller;
    }

    private Caller setUp(SecurityContext security) throws WorkCompletedException {
        InflowHandler handler = new InflowHandler();
        try {
            // the specification lets a server pass no service subject, and some pass none
            security.setupSecurityContext(handler, new Subject(), null);
        } catch (RuntimeException e) {
            throw failed(security, WorkContextErrorCodes.CONTEXT_SETUP_FAILED, e);
        }
        manager.recorded(new SecurityInflow(handler.calls(), handler.caller()));
        return handler.caller();
    }

    private static WorkCompletedException failed(WorkContext context, String code, Exception why) {
        if (context instanceof WorkContextLifecycleListener told) {
            told.contextSetupFailed(code);
        }
        WorkCompletedException e = new WorkCompletedException(context.getName() + " failed", code);
        if (why != null) {
            e.initCause(why);
        }
        return e;
    }

    private long waited() {
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - submitted);
    }

    private void tell(int type, WorkException e) {
        if (listener == null) {
            return;
        }
        WorkEvent event = new WorkEvent(manager, type, work, e, waited());
        switch (type) {
            case WorkEvent.WORK_ACCEPTED -> listener.workAccepted(event);
            case WorkEvent.WORK_STARTED -> listener.workStarted(event);
            case WorkEvent.WORK_REJECTED -> listener.workRejected(event);
            default -> listener.workCompleted(event);
        }
    }
}
