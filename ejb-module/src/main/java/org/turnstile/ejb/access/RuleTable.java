/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.ejb.access;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import javax.sql.DataSource;
import org.turnstile.api.access.AccessText;

/**
 * The table {@code access_rule}. Called without a transaction around; each call has its own, and no
 * statement takes longer than the time-out.
 */
final class RuleTable {

    /** So many different rules without a patient become conditions; further ones stay rows. */
    static final int MAX_TERMS = 100;

    private static final String TERMS =
            "SELECT DISTINCT institution, modality, own, date_from, date_to FROM access_rule"
                    + " WHERE subject = ? AND patient_id IS NULL";

    private static final String PATIENTS =
            "SELECT CAST(? AS VARCHAR(260)) AS subject WHERE EXISTS"
                    + " (SELECT 1 FROM access_rule WHERE subject = ? AND patient_id IS NOT NULL)";

    /** Work on one connection. */
    private interface Work<T> {
        T on(Connection connection) throws SQLException, IOException;
    }

    private final DataSource source;
    private final int seconds;

    /**
     * The table in a database.
     *
     * @param timeout most time for each statement; in whole seconds, from 1 s
     */
    RuleTable(DataSource source, Duration timeout) {
        this.source = source;
        this.seconds = (int) Math.max(1, timeout.toSeconds());
    }

    /**
     * Makes the rules of source FILE those of a text: what differs is removed and inserted.
     *
     * @throws SQLException if the database fails; nothing has changed
     * @throws IOException if the text has an error; nothing has changed
     */
    RuleDifference replaceFileRules(AccessText text) throws SQLException, IOException {
        return inTransaction(connection -> new RuleImport(connection, seconds).run(text));
    }

    /** What the rules of these subjects grant. */
    Grants grantsOf(List<String> subjects) throws SQLException, IOException {
        return inTransaction(
                connection -> {
                    List<Grants.Term> terms = terms(connection, subjects);
                    boolean all = terms.stream().anyMatch(Grants.Term::isAll);
                    List<String> patients = all ? List.of() : patients(connection, subjects);
                    return new Grants(all, terms, terms.size() > MAX_TERMS, patients);
                });
    }

    /**
     * The rules of these subjects that may bear on a patient.
     *
     * @param text the file, which tells their lines
     */
    CallerRules rulesOf(List<String> subjects, String patientId, String issuer, AccessText text)
            throws SQLException, IOException {
        return inTransaction(
                connection ->
                        new RuleListing(connection, seconds, subjects, patientId, issuer)
                                .list(text));
    }

    private List<Grants.Term> terms(Connection connection, List<String> subjects)
            throws SQLException {
        String each = String.join(" UNION ", Collections.nCopies(subjects.size(), TERMS));
        String sql = each + " FETCH FIRST " + (MAX_TERMS + 1) + " ROWS ONLY";
        try (PreparedStatement select = prepare(connection, sql)) {
            for (int i = 0; i < subjects.size(); i++) {
                select.setString(i + 1, subjects.get(i));
            }
            List<Grants.Term> terms = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    terms.add(
                            new Grants.Term(
                                    row.getString(1),
                                    row.getString(2),
                                    row.getBoolean(3),
                                    row.getString(4),
                                    row.getString(5)));
                }
            }
            return terms;
        }
    }

    private List<String> patients(Connection connection, List<String> subjects)
            throws SQLException {
        String sql = String.join(" UNION ALL ", Collections.nCopies(subjects.size(), PATIENTS));
        try (PreparedStatement select = prepare(connection, sql)) {
            for (int i = 0; i < subjects.size(); i++) {
                select.setString(2 * i + 1, subjects.get(i));
                select.setString(2 * i + 2, subjects.get(i));
            }
            List<String> found = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    found.add(row.getString(1));
                }
            }
            return found;
        }
    }

    private PreparedStatement prepare(Connection connection, String sql) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        statement.setQueryTimeout(seconds);
        return statement;
    }

    private <T> T inTransaction(Work<T> work) throws SQLException, IOException {
        try (Connection connection = source.getConnection()) {
            connection.setAutoCommit(false);
            try {
                T result = work.on(connection);
                connection.commit();
                connection.setAutoCommit(true);
                return result;
            } catch (SQLException | IOException | RuntimeException e) {
                rollBack(connection, e);
                throw e;
            }
        }
    }

    private static void rollBack(Connection connection, Exception why) {
        try {
            connection.rollback();
            connection.setAutoCommit(true);
        } catch (SQLException e) {
            why.addSuppressed(e);
        }
    }
}
