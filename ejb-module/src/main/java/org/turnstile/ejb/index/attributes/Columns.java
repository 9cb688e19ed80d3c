/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.ejb.index.attributes;

import java.util.regex.Pattern;

/** Values of elements as columns hold them: of bounded length, and null for none. */
final class Columns {

    private static final Pattern DATE = Pattern.compile("[0-9]{8}");
    private static final Pattern OLD_DATE = Pattern.compile("([0-9]{4})\\.([0-9]{2})\\.([0-9]{2})");
    private static final Pattern TIME =
            Pattern.compile("[0-9]{2}([0-9]{2}([0-9]{2}(\\.[0-9]{1,6})?)?)?");

    private Columns() {}

    /** A text, cut at the column's end; null for an empty one. */
    static String text(String text, int most) {
        String clean = storable(text).strip();
        return clean.isEmpty() ? null : cut(clean, most);
    }

    /**
     * A text without what a database does not take: PostgreSQL holds no NUL, and half a surrogate
     * pair is no character in UTF-8.
     */
    static String storable(String text) {
        StringBuilder clean = null;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == 0 || isAlone(text, i)) {
                clean = clean == null ? new StringBuilder(text) : clean;
                clean.setCharAt(i, c == 0 ? ' ' : '\uFFFD');
            }
        }
        return clean == null ? text : clean.toString();
    }

    private static boolean isAlone(String text, int at) {
        char c = text.charAt(at);
        if (Character.isHighSurrogate(c)) {
            return at + 1 == text.length() || !Character.isLowSurrogate(text.charAt(at + 1));
        }
        return Character.isLowSurrogate(c)
                && (at == 0 || !Character.isHighSurrogate(text.charAt(at - 1)));
    }

    private static String cut(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        boolean betweenHalves = Character.isHighSurrogate(text.charAt(most - 1));
        return text.substring(0, betweenHalves ? most - 1 : most);
    }

    /** A date (DA, also in the form of ACR-NEMA), or null for what is none. */
    static String date(String text) {
        String digits = OLD_DATE.matcher(text).replaceFirst("$1$2$3");
        return DATE.matcher(digits).matches() ? digits : null;
    }

    /** A time (TM, also with the colons of ACR-NEMA), or null for what is none. */
    static String time(String text) {
        String digits = text.replace(":", "");
        return TIME.matcher(digits).matches() ? digits : null;
    }
}
