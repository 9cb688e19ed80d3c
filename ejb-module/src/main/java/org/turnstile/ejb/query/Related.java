/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.ejb.query;

import java.util.Optional;
import org.turnstile.api.data.Dictionary;
import org.turnstile.api.data.Tag;
import org.turnstile.api.data.VR;

/**
 * The keys whose values are gathered from rows of lower levels, for a page of answers at a time and
 * over what the caller sees.
 */
enum Related {
    STUDIES_OF_PATIENT(
            Tag.NumberOfPatientRelatedStudies, QueryLevel.PATIENT, QueryLevel.STUDY, null),
    SERIES_OF_PATIENT(
            Tag.NumberOfPatientRelatedSeries, QueryLevel.PATIENT, QueryLevel.SERIES, null),
    INSTANCES_OF_PATIENT(
            Tag.NumberOfPatientRelatedInstances, QueryLevel.PATIENT, QueryLevel.IMAGE, null),
    SERIES_OF_STUDY(Tag.NumberOfStudyRelatedSeries, QueryLevel.STUDY, QueryLevel.SERIES, null),
    INSTANCES_OF_STUDY(Tag.NumberOfStudyRelatedInstances, QueryLevel.STUDY, QueryLevel.IMAGE, null),
    INSTANCES_OF_SERIES(
            Tag.NumberOfSeriesRelatedInstances, QueryLevel.SERIES, QueryLevel.IMAGE, null),
    MODALITIES_IN_STUDY(Tag.ModalitiesInStudy, QueryLevel.STUDY, QueryLevel.SERIES, Key.MODALITY),
    SOP_CLASSES_IN_STUDY(
            Tag.SOPClassesInStudy, QueryLevel.STUDY, QueryLevel.IMAGE, Key.SOP_CLASS_UID);

    private final int tag;
    private final QueryLevel of;
    private final QueryLevel from;
    private final Key gathered;
    private final VR vr;

    Related(int tag, QueryLevel of, QueryLevel from, Key gathered) {
        this.tag = tag;
        this.of = of;
        this.from = from;
        this.gathered = gathered;
        this.vr = Dictionary.standard().vr(tag, false);
    }

    /** The key with a tag in a query at a level. */
    static Optional<Related> of(int tag, QueryLevel asked) {
        for (Related each : values()) {
            if (each.tag == tag && !asked.isAbove(each.of)) {
                return Optional.of(each);
            }
        }
        return Optional.empty();
    }

    int tag() {
        return tag;
    }

    VR vr() {
        return vr;
    }

    /** The level whose entities have the key. */
    QueryLevel of() {
        return of;
    }

    /** The level whose rows it is gathered from. */
    QueryLevel from() {
        return from;
    }

    /** What is gathered, each value once; none where the rows are counted. */
    Optional<Key> gathered() {
        return Optional.ofNullable(gathered);
    }

    /** The condition that a study has a series or an instance for which a condition holds. */
    String exists(String condition) {
        String tables =
                from == QueryLevel.SERIES
                        ? "series e"
                        : "series e JOIN instance i ON i.series_fk = e.id";
        return "EXISTS (SELECT 1 FROM %s WHERE e.study_fk = s.id AND %s)"
                .formatted(tables, condition);
    }
}
