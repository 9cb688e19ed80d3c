/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.jaas.kerberos.replay;

import java.time.Duration;
import java.time.Instant;

/** What this server knows of the shared table, so that not every login counts its rows. */
final class TableState {

    /** How often what has expired is removed. */
    static final Duration PURGE_EVERY = Duration.ofSeconds(30);

    private Instant purged;
    private int rows;

    /** Whether the table must be looked after before one more row goes in. */
    synchronized boolean isDue(Instant now, int limit) {
        return purged == null || rows >= limit || !now.isBefore(purged.plus(PURGE_EVERY));
    }

    /** Whether the table has been seen at all. */
    synchronized boolean isNew() {
        return purged == null;
    }

    synchronized void purged(Instant now, int left) {
        purged = now;
        rows = left;
    }

    synchronized void inserted() {
        rows++;
    }

    synchronized boolean isFull(int limit) {
        return rows >= limit;
    }

    /** The table could not be reached: whatever was known may have changed. */
    synchronized void forget() {
        purged = null;
    }
}
