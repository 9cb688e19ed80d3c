/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.cli.query;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A level of the information models (PS3.4 §C.6.1), and the keys that people ask it for. */
public enum QueryLevel {
    /** Patients; in Patient Root only. */
    PATIENT,
    /** Studies. */
    STUDY,
    /** Series. */
    SERIES,
    /** Composite object instances. */
    IMAGE;

    /** The level with this name, in capital letters or not. */
    public static Optional<QueryLevel> of(String name) {
        for (QueryLevel each : values()) {
            if (each.name().equals(name.toUpperCase(Locale.ROOT))) {
                return Optional.of(each);
            }
        }
        return Optional.empty();
    }

    /** Keywords of the keys that are asked for where nobody says what is wanted. */
    public List<String> usualKeys() {
        return switch (this) {
            case PATIENT -> List.of("PatientID", "PatientName", "PatientBirthDate", "PatientSex");
            case STUDY ->
                    List.of(
                            "PatientID",
                            "PatientName",
                            "StudyDate",
                            "AccessionNumber",
                            "ModalitiesInStudy",
                            "StudyDescription",
                            "StudyInstanceUID");
            case SERIES ->
                    List.of("Modality", "SeriesNumber", "SeriesDescription", "SeriesInstanceUID");
            case IMAGE -> List.of("InstanceNumber", "SOPClassUID", "SOPInstanceUID");
        };
    }
}
