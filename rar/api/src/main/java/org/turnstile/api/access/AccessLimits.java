/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.api.access;

/**
 * How much of a file {@code access} is taken.
 *
 * @param bytes most bytes of the file, from 1
 * @param line most characters of a line, from 1
 * @param rules most rules, from 1
 */
public record AccessLimits(int bytes, int line, int rules) {

    /** 256 MiB, lines of 4,096 characters, 2,000,000 rules. */
    public static final AccessLimits DEFAULT =
            new AccessLimits(256 * 1024 * 1024, 4_096, 2_000_000);

    /**
     * Checks the ranges.
     *
     * @throws IllegalArgumentException if one is not above zero
     */
    public AccessLimits {
        if (bytes < 1 || line < 1 || rules < 1) {
            throw new IllegalArgumentException(
                    "bytes, line, rules: " + bytes + ", " + line + ", " + rules + ", from 1");
        }
    }
}
