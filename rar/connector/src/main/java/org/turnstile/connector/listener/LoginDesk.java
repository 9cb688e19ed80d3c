/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.connector.listener;

import io.netty.util.concurrent.EventExecutorGroup;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.turnstile.connector.config.UserIdentityPolicy;
import org.turnstile.connector.login.LoginAttempt;
import org.turnstile.connector.login.LoginOutcome;
import org.turnstile.connector.login.LoginService;
import org.turnstile.connector.work.Lane;
import org.turnstile.connector.work.LaneFullException;
import org.turnstile.connector.work.ShortTask;

/**
 * Queues logins, so that none holds a thread while it waits, and holds back the answer to a failed
 * one on a timer.
 */
public final class LoginDesk {

    private final LoginService service;
    private final Lane lane;
    private final Duration timeout;
    private final EventExecutorGroup timers;
    private final Set<LoginTask> pending = ConcurrentHashMap.newKeySet();

    /**
     * Runs logins.
     *
     * @param service does the login
     * @param lane permits for logins
     * @param timeout most time from the request to the outcome, the held-back answer not counted
     * @param timers where time-outs and delays run
     */
    public LoginDesk(LoginService service, Lane lane, Duration timeout, EventExecutorGroup timers) {
        this.service = service;
        this.lane = lane;
        this.timeout = timeout;
        this.timers = timers;
    }

    CompletableFuture<LoginOutcome> login(LoginAttempt attempt) {
        if (needsNoModule(attempt)) {
            return CompletableFuture.completedFuture(service.login(attempt));
        }
        LoginTask task = new LoginTask(attempt);
        pending.add(task);
        task.outcome.whenComplete((outcome, failure) -> pending.remove(task));
        try {
            lane.submit(task);
        } catch (LaneFullException e) {
            pending.remove(task);
            return CompletableFuture.completedFuture(
                    new LoginOutcome.Unavailable(e.getMessage(), ""));
        }
        var limit = timers.schedule(task::timedOut, timeout.toNanos(), TimeUnit.NANOSECONDS);
        task.outcome.whenComplete((outcome, failure) -> limit.cancel(false));
        return task.outcome;
    }

    /** Decides on what is under way; who is granted after this is logged out at once. */
    public void stop() {
        pending.forEach(task -> task.unavailable("login: the adapter stops"));
    }

    /** Who names nobody is decided on at once: logins that wait must not delay them. */
    private static boolean needsNoModule(LoginAttempt attempt) {
        return attempt.identity().isEmpty()
                || attempt.listener().identity().userIdentity() == UserIdentityPolicy.NONE;
    }

    /** One login. */
    private final class LoginTask implements ShortTask {
        private final LoginAttempt attempt;
        private final CompletableFuture<LoginOutcome> outcome = new CompletableFuture<>();
        private final AtomicBoolean decided = new AtomicBoolean();

        LoginTask(LoginAttempt attempt) {
            this.attempt = attempt;
        }

        @Override
        public boolean wanted() {
            return !decided.get();
        }

        @Override
        public void run() {
            if (!wanted()) {
                return;
            }
            LoginOutcome result = service.login(attempt);
            if (decided.compareAndSet(false, true)) {
                complete(result);
            } else if (result instanceof LoginOutcome.Granted late) {
                late.session().close();
            }
        }

        private void complete(LoginOutcome result) {
            if (result instanceof LoginOutcome.Refused refused && !refused.delay().isZero()) {
                timers.schedule(
                        () -> outcome.complete(result),
                        refused.delay().toNanos(),
                        TimeUnit.NANOSECONDS);
            } else {
                outcome.complete(result);
            }
        }

        @Override
        public void refused(Exception cause) {
            unavailable("login: " + cause.getMessage());
        }

        void timedOut() {
            unavailable("login: no outcome within " + timeout.toMillis() + " ms");
        }

        private void unavailable(String cause) {
            if (decided.compareAndSet(false, true)) {
                outcome.complete(new LoginOutcome.Unavailable(cause, ""));
            }
        }
    }
}
