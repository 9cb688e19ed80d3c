/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.api.access;

/**
 * One patient, as a rule names it.
 *
 * @param id Patient ID (0010,0020), 1 to 64 characters
 * @param issuer Issuer of Patient ID (0010,0021), to 64 characters; empty means a patient without
 *     one, not any
 */
public record PatientKey(String id, String issuer) {

    /** Most characters of either. */
    public static final int MAX_LENGTH = 64;

    /**
     * Checks both.
     *
     * @throws IllegalArgumentException if one cannot be a value of its attribute
     */
    public PatientKey {
        RuleValue.checkAttribute("patient", id, MAX_LENGTH);
        if (!issuer.isEmpty()) {
            RuleValue.checkAttribute("issuer", issuer, MAX_LENGTH);
        }
    }
}
