/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.ejb.query;

import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/**
 * Range matching of dates and times (PS3.4 §C.2.2.2.5), ends included. A single value is the range
 * from itself to itself. Times are compared by what they mean: {@code 1015} is the whole minute.
 */
final class Ranges {

    private static final Pattern DATE = Pattern.compile("\\d{4}(0[1-9]|1[0-2])([0-2]\\d|3[01])");
    private static final Pattern TIME =
            Pattern.compile("([01]\\d|2[0-3])([0-5]\\d(([0-5]\\d|60)(\\.\\d{1,6})?)?)?");
    private static final String LATEST = "235959.999999";

    private Ranges() {}

    /** The condition that a column of eight digits is the date, or in the range of dates. */
    static String dates(int tag, String column, String value, Criteria criteria)
            throws IdentifierException {
        String[] ends = ends(tag, value.replace(".", ""), DATE, "no date or range");
        return between(
                column, ends[0], ends[1], end -> "CAST(" + criteria.bind(end) + " AS CHAR(8))");
    }

    /** The condition that a column with TM of any precision is the time, or in the range. */
    static String times(int tag, String column, String value, Criteria criteria)
            throws IdentifierException {
        String[] ends = ends(tag, value.replace(":", ""), TIME, "no time or range");
        return between(column, earliest(ends[0]), latest(ends[1]), criteria::bind);
    }

    private static String between(
            String column, String from, String to, UnaryOperator<String> bind) {
        if (from.equals(to)) {
            return column + " = " + bind.apply(from);
        }
        if (from.isEmpty()) {
            return column + " <= " + bind.apply(to);
        }
        if (to.isEmpty()) {
            return column + " >= " + bind.apply(from);
        }
        return column + " BETWEEN " + bind.apply(from) + " AND " + bind.apply(to);
    }

    /** Both ends of the range, an open one empty. */
    private static String[] ends(int tag, String value, Pattern form, String reason)
            throws IdentifierException {
        int dash = value.indexOf('-');
        String from = (dash < 0 ? value : value.substring(0, dash)).strip();
        String to = (dash < 0 ? value : value.substring(dash + 1)).strip();
        if (!isEnd(from, form) || !isEnd(to, form) || (from + to).isEmpty()) {
            throw IdentifierException.mismatch(tag, reason);
        }
        return new String[] {from, to};
    }

    private static boolean isEnd(String text, Pattern form) {
        return text.isEmpty() || form.matcher(text).matches();
    }

    /** The shortest text of the same time, so that no other text of it sorts before. */
    private static String earliest(String time) {
        String shortest = time.contains(".") ? time.replaceAll("\\.?0+$", "") : time;
        while (shortest.length() > 2 && shortest.length() <= 6 && shortest.endsWith("00")) {
            shortest = shortest.substring(0, shortest.length() - 2);
        }
        return shortest;
    }

    /** The last microsecond of what the text says. */
    private static String latest(String time) {
        return time.isEmpty() || time.length() >= LATEST.length()
                ? time
                : time + LATEST.substring(time.length());
    }
}
