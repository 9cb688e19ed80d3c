/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.jaas.sql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import javax.sql.DataSource;
import org.turnstile.api.LoginUnavailableException;
import org.turnstile.jaas.JaasLogger;

/**
 * A table that logins read, in the SQL that PostgreSQL and H2 share. It is made when it is missing,
 * if the account may. The data source is looked up for each login, since a server may put another
 * in its place. Safe for many threads.
 */
public final class SqlTable {

    private static final int SECONDS = 5;

    private final String dataSource;
    private final String name;
    private final String ddl;
    private final AtomicBoolean seen = new AtomicBoolean();

    /**
     * The table; nothing is looked at yet.
     *
     * @param dataSource name in JNDI
     * @param name name of the table
     * @param ddl the statement that makes the table if it does not exist
     */
    public SqlTable(String dataSource, String name, String ddl) {
        this.dataSource = dataSource;
        this.name = name;
        this.ddl = ddl;
    }

    /**
     * Reads rows of text.
     *
     * @param sql a query with a place for each value
     * @param most most rows that are kept
     * @param values what is put in the places
     * @throws LoginUnavailableException if the table cannot be read, or has more rows
     */
    public List<List<String>> query(String sql, int most, String... values)
            throws LoginUnavailableException {
        try (Connection connection = lookUp().getConnection()) {
            ensure(connection);
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                statement.setQueryTimeout(SECONDS);
                statement.setMaxRows(most + 1);
                for (int i = 0; i < values.length; i++) {
                    statement.setString(i + 1, values[i]);
                }
                List<List<String>> rows = rows(statement, most);
                end(connection);
                return rows;
            }
        } catch (SQLException e) {
            seen.set(false);
            throw new LoginUnavailableException("table " + name + ": " + e.getMessage(), e);
        }
    }

    private List<List<String>> rows(PreparedStatement statement, int most)
            throws SQLException, LoginUnavailableException {
        List<List<String>> rows = new ArrayList<>();
        try (ResultSet found = statement.executeQuery()) {
            int columns = found.getMetaData().getColumnCount();
            while (found.next()) {
                if (rows.size() == most) {
                    throw fault("has more than " + most + " rows", null);
                }
                List<String> row = new ArrayList<>();
                for (int i = 1; i <= columns; i++) {
                    row.add(String.valueOf(found.getString(i)));
                }
                rows.add(row);
            }
        }
        return rows;
    }

    /** A fault of the table's content. */
    public LoginUnavailableException fault(String problem, Throwable cause) {
        return new LoginUnavailableException("table " + name + ": " + problem, cause);
    }

    @SuppressWarnings("BanJNDI") // the name is the administrator's, from login.conf
    private DataSource lookUp() throws LoginUnavailableException {
        try {
            if (new InitialContext().lookup(dataSource) instanceof DataSource found) {
                return found;
            }
        } catch (NamingException e) {
            throw new LoginUnavailableException(
                    "dataSource=" + dataSource + ": cannot be looked up", e);
        }
        throw new LoginUnavailableException(
                "dataSource=" + dataSource + ": is no data source", null);
    }

    /**
     * Makes the table where it is missing; two servers may do so at once, and one of them fails.
     */
    private void ensure(Connection connection) throws SQLException, LoginUnavailableException {
        if (seen.get()) {
            return;
        }
        if (!isThere(connection)) {
            make(connection);
        }
        seen.set(true);
    }

    private void make(Connection connection) throws SQLException, LoginUnavailableException {
        try (Statement statement = connection.createStatement()) {
            statement.setQueryTimeout(SECONDS);
            statement.execute(ddl);
            end(connection);
            JaasLogger.LOGGER.tableMade(name, dataSource);
        } catch (SQLException e) {
            undo(connection);
            if (!isThere(connection)) {
                throw fault("does not exist, and cannot be made here; run: " + ddl, e);
            }
        }
    }

    private boolean isThere(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.setQueryTimeout(SECONDS);
            statement.executeQuery("SELECT 1 FROM " + name + " WHERE 1 = 0").close();
            return true;
        } catch (SQLException e) {
            JaasLogger.LOGGER.debugf(e, "table %s: not there", name);
            undo(connection);
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
