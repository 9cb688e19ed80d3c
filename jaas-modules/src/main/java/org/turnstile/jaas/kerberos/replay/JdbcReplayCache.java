/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.jaas.kerberos.replay;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import org.turnstile.api.LoginScope;
import org.turnstile.jaas.sql.Connections;
import org.turnstile.jaas.sql.NamedDataSource;

/**
 * A replay cache in a database, for servers that know the same keys: one INSERT under a unique key
 * decides, for all of them. Outlives a restart.
 */
public final class JdbcReplayCache implements ReplayCache {

    private final Connections source;
    private final TableState state;
    private final int limit;
    private final Clock clock;

    JdbcReplayCache(Connections source, TableState state, int limit, Clock clock) {
        this.source = source;
        this.state = state;
        this.limit = limit;
        this.clock = clock;
    }

    /**
     * The cache in the data source of that name; makes its table at the first use.
     *
     * @param scope of the adapter
     * @param jndiName of the data source, one that takes no part in transactions
     * @param limit most rows of the table
     * @param clock tells what has expired
     */
    public static JdbcReplayCache of(LoginScope scope, String jndiName, int limit, Clock clock) {
        TableState state = scope.keep(TableState.class, jndiName, TableState::new);
        NamedDataSource source = new NamedDataSource(jndiName);
        return new JdbcReplayCache(() -> source.lookUp().getConnection(), state, limit, clock);
    }

    @Override
    public boolean putIfAbsent(String key, Instant until) throws ReplayStoreException {
        try (Connection connection = source.open()) {
            if (!connection.getAutoCommit()) {
                connection.setAutoCommit(true); // a row counts at once, whatever becomes of a login
            }
            state.ensureTable(connection);
            return putIfAbsent(new ReplayTable(connection), key, until);
        } catch (SQLException e) {
            state.forget();
            throw new ReplayStoreException("replays: " + e.getMessage(), e);
        }
    }

    private boolean putIfAbsent(ReplayTable table, String key, Instant until)
            throws SQLException, ReplayStoreException {
        Instant now = clock.instant();
        if (state.isDue(now, limit)) {
            state.purged(now, table.purge(now));
        }
        if (state.isFull(limit)) {
            throw new ReplayStoreException(
                    "replays: " + limit + " requests are remembered, there is no room", null);
        }
        boolean fresh = table.insert(key, until);
        if (fresh) {
            state.inserted();
        }
        return fresh;
    }
}
