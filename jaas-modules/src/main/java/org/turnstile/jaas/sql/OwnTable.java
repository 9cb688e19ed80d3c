/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.jaas.sql;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * A table that is made when it is missing, if the account may: an account that may not does not
 * need to where it is there. Safe for many threads.
 */
public final class OwnTable {

    private static final int SECONDS = 5;

    private final String name;
    private final String ddl;
    private final AtomicBoolean seen = new AtomicBoolean();

    /**
     * The table; nothing is looked at yet.
     *
     * @param name name of the table
     * @param ddl the statement that makes it if it does not exist, in the SQL that PostgreSQL and
     *     H2 share
     */
    public OwnTable(String name, String ddl) {
        this.name = name;
        this.ddl = ddl;
    }

    /**
     * Makes the table, unless it is there or has been seen; two servers may do so at once, and one
     * of them fails.
     *
     * @return whether it has been made now
     * @throws SQLException if it is not there and cannot be made; the message has the statement
     */
    public boolean ensure(Connection connection) throws SQLException {
        boolean made = !seen.get() && !isThere(connection) && make(connection);
        seen.set(true);
        return made;
    }

    /** The database could not be reached: it may be another when it is back. */
    public void forget() {
        seen.set(false);
    }

    private boolean make(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.setQueryTimeout(SECONDS);
            statement.execute(ddl);
            end(connection);
            return true;
        } catch (SQLException e) {
            undo(connection);
            if (!isThere(connection)) {
                throw new SQLException("does not exist, and cannot be made here; run: " + ddl, e);
            }
            return false;
        }
    }

    private boolean isThere(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.setQueryTimeout(SECONDS);
            statement.executeQuery("SELECT 1 FROM " + name + " WHERE 1 = 0").close();
            return true;
        } catch (SQLException e) {
            undo(connection); // what makes the table tells more than this error
            return false;
        }
    }

    private static void end(Connection connection) throws SQLException {
        if (!connection.getAutoCommit()) {
            connection.commit();
        }
    }

    /** PostgreSQL runs nothing more in a transaction that had an error. */
    private static void undo(Connection connection) throws SQLException {
        if (!connection.getAutoCommit()) {
            connection.rollback();
        }
    }
}
