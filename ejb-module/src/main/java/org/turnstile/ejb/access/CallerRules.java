/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.ejb.access;

import java.util.List;
import org.turnstile.api.access.AccessRule;

/**
 * The rules of a caller that may bear on one patient, for an explanation.
 *
 * @param rules those without a patient and those for the patient
 * @param others how many there are for other patients
 */
public record CallerRules(List<Listed> rules, long others) {

    /**
     * A rule and where it stands.
     *
     * @param rule what it says
     * @param lines its lines in the file {@code access}; empty for a rule of the database
     */
    public record Listed(AccessRule rule, List<Integer> lines) {

        /** Keeps a copy. */
        public Listed {
            lines = List.copyOf(lines);
        }
    }

    /** Keeps a copy. */
    public CallerRules {
        rules = List.copyOf(rules);
    }
}
