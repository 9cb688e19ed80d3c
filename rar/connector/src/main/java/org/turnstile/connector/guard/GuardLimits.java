/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.connector.guard;

import java.time.Duration;

/**
 * Numbers of a {@link LoginGuard}.
 *
 * @param firstDelay delay after the first failure; doubles with each further one
 * @param longestDelay where the doubling ends
 * @param failures failures that lock, at least 1
 * @param lock how long a lock lasts; failures older than this no longer count
 * @param entries most counters kept, at least 6
 */
public record GuardLimits(
        Duration firstDelay, Duration longestDelay, int failures, Duration lock, int entries) {

    /** 1, 2, 4, 8 s; locked after 10 for 15 min; 100,000 counters. */
    public static final GuardLimits DEFAULT =
            new GuardLimits(
                    Duration.ofSeconds(1),
                    Duration.ofSeconds(8),
                    10,
                    Duration.ofMinutes(15),
                    100_000);

    private static final int MOST_DOUBLINGS = 30;

    /**
     * Checks the ranges.
     *
     * @throws IllegalArgumentException names the field and its value
     */
    public GuardLimits {
        require(!firstDelay.isNegative(), "firstDelay", firstDelay);
        require(longestDelay.compareTo(firstDelay) >= 0, "longestDelay", longestDelay);
        require(failures >= 1, "failures", failures);
        require(!lock.isNegative() && !lock.isZero(), "lock", lock);
        require(entries >= 6, "entries", entries);
    }

    private static void require(boolean condition, String field, Object value) {
        if (!condition) {
            throw new IllegalArgumentException(field + ": " + value + " is out of range");
        }
    }

    /**
     * Most locks kept: a tenth of the room, and three counters at least, stay free for counting.
     */
    int locks() {
        return entries - Math.max(3, entries / 10);
    }

    /** How long the answer to a failure waits that is one of so many. */
    Duration delay(int failures) {
        if (failures <= 0) {
            return Duration.ZERO;
        }
        Duration delay = firstDelay.multipliedBy(1L << Math.min(failures - 1, MOST_DOUBLINGS));
        return delay.compareTo(longestDelay) < 0 ? delay : longestDelay;
    }
}
