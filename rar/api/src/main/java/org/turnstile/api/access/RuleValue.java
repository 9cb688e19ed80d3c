/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.api.access;

import java.nio.charset.StandardCharsets;

/** What every value of a rule must be. */
final class RuleValue {

    private RuleValue() {}

    /**
     * Checks a value.
     *
     * @param field what it is the value of
     * @throws IllegalArgumentException names field and value
     */
    static String check(String field, String value, int most) {
        if (value.isEmpty()) {
            throw new IllegalArgumentException(field + ": the value is empty");
        }
        if (value.length() > most) {
            throw new IllegalArgumentException(
                    field + ": " + value.length() + " characters, at most " + most);
        }
        if (value.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException(field + ": the value has control characters");
        }
        if (!StandardCharsets.UTF_8.newEncoder().canEncode(value)) {
            throw new IllegalArgumentException(field + ": the value has half a surrogate pair");
        }
        return value;
    }

    /** Checks a value of an attribute, in which outer spaces mean nothing (PS3.5 §6.2). */
    static String checkAttribute(String field, String value, int most) {
        check(field, value, most);
        if (value.startsWith(" ") || value.endsWith(" ")) {
            throw new IllegalArgumentException(
                    field + ": '" + value + "' begins or ends with a space, which is never kept");
        }
        if (value.indexOf('\\') >= 0) {
            throw new IllegalArgumentException(
                    field + ": '" + value + "' has a backslash, which separates values");
        }
        return value;
    }
}
