/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.bench.load;

import java.time.Duration;

/**
 * How much and how long.
 *
 * @param concurrency associations at once, 1 to 10,000
 * @param warmup time at the beginning that does not count, zero or more
 * @param time time that counts
 * @param patience longest time without an answer
 */
public record Schedule(int concurrency, Duration warmup, Duration time, Duration patience) {

    private static final int MOST = 10_000;

    /**
     * Checks the ranges.
     *
     * @throws IllegalArgumentException names the field and its value
     */
    public Schedule {
        if (concurrency < 1 || concurrency > MOST) {
            throw new IllegalArgumentException(
                    "concurrency: " + concurrency + " is not 1 to " + MOST);
        }
        if (warmup.isNegative()) {
            throw new IllegalArgumentException("warmup: " + warmup + " is negative");
        }
        if (time.isNegative() || time.isZero()) {
            throw new IllegalArgumentException("time: " + time + " is not positive");
        }
        if (patience.isNegative() || patience.isZero()) {
            throw new IllegalArgumentException("patience: " + patience + " is not positive");
        }
    }
}
