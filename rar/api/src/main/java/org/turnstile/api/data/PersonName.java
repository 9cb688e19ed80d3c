/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.api.data;

import java.util.ArrayList;
import java.util.List;

/**
 * A person's name (PS3.5 §6.2.1): up to three component groups, each of up to five components
 * between carets.
 *
 * @param alphabetic in the Latin alphabet, or whatever an old object holds
 * @param ideographic in ideographs; may be empty
 * @param phonetic as it is spoken, in phonetic characters; may be empty
 */
public record PersonName(String alphabetic, String ideographic, String phonetic) {

    private static final int COMPONENTS = 5;

    /** The name in a value of PN. Of more than three groups, what follows stays in the third. */
    public static PersonName parse(String value) {
        String[] groups = value.split("=", 3);
        return new PersonName(group(groups, 0), group(groups, 1), group(groups, 2));
    }

    private static String group(String[] groups, int index) {
        return index < groups.length ? groups[index].stripTrailing() : "";
    }

    /** Family name of the alphabetic group. */
    public String familyName() {
        return components(alphabetic).get(0);
    }

    /** Given name of the alphabetic group. */
    public String givenName() {
        return components(alphabetic).get(1);
    }

    /** Family, given and middle name, prefix and suffix of a group: always five. */
    public static List<String> components(String group) {
        List<String> all = new ArrayList<>(List.of(group.split("\\^", COMPONENTS)));
        while (all.size() < COMPONENTS) {
            all.add("");
        }
        return List.copyOf(all);
    }

    /** The value of PN, without empty groups at its end. */
    @Override
    public String toString() {
        String all = alphabetic + "=" + ideographic + "=" + phonetic;
        return all.replaceAll("=+$", "");
    }
}
