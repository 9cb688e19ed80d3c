/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.bench.archive;

import org.turnstile.api.data.Dataset;
import org.turnstile.api.data.DatasetBuilder;
import org.turnstile.api.data.Tag;

/** The keys that a workstation asks for in its list of studies (PS3.4 §C.6.2.1.2). */
public final class StudyKeys {

    private static final int[] KEYS = {
        Tag.StudyDate,
        Tag.StudyTime,
        Tag.AccessionNumber,
        Tag.ReferringPhysicianName,
        Tag.StudyDescription,
        Tag.PatientName,
        Tag.PatientID,
        Tag.PatientBirthDate,
        Tag.PatientSex,
        Tag.StudyInstanceUID,
        Tag.StudyID
    };
    private static final int[] COUNTED = {
        Tag.ModalitiesInStudy, Tag.NumberOfStudyRelatedSeries, Tag.NumberOfStudyRelatedInstances
    };

    private StudyKeys() {}

    /**
     * An identifier at STUDY level in which every key is universal.
     *
     * @param counted whether with the keys that are gathered from series and instances
     */
    public static DatasetBuilder of(boolean counted) {
        DatasetBuilder identifier = Dataset.builder().setString(Tag.QueryRetrieveLevel, "STUDY");
        for (int key : KEYS) {
            identifier.setEmpty(key);
        }
        if (counted) {
            for (int key : COUNTED) {
                identifier.setEmpty(key);
            }
        }
        return identifier;
    }
}
