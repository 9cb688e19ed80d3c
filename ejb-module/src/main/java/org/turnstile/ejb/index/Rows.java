/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.ejb.index;

import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.util.List;
import java.util.Optional;
import org.turnstile.ejb.index.attributes.Commons;
import org.turnstile.ejb.index.attributes.PatientAttributes;

/** The statements by which rows are found and written, each within the caller's transaction. */
final class Rows {

    private static final String STUDY_COLUMNS =
            "t.id, t.uid, p.patientId, p.issuer, p.scope, t.institution, t.modality, t.storedBy";

    private Rows() {}

    static Optional<Known.SeriesRow> series(EntityManager manager, String uid) {
        return first(
                        manager.createQuery(
                                        "select "
                                                + STUDY_COLUMNS
                                                + ", s.id, s.institution, s.modality, s.storedBy"
                                                + " from Series s, Study t, Patient p"
                                                + " where t.id = s.study and p.id = t.patient"
                                                + " and s.uid = :uid",
                                        Object[].class)
                                .setParameter("uid", uid))
                .map(row -> new Known.SeriesRow((Long) row[8], uid, study(row), commons(row, 9)));
    }

    static Optional<Known.StudyRow> study(EntityManager manager, String uid) {
        return first(
                        manager.createQuery(
                                        "select "
                                                + STUDY_COLUMNS
                                                + " from Study t, Patient p"
                                                + " where p.id = t.patient and t.uid = :uid",
                                        Object[].class)
                                .setParameter("uid", uid))
                .map(Rows::study);
    }

    static Optional<Long> patient(EntityManager manager, PatientAttributes.Key key) {
        return first(
                manager.createQuery(
                                "select p.id from Patient p where p.patientId = :id"
                                        + " and p.issuer = :issuer and p.scope = :scope",
                                Long.class)
                        .setParameter("id", key.patientId())
                        .setParameter("issuer", key.issuer())
                        .setParameter("scope", key.scope()));
    }

    private static <T> Optional<T> first(TypedQuery<T> query) {
        List<T> rows = query.setMaxResults(1).getResultList();
        return rows.stream().findFirst();
    }

    private static Known.StudyRow study(Object[] row) {
        return new Known.StudyRow(
                (Long) row[0],
                (String) row[1],
                new PatientAttributes.Key((String) row[2], (String) row[3], (String) row[4]),
                commons(row, 5));
    }

    private static Commons commons(Object[] row, int from) {
        return new Commons((String) row[from], (String) row[from + 1], (String) row[from + 2]);
    }

    /**
     * Takes from a row the values that a further part does not share. Each is set to NULL by
     * itself: what the caller believes the others to be may be old.
     */
    static void narrow(EntityManager manager, String entity, long id, Commons known, Commons part) {
        Commons left = known.with(part);
        drop(manager, entity, id, "institution", known.institution(), left.institution());
        drop(manager, entity, id, "modality", known.modality(), left.modality());
        drop(manager, entity, id, "storedBy", known.storedBy(), left.storedBy());
    }

    private static void drop(
            EntityManager manager, String entity, long id, String column, String was, String left) {
        if (was != null && left == null) {
            manager.createQuery(
                            "update %1$s e set e.%2$s = null where e.id = :id and e.%2$s is not null"
                                    .formatted(entity, column))
                    .setParameter("id", id)
                    .executeUpdate();
        }
    }
}
