/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.it.probe;

import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import javax.sql.DataSource;

/** More studies than a test could store, written past the archive into its index. */
@Stateless
@PermitAll
public class BulkRows {

    /** How many studies there are. */
    public static final int STUDIES = 20_000;

    /** Their patient. */
    public static final String PATIENT_ID = "BULK";

    private static final long FIRST = 4_000_000_000L;
    private static final int BATCH = 1_000;

    @Resource(lookup = "java:/turnstile/datasource")
    private DataSource source;

    /** Adds them, in one transaction. */
    public void add() throws SQLException {
        try (Connection connection = source.getConnection()) {
            execute(
                    connection,
                    "INSERT INTO patient (id, patient_id, issuer, scope, name, name_alphabetic)"
                            + " VALUES (?, 'BULK', '', '', 'Bulk', 'BULK')",
                    FIRST);
            addStudies(connection);
        }
    }

    private static void addStudies(Connection connection) throws SQLException {
        try (PreparedStatement insert =
                connection.prepareStatement(
                        "INSERT INTO study (id, patient_fk, study_uid, study_date, description)"
                                + " VALUES (?, ?, ?, '20260101', 'One of very many studies')")) {
            for (int i = 1; i <= STUDIES; i++) {
                insert.setLong(1, FIRST + i);
                insert.setLong(2, FIRST);
                insert.setString(3, "2.999.1." + i);
                insert.addBatch();
                if (i % BATCH == 0) {
                    insert.executeBatch();
                }
            }
        }
    }

    /** Removes them. */
    public void remove() throws SQLException {
        try (Connection connection = source.getConnection()) {
            execute(connection, "DELETE FROM study WHERE patient_fk = ?", FIRST);
            execute(connection, "DELETE FROM patient WHERE id = ?", FIRST);
        }
    }

    private static void execute(Connection connection, String sql, long parameter)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setLong(1, parameter);
            statement.executeUpdate();
        }
    }
}
