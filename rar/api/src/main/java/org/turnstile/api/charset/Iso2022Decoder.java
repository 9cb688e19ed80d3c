/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.api.charset;

import java.util.List;

/**
 * Decodes one value with code extensions (PS3.5 §6.1.2.5): escape sequences change what G0 and G1
 * hold, delimiters and control characters set both back to value 1 of the Specific Character Set.
 */
final class Iso2022Decoder {

    private static final int ESC = 0x1B;
    private static final char REPLACEMENT = '\uFFFD';

    private final Designation initial;
    private final List<Repertoire> declared;
    private final String delimiters;
    private final StringBuilder text = new StringBuilder();
    private Repertoire g0;
    private Repertoire g1;

    Iso2022Decoder(Designation initial, List<Repertoire> declared, String delimiters) {
        this.initial = initial;
        this.declared = declared;
        this.delimiters = delimiters;
        this.g0 = initial.g0();
        this.g1 = initial.g1();
    }

    String decode(byte[] bytes) {
        int at = 0;
        while (at < bytes.length) {
            int unit = bytes[at] & 0xFF;
            if (unit == ESC) {
                at += escape(bytes, at + 1);
            } else if (unit < 0x20 || unit == ' ' || unit == 0x7F) {
                at += control(unit);
            } else {
                at += graphic(bytes, at);
            }
        }
        return text.toString();
    }

    /** Follows an escape sequence to a declared set; an unknown one becomes U+FFFD. */
    private int escape(byte[] bytes, int from) {
        for (Repertoire each : declared) {
            String rest = each.escape();
            if (startsWith(bytes, from, rest)) {
                if (each.area() == Repertoire.Area.G0) {
                    g0 = each;
                } else {
                    g1 = each;
                }
                return 1 + rest.length();
            }
        }
        text.append(REPLACEMENT);
        return 1;
    }

    private static boolean startsWith(byte[] bytes, int from, String rest) {
        if (bytes.length - from < rest.length()) {
            return false;
        }
        for (int i = 0; i < rest.length(); i++) {
            if (bytes[from + i] != rest.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private int control(int unit) {
        text.append((char) unit);
        if (unit < 0x20) {
            reset();
        }
        return 1;
    }

    private int graphic(byte[] bytes, int at) {
        Repertoire set = (bytes[at] & 0x80) == 0 ? g0 : g1;
        if (set == null || !isWhole(bytes, at, set.width())) {
            text.append(REPLACEMENT);
            return 1;
        }
        text.append(set.decode(bytes, at));
        if (set.width() == 1 && delimiters.indexOf(bytes[at]) >= 0) {
            reset();
        }
        return set.width();
    }

    /** Whether all bytes of a character are there, and of the same half of the table. */
    private static boolean isWhole(byte[] bytes, int at, int width) {
        if (bytes.length - at < width) {
            return false;
        }
        for (int i = 1; i < width; i++) {
            boolean sameHalf = (bytes[at] & 0x80) == (bytes[at + i] & 0x80);
            if (!sameHalf || (bytes[at + i] & 0x7F) <= 0x20) {
                return false;
            }
        }
        return true;
    }

    private void reset() {
        g0 = initial.g0();
        g1 = initial.g1();
    }
}
