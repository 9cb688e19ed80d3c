/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.connector.guard;

import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The counters, bounded in number. Both maps are in the order of the last change, so what is
 * outdated or has to go is always at their head.
 */
final class FailureCounters {

    private record Failures(int count, Instant last) {}

    private final GuardLimits limits;
    private final Map<Counted, Failures> open = new LinkedHashMap<>();
    private final Map<Counted, Instant> locked = new LinkedHashMap<>();

    FailureCounters(GuardLimits limits) {
        this.limits = limits;
    }

    /** Counts one failure and says how many there are now. */
    synchronized int count(Counted what, Instant now) {
        dropOutdated(now);
        Failures before = open.remove(what);
        int count = before == null ? 1 : before.count() + 1;
        makeRoom();
        open.put(what, new Failures(count, now));
        return count;
    }

    /** Locks what has reached the limit; says whether it was locked by this call. */
    synchronized boolean lock(Counted what, Instant now) {
        Failures failures = open.get(what);
        if (failures == null || failures.count() < limits.failures() || locked.containsKey(what)) {
            return false;
        }
        open.remove(what);
        if (locked.size() >= limits.locks()) {
            dropOldest(locked);
        }
        locked.put(what, now);
        return true;
    }

    synchronized Optional<Instant> lockedUntil(Counted what, Instant now) {
        dropOutdated(now);
        return Optional.ofNullable(locked.get(what)).map(since -> since.plus(limits.lock()));
    }

    synchronized void forget(Counted what) {
        open.remove(what);
    }

    synchronized void forget(UserKey user, Instant before) {
        open.entrySet()
                .removeIf(e -> isOf(e.getKey(), user) && e.getValue().last().isBefore(before));
        locked.entrySet().removeIf(e -> isOf(e.getKey(), user) && e.getValue().isBefore(before));
    }

    private static boolean isOf(Counted what, UserKey user) {
        return (what instanceof Counted.User alone && alone.user().equals(user))
                || (what instanceof Counted.UserAtSource both && both.user().equals(user));
    }

    private void dropOutdated(Instant now) {
        Instant limit = now.minus(limits.lock());
        dropWhileOutdated(open.values().iterator(), limit);
        Iterator<Instant> locks = locked.values().iterator();
        while (locks.hasNext() && !locks.next().isAfter(limit)) {
            locks.remove();
        }
    }

    private static void dropWhileOutdated(Iterator<Failures> failures, Instant limit) {
        while (failures.hasNext() && !failures.next().last().isAfter(limit)) {
            failures.remove();
        }
    }

    /** The oldest unlocked counter goes; there is one, since locks never take all the room. */
    private void makeRoom() {
        if (open.size() + locked.size() >= limits.entries()) {
            dropOldest(open);
        }
    }

    private static void dropOldest(Map<Counted, ?> counters) {
        Iterator<?> oldest = counters.keySet().iterator();
        oldest.next();
        oldest.remove();
    }
}
