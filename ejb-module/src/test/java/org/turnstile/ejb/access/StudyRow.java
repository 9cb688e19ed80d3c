/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.ejb.access;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** A study as the index keeps it; made of another one by the methods that name what differs. */
public record StudyRow(
        String uid,
        String patientId,
        String issuer,
        String institution,
        String modality,
        String storedBy,
        String date) {

    /** A CT of NORTH, stored by ct1 on a day of 2024. */
    public static StudyRow of(String uid) {
        return new StudyRow(uid, "PAT-0001", "", "NORTH", "CT", "ct1", "20240615");
    }

    /** With another Study Instance UID. */
    StudyRow uid(String other) {
        return new StudyRow(other, patientId, issuer, institution, modality, storedBy, date);
    }

    /** Of another patient. */
    public StudyRow patient(String id, String of) {
        return new StudyRow(uid, id, of, institution, modality, storedBy, date);
    }

    /** Of another institution; null where its series differ or one has none. */
    public StudyRow institution(String other) {
        return new StudyRow(uid, patientId, issuer, other, modality, storedBy, date);
    }

    /** Of another modality; null where its series differ. */
    public StudyRow modality(String other) {
        return new StudyRow(uid, patientId, issuer, institution, other, storedBy, date);
    }

    /** Stored by another caller; null where several have. */
    public StudyRow storedBy(String other) {
        return new StudyRow(uid, patientId, issuer, institution, modality, other, date);
    }

    /** Of another day, or of none. */
    public StudyRow date(String other) {
        return new StudyRow(uid, patientId, issuer, institution, modality, storedBy, other);
    }

    void insert(Connection connection) throws SQLException {
        long patient = patient(connection);
        try (PreparedStatement insert =
                connection.prepareStatement(
                        "INSERT INTO study (id, patient_fk, study_uid, institution, modality,"
                                + " stored_by, study_date)"
                                + " VALUES (nextval('study_seq'), ?, ?, ?, ?, ?, ?)")) {
            insert.setLong(1, patient);
            int at = 2;
            for (String value : new String[] {uid, institution, modality, storedBy, date}) {
                insert.setString(at++, value);
            }
            insert.execute();
        }
    }

    private long patient(Connection connection) throws SQLException {
        long known = patientRow(connection);
        if (known >= 0) {
            return known;
        }
        try (PreparedStatement insert =
                connection.prepareStatement(
                        "INSERT INTO patient (id, patient_id, issuer, scope)"
                                + " VALUES (nextval('patient_seq'), ?, ?, ?)")) {
            insert.setString(1, patientId);
            insert.setString(2, issuer);
            insert.setString(3, patientId.isEmpty() ? uid : "");
            insert.execute();
        }
        return patientRow(connection);
    }

    private long patientRow(Connection connection) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement(
                        "SELECT id FROM patient"
                                + " WHERE patient_id = ? AND issuer = ? AND scope = ?")) {
            select.setString(1, patientId);
            select.setString(2, issuer);
            select.setString(3, patientId.isEmpty() ? uid : "");
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? row.getLong(1) : -1;
            }
        }
    }
}
