/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.jaas.kerberos.replay;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;

/** The table {@code turnstile_kerberos_replay}, in the SQL that PostgreSQL and H2 share. */
final class ReplayTable {

    static final String NAME = "turnstile_kerberos_replay";

    /** As the manual shows it. */
    static final String DDL =
            "CREATE TABLE IF NOT EXISTS turnstile_kerberos_replay ("
                    + "request_key CHAR(64) NOT NULL PRIMARY KEY, "
                    + "valid_until BIGINT NOT NULL)";

    private static final String INSERT =
            "INSERT INTO turnstile_kerberos_replay (request_key, valid_until) VALUES (?, ?)";
    private static final String EXPIRED =
            "DELETE FROM turnstile_kerberos_replay WHERE valid_until < ?";
    private static final String COUNT = "SELECT COUNT(*) FROM turnstile_kerberos_replay";

    /** SQLSTATE of a key that is there already; 23505 in PostgreSQL and in H2. */
    private static final String UNIQUE_VIOLATION = "23505";

    private final Connection connection;

    ReplayTable(Connection connection) {
        this.connection = connection;
    }

    /** Whether the key was not there. */
    boolean insert(String key, Instant until) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
            insert.setString(1, key);
            insert.setLong(2, until.toEpochMilli());
            insert.executeUpdate();
            return true;
        } catch (SQLException e) {
            if (UNIQUE_VIOLATION.equals(e.getSQLState())) {
                return false;
            }
            throw e;
        }
    }

    /** Removes what has expired, and counts what is left. */
    int purge(Instant now) throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement(EXPIRED)) {
            delete.setLong(1, now.toEpochMilli());
            delete.executeUpdate();
        }
        try (Statement count = connection.createStatement();
                ResultSet rows = count.executeQuery(COUNT)) {
            rows.next();
            return rows.getInt(1);
        }
    }
}
