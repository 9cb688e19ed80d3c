/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.api.access;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a study must be for a rule to show it: all conditions that are present hold. Without any, it
 * shows every study.
 *
 * @param patient the patient whose study it is
 * @param institution Institution Name (0008,0080) that every series carries, to 256 characters
 * @param modality Modality (0008,0060) of every series, to 16 characters
 * @param own whether the caller has stored every instance
 * @param dates days of Study Date (0008,0020)
 */
public record RuleConditions(
        Optional<PatientKey> patient,
        Optional<String> institution,
        Optional<String> modality,
        boolean own,
        Optional<DateWindow> dates) {

    /** Most characters of an institution; the standard allows 64 (PS3.5 §6.2, LO). */
    public static final int MAX_INSTITUTION = 256;

    /** No condition: every study. */
    public static final RuleConditions ALL =
            new RuleConditions(
                    Optional.empty(), Optional.empty(), Optional.empty(), false, Optional.empty());

    private static final Pattern CODE_STRING = Pattern.compile("[A-Z0-9_ ]{1,16}");

    /**
     * Checks the values.
     *
     * @throws IllegalArgumentException if one cannot be a value of its attribute
     */
    public RuleConditions {
        institution.ifPresent(v -> RuleValue.checkAttribute("institution", v, MAX_INSTITUTION));
        modality.ifPresent(RuleConditions::checkModality);
    }

    private static void checkModality(String value) {
        RuleValue.checkAttribute("modality", value, 16);
        if (!CODE_STRING.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "modality: '" + value + "' is not of A-Z, 0-9, space and _ (PS3.5 CS)");
        }
    }

    /** Whether there is none. */
    public boolean isAll() {
        return equals(ALL);
    }
}
