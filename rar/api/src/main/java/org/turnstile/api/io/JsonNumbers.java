/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.api.io;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.turnstile.api.data.VR;

/** Numbers as JSON has them, or as strings where it has none (PS3.18 §F.2.3). */
final class JsonNumbers {

    /** Whole numbers up to here are exact in every reader's double. */
    private static final long EXACT = (1L << 53) - 1;

    /** More than IS and DS may have; converting what is longer takes too long. */
    private static final int LONGEST = 64;

    private static final Pattern DECIMAL =
            Pattern.compile("[+-]?([0-9]+(\\.[0-9]*)?|\\.[0-9]+)([eE][+-]?[0-9]{1,4})?");
    private static final Pattern INTEGER = Pattern.compile("[+-]?[0-9]+");

    private JsonNumbers() {}

    static List<String> integers(VR vr, long[] numbers) {
        return Arrays.stream(numbers).mapToObj(number -> integer(vr, number)).toList();
    }

    private static String integer(VR vr, long number) {
        if (vr == VR.AT) {
            return String.format("\"%08X\"", number);
        }
        String digits = vr == VR.UV ? Long.toUnsignedString(number) : Long.toString(number);
        boolean exact = number <= EXACT && number >= (vr == VR.UV ? 0 : -EXACT);
        return exact ? digits : quoted(digits);
    }

    static List<String> floats(VR vr, double[] numbers) {
        return Arrays.stream(numbers).mapToObj(number -> floating(vr, number)).toList();
    }

    private static String floating(VR vr, double number) {
        if (Double.isNaN(number)) {
            return quoted("NaN");
        }
        if (Double.isInfinite(number)) {
            return quoted(number > 0 ? "inf" : "-inf");
        }
        return vr == VR.FL ? Float.toString((float) number) : Double.toString(number);
    }

    /** A value of DS or IS: a number if it is one, else the text itself. */
    static String decimal(VR vr, String text) {
        Pattern form = vr == VR.IS ? INTEGER : DECIMAL;
        return text.length() <= LONGEST && form.matcher(text).matches()
                ? new BigDecimal(text).toString()
                : quoted(text);
    }

    private static String quoted(String text) {
        StringBuilder out = new StringBuilder();
        try {
            JsonText.string(text, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString();
    }
}
