/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.it.scenarios;

import org.turnstile.api.data.Dataset;
import org.turnstile.api.data.DatasetBuilder;

/** Identifiers of queries (PS3.4 §C.4.1.1.3). Tags: (0008,0052) level, (0010,0020) Patient ID. */
public final class Keys {

    public static final int QUERY_RETRIEVE_LEVEL = 0x00080052;
    public static final int PATIENT_NAME = 0x00100010;
    public static final int PATIENT_ID = 0x00100020;
    public static final int STUDY_UID = 0x0020000D;
    public static final int SERIES_UID = 0x0020000E;
    public static final int SOP_INSTANCE_UID = 0x00080018;
    public static final int PATIENT_STUDIES = 0x00201200;
    public static final int PATIENT_SERIES = 0x00201202;
    public static final int PATIENT_INSTANCES = 0x00201204;
    public static final int STUDY_SERIES = 0x00201206;
    public static final int STUDY_INSTANCES = 0x00201208;

    private final DatasetBuilder identifier;

    private Keys(String level) {
        identifier = Dataset.builder().setString(QUERY_RETRIEVE_LEVEL, level);
    }

    /** Patients. */
    public static Keys patients() {
        return new Keys("PATIENT");
    }

    /** Studies, with their UIDs. */
    public static Keys studies() {
        return new Keys("STUDY").any(STUDY_UID);
    }

    /** Series, with their UIDs. */
    public static Keys series() {
        return new Keys("SERIES").any(SERIES_UID);
    }

    /** Instances, with their UIDs. */
    public static Keys instances() {
        return new Keys("IMAGE").any(SOP_INSTANCE_UID);
    }

    /** Wants one of these values. */
    public Keys key(int tag, String... values) {
        identifier.setString(tag, values);
        return this;
    }

    /** Wants to know, whatever it is. */
    public Keys any(int tag) {
        identifier.setEmpty(tag);
        return this;
    }

    /** The identifier. */
    public Dataset build() {
        return identifier.build();
    }
}
