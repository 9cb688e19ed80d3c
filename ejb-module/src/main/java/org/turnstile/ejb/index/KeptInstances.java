/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.ejb.index;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * Finds instances by UID, once for each object that comes. By JDBC, since Hibernate asks each
 * statement for its time-out afterwards, for which H2 walks through its whole file.
 */
final class KeptInstances {

    private static final String BY_UID =
            "SELECT file, digest, transfer_syntax FROM instance WHERE sop_instance_uid = ?";

    private final DataSource database;
    private final int seconds;

    /**
     * In one database.
     *
     * @param timeout most time for one look-up, 1 s or more
     * @throws IllegalArgumentException if it is less
     */
    KeptInstances(DataSource database, Duration timeout) {
        if (timeout.compareTo(Duration.ofSeconds(1)) < 0) {
            throw new IllegalArgumentException("timeout: " + timeout + " is not 1 s or more");
        }
        this.database = database;
        this.seconds = Math.toIntExact(timeout.toSeconds());
    }

    /** An instance that the index has. */
    record Kept(String file, String digest, String transferSyntax) {}

    /**
     * Looks into committed rows.
     *
     * @throws TransactionException if the database fails
     */
    Optional<Kept> find(String uid) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(BY_UID)) {
            statement.setQueryTimeout(seconds);
            statement.setString(1, uid);
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next()
                        ? Optional.of(
                                new Kept(rows.getString(1), rows.getString(2), rows.getString(3)))
                        : Optional.empty();
            }
        } catch (SQLException e) {
            throw new TransactionException(false, e);
        }
    }
}
