/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.cli.otp;

import io.nayuki.qrcodegen.QrCode;

/**
 * A QR code of half blocks: two modules to a character, one above the other, with the quiet zone
 * that cameras need (ISO/IEC 18004 §9.1).
 */
final class QrText {

    static final String DARK_OVER_DARK = "\u2588";

    private static final String DARK_OVER_LIGHT = "\u2580";
    private static final String LIGHT_OVER_DARK = "\u2584";
    private static final int QUIET = 4;

    /** Black on white, whatever the colours of the terminal are. */
    private static final String COLOURS = "\u001b[30;107m";

    private static final String NO_COLOURS = "\u001b[0m";

    private QrText() {}

    /**
     * The code as lines.
     *
     * @param terminal whether colours can be set; without them dark is what the foreground is
     */
    static String of(String text, boolean terminal) {
        QrCode code = QrCode.encodeText(text, QrCode.Ecc.MEDIUM);
        StringBuilder lines = new StringBuilder();
        for (int y = -QUIET; y < code.size + QUIET; y += 2) {
            lines.append(terminal ? COLOURS : "");
            for (int x = -QUIET; x < code.size + QUIET; x++) {
                lines.append(block(code.getModule(x, y), code.getModule(x, y + 1)));
            }
            lines.append(terminal ? NO_COLOURS : "").append(System.lineSeparator());
        }
        return lines.toString();
    }

    private static String block(boolean upper, boolean lower) {
        if (upper) {
            return lower ? DARK_OVER_DARK : DARK_OVER_LIGHT;
        }
        return lower ? LIGHT_OVER_DARK : " ";
    }
}
