/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.ejb.query;

/** Wild card matching (PS3.4 §C.2.2.2.4) by {@code LIKE}. */
final class Wildcards {

    /**
     * Most {@code *} before the last character. A database tries every way to share the value out
     * among them, so each one more makes the worst value a hundred times slower.
     */
    static final int MAX_STARS = 4;

    private static final char ESCAPE = '!';

    private Wildcards() {}

    static boolean isWildcard(String value) {
        return value.indexOf('*') >= 0 || value.indexOf('?') >= 0;
    }

    /** Whether the value is universal: empty, or nothing but {@code *} (PS3.4 §C.2.2.2.3). */
    static boolean isUniversal(String value) {
        return value.chars().allMatch(c -> c == '*');
    }

    /**
     * The condition that a column is like the value, or equal to it if it has no wild cards.
     *
     * @throws IdentifierException if there are more than {@link #MAX_STARS} stars
     */
    static String condition(int tag, String column, String value, Criteria criteria)
            throws IdentifierException {
        if (!isWildcard(value)) {
            return column + " = " + criteria.bind(value);
        }
        return column + " LIKE " + criteria.bind(pattern(tag, value)) + " ESCAPE '" + ESCAPE + "'";
    }

    private static String pattern(int tag, String value) throws IdentifierException {
        String once = value.replaceAll("\\*+", "*");
        long stars = once.substring(0, once.length() - 1).chars().filter(c -> c == '*').count();
        if (stars > MAX_STARS) {
            throw IdentifierException.tooMuch(tag, "too many *");
        }
        StringBuilder pattern = new StringBuilder();
        for (int i = 0; i < once.length(); i++) {
            char each = once.charAt(i);
            switch (each) {
                case '*' -> pattern.append('%');
                case '?' -> pattern.append('_');
                case '%', '_', ESCAPE -> pattern.append(ESCAPE).append(each);
                default -> pattern.append(each);
            }
        }
        return pattern.toString();
    }
}
