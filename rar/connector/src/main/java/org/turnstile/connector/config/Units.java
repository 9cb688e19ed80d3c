/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.connector.config;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Numbers with units, read and shown. */
final class Units {

    private static final Pattern NUMBER = Pattern.compile("(\\d{1,12})([a-zA-Z]{0,2})");

    private Units() {}

    /**
     * Reads a number in the base unit of its type: bytes or milliseconds.
     *
     * @throws IllegalArgumentException says how it is written
     */
    static long read(ValueType type, String value) {
        Matcher matcher = NUMBER.matcher(value);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("is no " + form(type));
        }
        return Long.parseLong(matcher.group(1)) * factor(type, matcher.group(2));
    }

    private static long factor(ValueType type, String unit) {
        return switch (type.name() + " " + unit) {
            case "INTEGER ", "SIZE ", "DURATION ms" -> 1;
            case "SIZE k" -> 1024;
            case "SIZE m" -> 1024 * 1024;
            case "DURATION s" -> 1000;
            case "DURATION m" -> 60_000;
            case "DURATION h" -> 3_600_000;
            default -> throw new IllegalArgumentException("is no " + form(type));
        };
    }

    private static String form(ValueType type) {
        return switch (type) {
            case SIZE -> "size such as 4096, 256k or 1m";
            case DURATION -> "duration such as 500ms, 30s, 5m or 1h";
            default -> "whole number";
        };
    }

    /** Shows a number in the largest unit that gives it whole. */
    static String show(ValueType type, long number) {
        return switch (type) {
            case SIZE -> whole(number, new long[] {1 << 20, 1024, 1}, new String[] {"m", "k", ""});
            case DURATION ->
                    whole(
                            number,
                            new long[] {3_600_000, 60_000, 1000, 1},
                            new String[] {"h", "m", "s", "ms"});
            default -> Long.toString(number);
        };
    }

    private static String whole(long number, long[] factors, String[] units) {
        int i = 0;
        while (number == 0 ? i < factors.length - 1 : number % factors[i] != 0) {
            i++;
        }
        return number / factors[i] + units[i];
    }
}
