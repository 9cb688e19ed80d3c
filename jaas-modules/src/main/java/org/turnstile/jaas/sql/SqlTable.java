/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.jaas.sql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
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

    private final NamedDataSource dataSource;
    private final String name;
    private final OwnTable table;

    /**
     * The table; nothing is looked at yet.
     *
     * @param dataSource name in JNDI
     * @param name name of the table
     * @param ddl the statement that makes the table if it does not exist
     */
    public SqlTable(String dataSource, String name, String ddl) {
        this.dataSource = new NamedDataSource(dataSource);
        this.name = name;
        this.table = new OwnTable(name, ddl);
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
        try (Connection connection = source().getConnection()) {
            if (table.ensure(connection)) {
                JaasLogger.LOGGER.tableMade(name, dataSource.name());
            }
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
            table.forget();
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

    private DataSource source() throws LoginUnavailableException {
        try {
            return dataSource.lookUp();
        } catch (SQLException e) {
            throw new LoginUnavailableException("dataSource=" + e.getMessage(), e);
        }
    }

    private static void end(Connection connection) throws SQLException {
        if (!connection.getAutoCommit()) {
            connection.commit();
        }
    }
}
