/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.ejb.query;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.turnstile.ejb.index.attributes.NameColumns;

/**
 * Matching of person names (PS3.4 §C.2.2.2.1.1, §C.2.2.2.4): without case, with wild cards, over
 * all component groups (PS3.5 §6.2.1). A value without {@code =} may match any group; one with it
 * has to match group by group, and an empty group matches all. Carets at the end of a group mean
 * nothing, and {@code DOE^*} takes {@code DOE} in.
 */
final class NameMatching {

    private static final List<String> GROUPS = List.of("alphabetic", "ideographic", "phonetic");

    private static final Pattern ANY = Pattern.compile("\\*[*^ ]*|[\\^ ]*");

    private NameMatching() {}

    /** Whether the value asks for nothing, in any group. */
    static boolean isUniversal(String value) {
        return Arrays.stream(value.split("=")).allMatch(each -> ANY.matcher(each).matches());
    }

    /**
     * The condition.
     *
     * @param columns what the names of the three columns begin with, such as {@code p.name}
     * @param value not universal
     */
    static String condition(int tag, String columns, String value, Criteria criteria)
            throws IdentifierException {
        String normal = NameColumns.forMatching(value).strip();
        return normal.indexOf('=') < 0
                ? anyGroup(tag, columns, normal, criteria)
                : everyGroup(tag, columns, normal, criteria);
    }

    private static String anyGroup(int tag, String columns, String value, Criteria criteria)
            throws IdentifierException {
        List<String> any = new ArrayList<>();
        for (String group : GROUPS) {
            any.add(group(tag, columns + "_" + group, value, criteria));
        }
        return "(" + String.join(" OR ", any) + ")";
    }

    private static String everyGroup(int tag, String columns, String value, Criteria criteria)
            throws IdentifierException {
        String[] values = value.split("=", GROUPS.size());
        List<String> all = new ArrayList<>();
        for (int i = 0; i < values.length; i++) {
            if (!isUniversal(values[i])) {
                all.add(group(tag, columns + "_" + GROUPS.get(i), values[i], criteria));
            }
        }
        return "(" + String.join(" AND ", all) + ")";
    }

    /** One group; the end of carets and stars is what a shorter name may lack. */
    private static String group(int tag, String stored, String value, Criteria criteria)
            throws IdentifierException {
        String column = "TRIM(TRAILING '^' FROM " + stored + ")";
        int end = value.length();
        while (end > 0 && "^* ".indexOf(value.charAt(end - 1)) >= 0) {
            end--;
        }
        String base = value.substring(0, end);
        int star = value.indexOf('*', end);
        if (star < 0) {
            return Wildcards.condition(tag, column, base, criteria);
        }
        String open = value.substring(0, star + 1);
        String like = Wildcards.condition(tag, column, open, criteria);
        if (star == end) {
            return like;
        }
        return "(" + like + " OR " + Wildcards.condition(tag, column, base, criteria) + ")";
    }
}
