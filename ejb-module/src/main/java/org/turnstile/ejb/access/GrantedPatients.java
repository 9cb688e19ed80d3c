/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.ejb.access;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Goes through the patients that the rules of some subjects name and that are in the index, each
 * once, in the order of the rules' keys.
 */
final class GrantedPatients {

    /** Rules that are looked at in one go: at first few, since somebody waits. */
    private static final int FIRST = 16;

    /** Many in the end: the more are known, the closer together stand those that are read next. */
    private static final int LARGEST = 65_536;

    private static final int GROWTH = 64;

    private final List<String> subjects;
    private int at;
    private String patientId = "";
    private String issuer = "";
    private int limit = FIRST;

    GrantedPatients(List<String> subjects) {
        this.subjects = subjects;
    }

    /** Whether there may be more. */
    boolean isLeft() {
        return at < subjects.size();
    }

    /**
     * Looks at some rules more.
     *
     * @param whole takes the keys of patients of whom a rule shows everything
     * @param conditional takes those with rules that have conditions
     */
    void lookAhead(VisibleQueries queries, Collection<Long> whole, Collection<Long> conditional)
            throws AccessUnavailableException {
        List<Object[]> rows = queries.rulesOnly(sql(), parameters(), limit);
        Long patient = null;
        boolean conditions = true;
        for (Object[] row : rows) {
            // several rules may name one patient; they come one after the other
            if (!row[0].equals(patientId) || !row[1].equals(issuer)) {
                add(patient, conditions ? conditional : whole);
                conditions = true;
            }
            patientId = (String) row[0];
            issuer = (String) row[1];
            patient = row[2] == null ? null : ((Number) row[2]).longValue();
            conditions &= ((Number) row[3]).intValue() == 1;
        }
        add(patient, conditions ? conditional : whole);
        if (rows.size() < limit) {
            at++;
            patientId = "";
            issuer = "";
        }
        limit = Math.min(GROWTH * limit, LARGEST);
    }

    private static void add(Long patient, Collection<Long> to) {
        if (patient != null) {
            to.add(patient);
        }
    }

    private String sql() {
        StringBuilder sql =
                new StringBuilder(
                        "SELECT r.patient_id, r.issuer, p.id, CASE WHEN r.institution IS NULL"
                                + " AND r.modality IS NULL AND r.own = FALSE"
                                + " AND r.date_from IS NULL AND r.date_to IS NULL"
                                + " THEN 0 ELSE 1 END"
                                + " FROM access_rule r LEFT JOIN patient p"
                                + " ON p.patient_id = r.patient_id AND p.issuer = r.issuer"
                                + " WHERE r.subject = :w_subject AND r.patient_id >= :w_patient"
                                + " AND (r.patient_id > :w_patient OR r.issuer > :w_issuer)");
        for (int before = 0; before < at; before++) {
            sql.append(" AND (")
                    .append(Predicates.ONE_BY_ONE)
                    .append("NOT EXISTS (SELECT 1 FROM access_rule g WHERE g.subject = :w_before")
                    .append(before)
                    .append(" AND g.patient_id = r.patient_id AND g.issuer = r.issuer))");
        }
        // as the index has them
        return sql.append(" ORDER BY r.subject, r.patient_id, r.issuer").toString();
    }

    private Map<String, Object> parameters() {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("w_subject", subjects.get(at));
        parameters.put("w_patient", patientId);
        parameters.put("w_issuer", issuer);
        for (int before = 0; before < at; before++) {
            parameters.put("w_before" + before, subjects.get(before));
        }
        return parameters;
    }
}
