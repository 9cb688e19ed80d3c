/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.connector.guard;

import java.net.InetAddress;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Counts failed logins and says what follows from them. Three counters run beside each other: of a
 * user from one source, which delays and in the end locks, so that one host cannot lock everybody
 * out; of a source alone and of a user alone, which only delay. Safe for many threads.
 *
 * <p>Names are compared more coarsely than any directory compares them (see {@link UserKey}), so
 * that another spelling of a name is no new chance.
 */
public final class LoginGuard {

    private final GuardLimits limits;
    private final Clock clock;
    private final Consumer<LockOut> alert;
    private final FailureCounters counters;

    /**
     * A guard without any failure.
     *
     * @param limits numbers
     * @param clock gives the time
     * @param alert is told once of each lock, on the thread of the login that caused it
     */
    public LoginGuard(GuardLimits limits, Clock clock, Consumer<LockOut> alert) {
        this.limits = limits;
        this.clock = clock;
        this.alert = alert;
        this.counters = new FailureCounters(limits);
    }

    /**
     * Asked before a login is tried.
     *
     * @param user name of the user, empty if it is not known before the login
     * @param source address of the peer
     */
    public Verdict before(String user, InetAddress source) {
        if (user.isEmpty()) {
            return new Verdict.Free();
        }
        Optional<Instant> until =
                counters.lockedUntil(
                        new Counted.UserAtSource(UserKey.of(user), source), clock.instant());
        return until.isPresent()
                ? new Verdict.Locked(until.get(), limits.longestDelay())
                : new Verdict.Free();
    }

    /**
     * Counts a failure.
     *
     * @param user name of the user, empty if it is not known
     * @param source address of the peer
     * @return how long the answer is to be held back, so that guessing takes time
     */
    public Duration failed(String user, InetAddress source) {
        Instant now = clock.instant();
        int failures = counters.count(new Counted.Source(source), now);
        if (!user.isEmpty()) {
            UserKey key = UserKey.of(user);
            failures = Math.max(failures, counters.count(new Counted.User(key), now));
            Counted.UserAtSource both = new Counted.UserAtSource(key, source);
            failures = Math.max(failures, counters.count(both, now));
            if (counters.lock(both, now)) {
                alert.accept(new LockOut(user, source, now.plus(limits.lock())));
            }
        }
        return limits.delay(failures);
    }

    /** Forgets the failures of this user from this source. */
    public void succeeded(String user, InetAddress source) {
        if (!user.isEmpty()) {
            counters.forget(new Counted.UserAtSource(UserKey.of(user), source));
        }
    }

    /**
     * Forgets failures and locks of a user, from wherever, that are older than an order to do so.
     *
     * @param user name of the user
     * @param before when the order was given
     */
    public void unlock(String user, Instant before) {
        counters.forget(UserKey.of(user), before);
    }
}
