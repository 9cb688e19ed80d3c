/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.bench.server;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Adds up {@code /proc/PID/smaps}. */
final class MemoryMap {

    private static final Pattern MAPPING = Pattern.compile("([0-9a-f]+)-[0-9a-f]+ .*");

    private MemoryMap() {}

    /** Pss in kB of all mappings but those that begin within a range of addresses. */
    static long kilobytesOutside(List<String> smaps, long from, long to) {
        long sum = 0;
        boolean outside = true;
        for (String line : smaps) {
            Matcher mapping = MAPPING.matcher(line);
            if (mapping.matches()) {
                long start = Long.parseUnsignedLong(mapping.group(1), 16);
                outside =
                        Long.compareUnsigned(start, from) < 0
                                || Long.compareUnsigned(start, to) >= 0;
            } else if (outside && line.startsWith("Pss:")) {
                sum += Long.parseLong(line.substring(4).replace("kB", "").strip());
            }
        }
        return sum;
    }
}
