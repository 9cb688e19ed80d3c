/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.ejb.explain;

import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceException;
import jakarta.persistence.Query;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.turnstile.ejb.access.AccessUnavailableException;

/**
 * Finds the studies that are to be explained. The one place where studies are read without a
 * caller's predicate, since one that is hidden has to be explained too.
 */
final class StudyLookup {

    /** Most studies of a patient that are explained in one answer. */
    static final int MAX_STUDIES = 1_000;

    private static final String STUDIES =
            "SELECT s.study_uid, p.patient_id, p.issuer, s.institution, s.modality, s.stored_by,"
                    + " s.study_date FROM study s JOIN patient p ON p.id = s.patient_fk WHERE ";

    private final EntityManager manager;
    private final Duration timeout;

    StudyLookup(EntityManager manager, Duration timeout) {
        this.manager = manager;
        this.timeout = timeout;
    }

    /** The studies that are named. */
    List<StudyFacts> find(ExplainRequest request) throws AccessUnavailableException {
        try {
            Query query =
                    request.studyUid().isEmpty()
                            ? query("p.patient_id = ?1 AND p.issuer = ?2")
                                    .setParameter(1, request.patientId())
                                    .setParameter(2, request.issuer())
                            : query("s.study_uid = ?1").setParameter(1, request.studyUid());
            List<StudyFacts> studies = new ArrayList<>();
            for (Object row : query.getResultList()) {
                studies.add(facts((Object[]) row));
            }
            return studies;
        } catch (PersistenceException e) {
            throw new AccessUnavailableException("the index does not answer", e);
        }
    }

    private Query query(String condition) {
        return manager.createNativeQuery(
                        STUDIES
                                + condition
                                + " ORDER BY s.id FETCH FIRST "
                                + MAX_STUDIES
                                + " ROWS ONLY")
                .setHint("jakarta.persistence.query.timeout", (int) timeout.toMillis());
    }

    private static StudyFacts facts(Object[] row) {
        return new StudyFacts(
                text(row[0]),
                text(row[1]),
                text(row[2]),
                text(row[3]),
                text(row[4]),
                text(row[5]),
                text(row[6]));
    }

    private static String text(Object column) {
        return column == null ? "" : column.toString();
    }
}
