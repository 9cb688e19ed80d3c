/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.jaas.kerberos.replay;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import org.turnstile.jaas.sql.OwnTable;

/** What this server knows of the shared table, so that not every login counts its rows. */
final class TableState {

    /** How often what has expired is removed. */
    static final Duration PURGE_EVERY = Duration.ofSeconds(30);

    private final OwnTable table = new OwnTable(ReplayTable.NAME, ReplayTable.DDL);
    private Instant purged;
    private int rows;

    /** Whether the table must be looked after before one more row goes in. */
    synchronized boolean isDue(Instant now, int limit) {
        return purged == null || rows >= limit || !now.isBefore(purged.plus(PURGE_EVERY));
    }

    /** Makes the table at the first use. */
    void ensureTable(Connection connection) throws SQLException {
        table.ensure(connection);
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
        table.forget();
    }
}
