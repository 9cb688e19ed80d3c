/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.api.data;

import java.util.List;

/**
 * A line of the data dictionary (PS3.6 chapters 6 to 8, PS3.7 annex E).
 *
 * @param pattern eight hexadecimal digits, {@code x} for any digit in a repeating group
 * @param vrs the value representations that the standard allows; none for items and delimiters
 * @param vm value multiplicity, such as {@code 1}, {@code 1-n} or {@code 2-2n}
 * @param retired whether the standard keeps it for old objects only
 * @param keyword the name without spaces
 * @param name the name
 */
public record ElementEntry(
        String pattern, List<VR> vrs, String vm, boolean retired, String keyword, String name) {

    /** Keeps a copy of the list. */
    public ElementEntry {
        vrs = List.copyOf(vrs);
    }

    /** The tag, or the first of a repeating group. */
    public int tag() {
        return Integer.parseUnsignedInt(pattern.replace('x', '0'), 16);
    }

    /** The bits of a tag that the pattern names. */
    int mask() {
        StringBuilder digits = new StringBuilder();
        pattern.chars().forEach(c -> digits.append(c == 'x' ? '0' : 'F'));
        return Integer.parseUnsignedInt(digits.toString(), 16);
    }
}
