/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.ejb.query;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.turnstile.api.data.PersonName;
import org.turnstile.api.data.Tag;
import org.turnstile.ejb.index.attributes.NameColumns;

/** Enters the entities of a test into the index, by SQL of its own. */
final class Holdings {

    private static final int BATCH = 1000;
    private static final String STORED_BY = "modality";

    private final IdentityHashMap<Entity, Long> ids = new IdentityHashMap<>();
    private final Map<String, List<Object[]>> rows = new LinkedHashMap<>();
    private long last;

    Holdings() {
        for (String table : List.of("patient", "study", "series", "instance", "series_request")) {
            rows.put(table, new ArrayList<>());
        }
    }

    /**
     * Enters patients with all that is in them.
     *
     * @param after the keys of rows are greater
     */
    static void enter(DataSource database, List<Entity> patients, long after) throws SQLException {
        Holdings holdings = new Holdings();
        holdings.last = after;
        patients.forEach(holdings::add);
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            for (Map.Entry<String, List<Object[]>> table : holdings.rows.entrySet()) {
                insert(connection, table.getKey(), table.getValue());
            }
            connection.commit();
        }
    }

    private static void insert(Connection connection, String table, List<Object[]> rows)
            throws SQLException {
        if (rows.isEmpty()) {
            return;
        }
        String marks = String.join(", ", Collections.nCopies(rows.get(0).length, "?"));
        String sql = "INSERT INTO " + table + columns(table) + " VALUES (" + marks + ")";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < rows.size(); i++) {
                Object[] row = rows.get(i);
                for (int column = 0; column < row.length; column++) {
                    statement.setObject(column + 1, row[column]);
                }
                statement.addBatch();
                if (i % BATCH == BATCH - 1) {
                    statement.executeBatch();
                }
            }
            statement.executeBatch();
        }
    }

    private static String columns(String table) {
        return switch (table) {
            case "patient" ->
                    " (id, patient_id, issuer, scope, name, name_alphabetic, name_ideographic,"
                            + " name_phonetic, birth_date, sex)";
            case "study" ->
                    " (id, patient_fk, study_uid, study_date, study_time, accession_number,"
                            + " study_id, description, referring_physician, referring_alphabetic,"
                            + " referring_ideographic, referring_phonetic, institution, modality,"
                            + " stored_by)";
            case "series" ->
                    " (id, study_fk, series_uid, modality, series_number, description,"
                            + " institution, series_date, series_time, body_part, stored_by)";
            case "instance" ->
                    " (id, series_fk, sop_instance_uid, sop_class_uid, instance_number,"
                            + " transfer_syntax, file, size, digest, stored_by, stored_at)";
            default -> " (series_fk, item, step_id, procedure_id)";
        };
    }

    private void add(Entity entity) {
        ids.put(entity, ++last);
        switch (entity.level()) {
            case PATIENT -> patient(entity);
            case STUDY -> study(entity);
            case SERIES -> series(entity);
            case IMAGE -> instance(entity);
        }
        entity.children().forEach(this::add);
    }

    private void row(String table, Object... values) {
        rows.get(table).add(values);
    }

    private static Object[] join(Object[] first, Object[]... more) {
        List<Object> all = new ArrayList<>(Arrays.asList(first));
        for (Object[] each : more) {
            all.addAll(Arrays.asList(each));
        }
        return all.toArray();
    }

    private static Object[] values(Entity entity, int... tags) {
        return Arrays.stream(tags).mapToObj(entity::own).toArray();
    }

    private static Object[] name(Entity entity, int tag) {
        String name = entity.own(tag);
        NameColumns columns =
                name == null ? NameColumns.NONE : NameColumns.of(PersonName.parse(name));
        return new Object[] {
            columns.full(), columns.alphabetic(), columns.ideographic(), columns.phonetic()
        };
    }

    private void patient(Entity patient) {
        String scope =
                patient.unique().isEmpty() && !patient.children().isEmpty()
                        ? patient.child(0).unique()
                        : "";
        String issuer = patient.value(Tag.IssuerOfPatientID).orElse("");
        row(
                "patient",
                join(
                        new Object[] {ids.get(patient), patient.unique(), issuer, scope},
                        name(patient, Tag.PatientName),
                        values(patient, Tag.PatientBirthDate, Tag.PatientSex)));
    }

    private void study(Entity study) {
        row(
                "study",
                join(
                        new Object[] {ids.get(study), ids.get(study.parent()), study.unique()},
                        values(
                                study,
                                Tag.StudyDate,
                                Tag.StudyTime,
                                Tag.AccessionNumber,
                                Tag.StudyID,
                                Tag.StudyDescription),
                        name(study, Tag.ReferringPhysicianName),
                        new Object[] {
                            study.common(Tag.InstitutionName).orElse(null),
                            study.common(Tag.Modality).orElse(null),
                            STORED_BY
                        }));
    }

    private void series(Entity series) {
        long id = ids.get(series);
        row(
                "series",
                join(
                        new Object[] {id, ids.get(series.parent()), series.unique()},
                        values(
                                series,
                                Tag.Modality,
                                Tag.SeriesNumber,
                                Tag.SeriesDescription,
                                Tag.InstitutionName,
                                Tag.SeriesDate,
                                Tag.SeriesTime,
                                Tag.BodyPartExamined),
                        new Object[] {STORED_BY}));
        for (int i = 0; i < series.requests().size(); i++) {
            SeriesRequest request = series.requests().get(i);
            row("series_request", id, i, request.stepId(), request.procedureId());
        }
    }

    private void instance(Entity instance) {
        row(
                "instance",
                ids.get(instance),
                ids.get(instance.parent()),
                instance.unique(),
                instance.own(Tag.SOPClassUID),
                instance.own(Tag.InstanceNumber),
                "1.2.840.10008.1.2.1",
                "file" + ids.get(instance),
                1L,
                "0".repeat(64),
                STORED_BY,
                Timestamp.from(Instant.EPOCH));
    }
}
