/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.api.charset;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.util.Optional;

/**
 * The coded character sets that ISO 2022 escape sequences switch between (PS3.3 §C.12.1.1.2, tables
 * C.12-3 and C.12-4).
 */
enum Repertoire {
    /** ISO-IR 6, ASCII. */
    IR_6(6, "(B", Area.G0, 1, "US-ASCII", 0),
    /** ISO-IR 14, JIS X 0201 Romaji: ASCII but for two characters. */
    IR_14(14, "(J", Area.G0, 1, "US-ASCII", 0),
    /** ISO-IR 13, JIS X 0201 Katakana: code set 2 of EUC-JP. */
    IR_13(13, ")I", Area.G1, 1, "EUC-JP", 0x8E),
    /** ISO-IR 100, Latin 1. */
    IR_100(100, "-A", Area.G1, 1, "ISO-8859-1", 0),
    /** ISO-IR 101, Latin 2. */
    IR_101(101, "-B", Area.G1, 1, "ISO-8859-2", 0),
    /** ISO-IR 109, Latin 3. */
    IR_109(109, "-C", Area.G1, 1, "ISO-8859-3", 0),
    /** ISO-IR 110, Latin 4. */
    IR_110(110, "-D", Area.G1, 1, "ISO-8859-4", 0),
    /** ISO-IR 144, Cyrillic. */
    IR_144(144, "-L", Area.G1, 1, "ISO-8859-5", 0),
    /** ISO-IR 127, Arabic. */
    IR_127(127, "-G", Area.G1, 1, "ISO-8859-6", 0),
    /** ISO-IR 126, Greek. */
    IR_126(126, "-F", Area.G1, 1, "ISO-8859-7", 0),
    /** ISO-IR 138, Hebrew. */
    IR_138(138, "-H", Area.G1, 1, "ISO-8859-8", 0),
    /** ISO-IR 148, Latin 5. */
    IR_148(148, "-M", Area.G1, 1, "ISO-8859-9", 0),
    /** ISO-IR 203, Latin 9. */
    IR_203(203, "-b", Area.G1, 1, "ISO-8859-15", 0),
    /** ISO-IR 166, Thai. */
    IR_166(166, "-T", Area.G1, 1, "TIS-620", 0),
    /** ISO-IR 87, JIS X 0208 Kanji: code set 1 of EUC-JP with the high bits off. */
    IR_87(87, "$B", Area.G0, 2, "EUC-JP", 0),
    /** ISO-IR 159, JIS X 0212 supplementary Kanji: code set 3 of EUC-JP, high bits off. */
    IR_159(159, "$(D", Area.G0, 2, "EUC-JP", 0x8F),
    /** ISO-IR 149, KS X 1001 Hangul and Hanja. */
    IR_149(149, "$)C", Area.G1, 2, "EUC-KR", 0),
    /** ISO-IR 58, GB 2312 Hanzi. */
    IR_58(58, "$)A", Area.G1, 2, "GB2312", 0);

    /** The half of the code table that a set is put into: bytes 21H-7EH or A0H-FFH. */
    enum Area {
        G0,
        G1
    }

    private static final char OVERLINE = '\u203E';

    private final int number;
    private final String escape;
    private final Area area;
    private final int width;
    private final Charset charset;
    private final int singleShift;

    Repertoire(int number, String escape, Area area, int width, String charset, int singleShift) {
        this.number = number;
        this.escape = escape;
        this.area = area;
        this.width = width;
        this.charset = Charset.forName(charset);
        this.singleShift = singleShift;
    }

    /** The set with the ISO registration number, if DICOM uses it. */
    static Optional<Repertoire> ofNumber(int number) {
        for (Repertoire each : values()) {
            if (each.number == number) {
                return Optional.of(each);
            }
        }
        return Optional.empty();
    }

    /** What follows ESC to put this set into its area. */
    String escape() {
        return escape;
    }

    Area area() {
        return area;
    }

    /** Bytes of each character. */
    int width() {
        return width;
    }

    /** The character of this set at an offset; U+FFFD if there is none. */
    String decode(byte[] bytes, int at) {
        if (this == IR_14 && bytes[at] == '~') {
            return String.valueOf(OVERLINE);
        }
        byte[] code = new byte[singleShift == 0 ? width : width + 1];
        int shifted = code.length - width;
        if (shifted == 1) {
            code[0] = (byte) singleShift;
        }
        for (int i = 0; i < width; i++) {
            code[shifted + i] = (byte) (bytes[at + i] | (width == 2 ? 0x80 : 0));
        }
        return new String(code, charset);
    }

    /** The bytes of a character in this set; empty if it is not in it. */
    Optional<byte[]> encode(int codePoint) {
        if (this == IR_14 && codePoint == OVERLINE) {
            return Optional.of(new byte[] {'~'});
        }
        if (this == IR_14 && codePoint == '~') {
            return Optional.empty();
        }
        try {
            return own(charset.newEncoder().encode(CharBuffer.wrap(Character.toChars(codePoint))));
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    /** Takes off what EUC adds, if the code is one of this set and not of a neighbour. */
    private Optional<byte[]> own(ByteBuffer code) {
        int shifted = singleShift == 0 ? 0 : 1;
        if (code.remaining() != width + shifted
                || (shifted == 1 && (code.get(0) & 0xFF) != singleShift)) {
            return Optional.empty();
        }
        byte[] bytes = new byte[width];
        for (int i = 0; i < width; i++) {
            int unit = code.get(shifted + i) & 0xFF;
            boolean high = area == Area.G1 || charset.name().startsWith("EUC");
            if (high ? unit < 0xA0 : unit > 0x7F) {
                return Optional.empty();
            }
            bytes[i] = (byte) (area == Area.G0 ? unit & 0x7F : unit);
        }
        return Optional.of(bytes);
    }
}
