/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.cli.query;

import java.lang.Character.UnicodeScript;
import java.util.Set;

/** How much room text takes in a terminal. */
final class Cells {

    /** Scripts whose characters are two columns wide. */
    private static final Set<UnicodeScript> WIDE =
            Set.of(
                    UnicodeScript.HAN,
                    UnicodeScript.HANGUL,
                    UnicodeScript.HIRAGANA,
                    UnicodeScript.KATAKANA,
                    UnicodeScript.BOPOMOFO);

    private static final int HALFWIDTH_FROM = 0xFF61;
    private static final int HALFWIDTH_TO = 0xFFDC;

    private Cells() {}

    /** Columns of a terminal. */
    static int width(String text) {
        return text.codePoints().map(Cells::width).sum();
    }

    private static int width(int codePoint) {
        int type = Character.getType(codePoint);
        if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK) {
            return 0;
        }
        boolean half = codePoint >= HALFWIDTH_FROM && codePoint <= HALFWIDTH_TO;
        return !half && WIDE.contains(UnicodeScript.of(codePoint)) ? 2 : 1;
    }
}
