/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.bench.granted;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import javax.sql.DataSource;

/** Fills an empty index by JDBC: patients, studies, and the rules of two callers. */
final class IndexFiller {

    private static final int BATCH = 2_000;
    private static final String PATIENT =
            "INSERT INTO patient (id, patient_id, issuer, scope, name, name_alphabetic, birth_date,"
                    + " sex) VALUES (?, ?, '', '', ?, ?, '19700301', 'F')";
    private static final String STUDY =
            "INSERT INTO study (id, patient_fk, study_uid, study_date, study_time,"
                    + " accession_number, study_id, description, referring_physician,"
                    + " referring_alphabetic, institution, modality, stored_by) VALUES"
                    + " (?, ?, ?, ?, '101530', ?, '1', 'CT of the chest', 'Referrer^Rita',"
                    + " 'REFERRER^RITA', 'BENCH', 'CT', 'modality')";
    private static final String RULE =
            "INSERT INTO access_rule (id, source, subject, patient_id, issuer, own)"
                    + " VALUES (?, 'DATABASE', ?, ?, ?, FALSE)";

    private final DataSource database;
    private final Holdings holdings;

    IndexFiller(DataSource database, Holdings holdings) {
        this.database = database;
        this.holdings = holdings;
    }

    /** Whether there is nothing in the index. */
    boolean isEmpty() throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT COUNT(*) FROM study")) {
            rows.next();
            return rows.getLong(1) == 0;
        }
    }

    /** Enters all, and has the database look at it as it would by itself in time. */
    void fill() throws SQLException {
        insert(PATIENT, holdings.patients(), this::patient);
        insert(STUDY, holdings.studies(), this::study);
        insert(RULE, holdings.granted(), this::rule);
        insert(RULE, 1, row -> new Object[] {0L, "u:" + GrantedFind.UNRESTRICTED, null, null});
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("ANALYZE");
        }
    }

    private Object[] patient(int row) {
        String name = String.format("Bench^P%08d", row);
        String upper = String.format("BENCH^P%08d", row);
        return new Object[] {row + 1L, holdings.patientId(row), name, upper};
    }

    private Object[] study(int row) {
        return new Object[] {
            row + 1L,
            holdings.patientOf(row) + 1L,
            "2.25.1" + (1_000_000_000L + row),
            String.format("2026%02d%02d", row % 12 + 1, row % 28 + 1),
            String.format("ACC%08d", row)
        };
    }

    private Object[] rule(int grant) {
        String patientId = holdings.patientId(holdings.grantedPatient(grant));
        return new Object[] {grant + 1L, "u:" + GrantedFind.GRANTED, patientId, ""};
    }

    private interface Row {
        Object[] of(int number);
    }

    private void insert(String sql, int rows, Row values) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            connection.setAutoCommit(false);
            for (int number = 0; number < rows; number++) {
                int column = 0;
                for (Object value : Arrays.asList(values.of(number))) {
                    column++;
                    statement.setObject(column, value);
                }
                statement.addBatch();
                if (number % BATCH == BATCH - 1) {
                    statement.executeBatch();
                    connection.commit();
                }
            }
            statement.executeBatch();
            connection.commit();
            connection.setAutoCommit(true);
        }
    }
}
