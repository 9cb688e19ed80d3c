/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.bench.load;

/**
 * Counts what ended within a span of time, and how long each took. The times are kept in buckets,
 * each a fiftieth wider than the one before, so that a quantile is right within two per cent.
 */
public final class Tally {

    private static final double STEP = Math.log(1.02);
    private static final int BUCKETS = 2_000;

    private final long from;
    private final long until;
    private final long[] buckets = new long[BUCKETS];
    private long count;

    /**
     * Counts between two readings of {@link System#nanoTime()}.
     *
     * @param from what ends before does not count
     * @param until what ends later does not count either
     */
    public Tally(long from, long until) {
        this.from = from;
        this.until = until;
    }

    /** A tally that begins after the warm-up. */
    public static Tally of(Schedule schedule) {
        long from = System.nanoTime() + schedule.warmup().toNanos();
        return new Tally(from, from + schedule.time().toNanos());
    }

    /** Counts one. */
    public synchronized void took(long began, long ended) {
        if (ended - from < 0 || ended - until > 0) {
            return;
        }
        count++;
        double nanos = Math.max(1, ended - began);
        buckets[(int) Math.min(BUCKETS - 1, Math.log(nanos) / STEP)]++;
    }

    /** Whether the time is over. */
    public boolean over(long now) {
        return now - until > 0;
    }

    /** How many ended in time. */
    public synchronized long count() {
        return count;
    }

    /** How many ended in each second. */
    public double perSecond() {
        return count() * 1e9 / (until - from);
    }

    /**
     * The time that a share of all stayed below.
     *
     * @param share 0 to 1
     * @return milliseconds; 0 if nothing was counted
     */
    public synchronized double millis(double share) {
        long wanted = (long) Math.ceil(share * count);
        long seen = 0;
        for (int i = 0; i < BUCKETS && wanted > 0; i++) {
            seen += buckets[i];
            if (seen >= wanted) {
                return Math.exp((i + 0.5) * STEP) / 1e6;
            }
        }
        return 0;
    }
}
