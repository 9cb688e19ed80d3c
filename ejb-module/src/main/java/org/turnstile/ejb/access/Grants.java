/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.ejb.access;

import java.util.List;

/**
 * What the rules of a caller grant, as far as it need not be looked up for each patient.
 *
 * @param all whether one of them shows everything
 * @param terms the rules without a patient, each once
 * @param tooMany whether there are more of them than {@code terms} holds
 * @param patients the subjects that have rules for single patients
 */
record Grants(boolean all, List<Term> terms, boolean tooMany, List<String> patients) {

    /** Keeps copies. */
    Grants {
        terms = List.copyOf(terms);
        patients = List.copyOf(patients);
    }

    /** A rule without a patient; what it does not demand is null. */
    record Term(String institution, String modality, boolean own, String from, String to) {

        boolean isAll() {
            return institution == null && modality == null && !own && from == null && to == null;
        }
    }
}
