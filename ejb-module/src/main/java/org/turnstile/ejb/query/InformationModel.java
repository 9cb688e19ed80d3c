/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.ejb.query;

import java.util.Optional;
import org.turnstile.api.UID;

/** The Query/Retrieve information models that are served (PS3.4 §C.6). */
enum InformationModel {
    /** Patient Root (PS3.4 §C.6.1). */
    PATIENT_ROOT(UID.PATIENT_ROOT_FIND, QueryLevel.PATIENT),
    /** Study Root (PS3.4 §C.6.2): the patient's keys belong to the study. */
    STUDY_ROOT(UID.STUDY_ROOT_FIND, QueryLevel.STUDY);

    private final String findSopClass;
    private final QueryLevel top;

    InformationModel(String findSopClass, QueryLevel top) {
        this.findSopClass = findSopClass;
        this.top = top;
    }

    /** The model of a FIND SOP class. */
    static Optional<InformationModel> of(String sopClass) {
        for (InformationModel each : values()) {
            if (each.findSopClass.equals(sopClass)) {
                return Optional.of(each);
            }
        }
        return Optional.empty();
    }

    /** The highest level that can be asked for. */
    QueryLevel top() {
        return top;
    }
}
