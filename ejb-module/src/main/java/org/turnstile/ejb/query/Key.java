/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.ejb.query;

import java.util.Optional;
import org.turnstile.api.data.Dictionary;
import org.turnstile.api.data.Tag;
import org.turnstile.api.data.VR;

/**
 * The keys that are matched and returned from a column of the index (PS3.4 tables C.6-1 to C.6-5).
 * A key of a level can be asked for at that level and at those below it.
 */
enum Key {
    PATIENT_NAME(Tag.PatientName, QueryLevel.PATIENT, Use.REQUIRED, Matching.NAME, "p.name"),
    PATIENT_ID(Tag.PatientID, QueryLevel.PATIENT, Use.UNIQUE, Matching.TEXT, "p.patient_id"),
    ISSUER_OF_PATIENT_ID(
            Tag.IssuerOfPatientID, QueryLevel.PATIENT, Use.OPTIONAL, Matching.TEXT, "p.issuer"),
    PATIENT_BIRTH_DATE(
            Tag.PatientBirthDate, QueryLevel.PATIENT, Use.OPTIONAL, Matching.DATE, "p.birth_date"),
    PATIENT_SEX(Tag.PatientSex, QueryLevel.PATIENT, Use.OPTIONAL, Matching.TEXT, "p.sex"),

    STUDY_INSTANCE_UID(
            Tag.StudyInstanceUID, QueryLevel.STUDY, Use.UNIQUE, Matching.UID, "s.study_uid"),
    STUDY_DATE(Tag.StudyDate, QueryLevel.STUDY, Use.REQUIRED, Matching.DATE, "s.study_date"),
    STUDY_TIME(Tag.StudyTime, QueryLevel.STUDY, Use.REQUIRED, Matching.TIME, "s.study_time"),
    ACCESSION_NUMBER(
            Tag.AccessionNumber,
            QueryLevel.STUDY,
            Use.REQUIRED,
            Matching.TEXT,
            "s.accession_number"),
    STUDY_ID(Tag.StudyID, QueryLevel.STUDY, Use.REQUIRED, Matching.TEXT, "s.study_id"),
    STUDY_DESCRIPTION(
            Tag.StudyDescription, QueryLevel.STUDY, Use.OPTIONAL, Matching.TEXT, "s.description"),
    REFERRING_PHYSICIAN_NAME(
            Tag.ReferringPhysicianName,
            QueryLevel.STUDY,
            Use.OPTIONAL,
            Matching.NAME,
            "s.referring_physician") {
        @Override
        String matchedColumn() {
            return "s.referring";
        }
    },
    /** The one that all series of the study have. */
    STUDY_INSTITUTION_NAME(
            Tag.InstitutionName, QueryLevel.STUDY, Use.OPTIONAL, Matching.TEXT, "s.institution"),

    SERIES_INSTANCE_UID(
            Tag.SeriesInstanceUID, QueryLevel.SERIES, Use.UNIQUE, Matching.UID, "e.series_uid"),
    MODALITY(Tag.Modality, QueryLevel.SERIES, Use.REQUIRED, Matching.TEXT, "e.modality"),
    SERIES_NUMBER(
            Tag.SeriesNumber, QueryLevel.SERIES, Use.REQUIRED, Matching.INTEGER, "e.series_number"),
    SERIES_DESCRIPTION(
            Tag.SeriesDescription, QueryLevel.SERIES, Use.OPTIONAL, Matching.TEXT, "e.description"),
    INSTITUTION_NAME(
            Tag.InstitutionName, QueryLevel.SERIES, Use.OPTIONAL, Matching.TEXT, "e.institution"),
    SERIES_DATE(Tag.SeriesDate, QueryLevel.SERIES, Use.OPTIONAL, Matching.DATE, "e.series_date"),
    SERIES_TIME(Tag.SeriesTime, QueryLevel.SERIES, Use.OPTIONAL, Matching.TIME, "e.series_time"),
    BODY_PART_EXAMINED(
            Tag.BodyPartExamined, QueryLevel.SERIES, Use.OPTIONAL, Matching.TEXT, "e.body_part"),

    SOP_INSTANCE_UID(
            Tag.SOPInstanceUID, QueryLevel.IMAGE, Use.UNIQUE, Matching.UID, "i.sop_instance_uid"),
    SOP_CLASS_UID(Tag.SOPClassUID, QueryLevel.IMAGE, Use.OPTIONAL, Matching.UID, "i.sop_class_uid"),
    INSTANCE_NUMBER(
            Tag.InstanceNumber,
            QueryLevel.IMAGE,
            Use.REQUIRED,
            Matching.INTEGER,
            "i.instance_number");

    private final int tag;
    private final QueryLevel level;
    private final Use use;
    private final Matching matching;
    private final String column;
    private final VR vr;

    Key(int tag, QueryLevel level, Use use, Matching matching, String column) {
        this.tag = tag;
        this.level = level;
        this.use = use;
        this.matching = matching;
        this.column = column;
        this.vr = Dictionary.standard().vr(tag, false);
    }

    /** The key with a tag in a query at a level: the lowest that is not below the level. */
    static Optional<Key> of(int tag, QueryLevel asked) {
        Key found = null;
        for (Key each : values()) {
            if (each.tag == tag && !asked.isAbove(each.level)) {
                found = each;
            }
        }
        return Optional.ofNullable(found);
    }

    /** The unique key of a level. */
    static Key unique(QueryLevel level) {
        for (Key each : values()) {
            if (each.level == level && each.use == Use.UNIQUE) {
                return each;
            }
        }
        throw new IllegalStateException("level: " + level + " has no unique key");
    }

    int tag() {
        return tag;
    }

    QueryLevel level() {
        return level;
    }

    Use use() {
        return use;
    }

    VR vr() {
        return vr;
    }

    Matching matching() {
        return matching;
    }

    /** The column that is returned. */
    String column() {
        return column;
    }

    /** The column that is matched, or what the names of those begin with. */
    String matchedColumn() {
        return column;
    }

    /** Whether so few entities have a value of it that an index finds them at once. */
    boolean isSelective() {
        return use == Use.UNIQUE || this == ACCESSION_NUMBER;
    }
}
