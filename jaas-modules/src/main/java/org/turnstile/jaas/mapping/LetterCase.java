/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.jaas.mapping;

import java.text.Normalizer;
import java.util.Locale;

/** What becomes of upper and lower case letters in the names of callers. */
enum LetterCase {
    /** They count. */
    EXACT,
    /** All become lower case, by the rules of Unicode and no language's. */
    LOWER,
    /** All become upper case. */
    UPPER;

    /** The name in NFC with its letters so. */
    String of(String name) {
        String composed = Normalizer.normalize(name, Normalizer.Form.NFC);
        return switch (this) {
            case EXACT -> composed;
            case LOWER -> nfc(composed.toLowerCase(Locale.ROOT));
            case UPPER -> nfc(composed.toUpperCase(Locale.ROOT));
        };
    }

    private static String nfc(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFC);
    }
}
