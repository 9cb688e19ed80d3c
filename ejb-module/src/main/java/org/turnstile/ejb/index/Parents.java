/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.ejb.index;

import jakarta.persistence.EntityManager;
import java.util.Optional;
import org.turnstile.ejb.index.attributes.ObjectAttributes;

/** Finds the series of an object, or makes it, with its study and patient if need be. */
final class Parents {

    private final EntityManager manager;
    private final ObjectAttributes object;

    /** In the transaction of this entity manager. */
    Parents(EntityManager manager, ObjectAttributes object) {
        this.manager = manager;
        this.object = object;
    }

    /** The row of the series; empty where the object's study is of another patient. */
    Optional<Known.SeriesRow> series(Known.StudyRow before) {
        Optional<Known.SeriesRow> found = Rows.series(manager, object.series().uid());
        return found.isPresent() ? found : study(before).map(this::newSeries);
    }

    private Known.SeriesRow newSeries(Known.StudyRow study) {
        Series series = new Series(study.id(), object.series(), object.commons());
        manager.persist(series);
        Rows.narrow(manager, "Study", study.id(), study.commons(), object.commons());
        Known.StudyRow narrowed = study.with(object.commons());
        return new Known.SeriesRow(series.id(), object.series().uid(), narrowed, object.commons());
    }

    private Optional<Known.StudyRow> study(Known.StudyRow before) {
        Optional<Known.StudyRow> found =
                before != null ? Optional.of(before) : Rows.study(manager, object.study().uid());
        if (found.isEmpty()) {
            return Optional.of(newStudy());
        }
        return found.filter(study -> study.patient().equals(object.patient().key()));
    }

    private Known.StudyRow newStudy() {
        Study study = new Study(patient(), object.study(), object.commons());
        manager.persist(study);
        return new Known.StudyRow(
                study.id(), object.study().uid(), object.patient().key(), object.commons());
    }

    private long patient() {
        return Rows.patient(manager, object.patient().key()).orElseGet(this::newPatient);
    }

    private long newPatient() {
        Patient patient = new Patient(object.patient());
        manager.persist(patient);
        return patient.id();
    }
}
