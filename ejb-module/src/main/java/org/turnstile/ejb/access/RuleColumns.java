/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.ejb.access;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import org.turnstile.api.access.AccessRule;
import org.turnstile.api.access.AccessSubject;
import org.turnstile.api.access.DateWindow;
import org.turnstile.api.access.PatientKey;
import org.turnstile.api.access.RuleConditions;

/** A rule as a row of {@code access_rule}; what a rule does not demand is null. */
record RuleColumns(
        String subject,
        String patientId,
        String issuer,
        String institution,
        String modality,
        boolean own,
        String from,
        String to) {

    /** In the order of the parts. */
    static final String NAMES =
            "subject, patient_id, issuer, institution, modality, own, date_from, date_to";

    private static final byte NULL = (byte) 0xFF;

    static RuleColumns of(AccessRule rule) {
        RuleConditions conditions = rule.conditions();
        return new RuleColumns(
                rule.subject().key(),
                conditions.patient().map(PatientKey::id).orElse(null),
                conditions.patient().map(PatientKey::issuer).orElse(null),
                conditions.institution().orElse(null),
                conditions.modality().orElse(null),
                conditions.own(),
                end(conditions.dates().flatMap(DateWindow::from)),
                end(conditions.dates().flatMap(DateWindow::to)));
    }

    private static String end(Optional<LocalDate> day) {
        return day.isEmpty() ? null : DateWindow.text(day);
    }

    /**
     * The rule.
     *
     * @throws IllegalArgumentException if the row was not made of a rule
     */
    AccessRule toRule() {
        Optional<PatientKey> patient =
                Optional.ofNullable(patientId)
                        .map(id -> new PatientKey(id, issuer == null ? "" : issuer));
        Optional<DateWindow> dates =
                from == null && to == null
                        ? Optional.empty()
                        : Optional.of(
                                new DateWindow(
                                        Optional.ofNullable(from).map(DateWindow::day),
                                        Optional.ofNullable(to).map(DateWindow::day)));
        return new AccessRule(
                AccessSubject.ofKey(subject),
                new RuleConditions(
                        patient,
                        Optional.ofNullable(institution),
                        Optional.ofNullable(modality),
                        own,
                        dates));
    }

    /** Reads the columns of {@link #NAMES}, which begin at a place. */
    static RuleColumns read(ResultSet row, int first) throws SQLException {
        return new RuleColumns(
                row.getString(first),
                row.getString(first + 1),
                row.getString(first + 2),
                row.getString(first + 3),
                row.getString(first + 4),
                row.getBoolean(first + 5),
                row.getString(first + 6),
                row.getString(first + 7));
    }

    /** Sets the parameters of {@link #NAMES}, which begin at a place. */
    void write(PreparedStatement statement, int first) throws SQLException {
        int at = first;
        for (String text : Arrays.asList(subject, patientId, issuer, institution, modality)) {
            write(statement, at++, text);
        }
        statement.setBoolean(at++, own);
        write(statement, at++, from);
        write(statement, at, to);
    }

    private static void write(PreparedStatement statement, int at, String text)
            throws SQLException {
        if (text == null) {
            statement.setNull(at, Types.VARCHAR);
        } else {
            statement.setString(at, text);
        }
    }

    /** What stands for the rule among a million others. */
    RuleDigest digest() {
        MessageDigest sha = sha256();
        for (String text :
                Arrays.asList(
                        subject, patientId, issuer, institution, modality, "" + own, from, to)) {
            if (text == null) {
                sha.update(NULL);
            } else {
                sha.update(text.getBytes(StandardCharsets.UTF_8));
            }
            sha.update((byte) 0);
        }
        ByteBuffer digest = ByteBuffer.wrap(sha.digest());
        return new RuleDigest(digest.getLong(), digest.getLong());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
