/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.jaas.otp.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.turnstile.jaas.sql.Connections;
import org.turnstile.jaas.sql.OwnTable;

/**
 * States in the table {@code turnstile_otp} of a database, H2 or PostgreSQL; it is made when it is
 * missing. A state is compared and replaced in one statement, which the database runs for one
 * caller at a time.
 */
public final class OtpTable implements OtpStore {

    private static final int SECONDS = 5;

    /** Class of SQL states that say: another transaction was first (SQL:2023, 40). */
    private static final String ROLLED_BACK = "40";

    /** Class of SQL states that say: there is such a row (SQL:2023, 23). */
    private static final String DUPLICATE = "23";

    private static final String CREATE =
            "CREATE TABLE IF NOT EXISTS turnstile_otp ("
                    + "user_name VARCHAR(256) NOT NULL PRIMARY KEY, state VARCHAR(1024) NOT NULL)";
    private static final String FIND = "SELECT state FROM turnstile_otp WHERE user_name = ?";
    private static final String REPLACE =
            "UPDATE turnstile_otp SET state = ? WHERE user_name = ? AND state = ?";
    private static final String ADD = "INSERT INTO turnstile_otp (user_name, state) VALUES (?, ?)";
    private static final String REMOVE = "DELETE FROM turnstile_otp WHERE user_name = ?";
    private static final String LIST =
            "SELECT user_name, state FROM turnstile_otp ORDER BY user_name";

    private final Connections connections;
    private final OwnTable table = new OwnTable("turnstile_otp", CREATE);

    /** The table in that database; nothing is looked at yet. */
    public OtpTable(DataSource source) {
        this(source::getConnection);
    }

    /** The table that these connections lead to; each is closed after one statement. */
    public OtpTable(Connections connections) {
        this.connections = connections;
    }

    @Override
    public Optional<OtpState> find(String name) throws OtpStoreException {
        return run(
                FIND,
                statement -> {
                    try (ResultSet row = statement.executeQuery()) {
                        return row.next()
                                ? Optional.of(state(name, row.getString(1)))
                                : Optional.empty();
                    }
                },
                name);
    }

    @Override
    public boolean replace(String name, OtpState expected, OtpState next) throws OtpStoreException {
        String[] values = {OtpStateText.format(next), name, OtpStateText.format(expected)};
        return update(REPLACE, ROLLED_BACK, values);
    }

    @Override
    public boolean add(OtpAccount account) throws OtpStoreException {
        return update(ADD, DUPLICATE, account.name(), OtpStateText.format(account.state()));
    }

    @Override
    public boolean remove(String name) throws OtpStoreException {
        return update(REMOVE, ROLLED_BACK, name);
    }

    @Override
    public List<OtpAccount> list() throws OtpStoreException {
        return run(
                LIST,
                statement -> {
                    List<OtpAccount> accounts = new ArrayList<>();
                    try (ResultSet row = statement.executeQuery()) {
                        while (row.next()) {
                            String name = row.getString(1);
                            accounts.add(new OtpAccount(name, state(name, row.getString(2))));
                        }
                    }
                    return accounts;
                });
    }

    /** A text that is not written as we write it could be read, but never be replaced. */
    private static OtpState state(String name, String text) throws OtpStoreException {
        try {
            OtpState state = OtpStateText.parse(text);
            if (!OtpStateText.format(state).equals(text)) {
                throw new IllegalArgumentException("is not written as turnstile otp writes it");
            }
            return state;
        } catch (IllegalArgumentException e) {
            throw new OtpStoreException(
                    "table turnstile_otp, user " + name + ": " + e.getMessage(), e);
        }
    }

    private interface Work<T> {
        T run(PreparedStatement statement) throws SQLException, OtpStoreException;
    }

    private boolean update(String sql, String refusal, String... values) throws OtpStoreException {
        return run(
                sql,
                statement -> {
                    try {
                        return statement.executeUpdate() == 1;
                    } catch (SQLException e) {
                        if (String.valueOf(e.getSQLState()).startsWith(refusal)) {
                            return false;
                        }
                        throw e;
                    }
                },
                values);
    }

    private <T> T run(String sql, Work<T> work, String... values) throws OtpStoreException {
        try (Connection connection = connections.open()) {
            table.ensure(connection);
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                statement.setQueryTimeout(SECONDS);
                for (int i = 0; i < values.length; i++) {
                    statement.setString(i + 1, values[i]);
                }
                T result = work.run(statement);
                if (!connection.getAutoCommit()) {
                    connection.commit();
                }
                return result;
            }
        } catch (SQLException e) {
            throw new OtpStoreException("table turnstile_otp: " + e.getMessage(), e);
        }
    }
}
