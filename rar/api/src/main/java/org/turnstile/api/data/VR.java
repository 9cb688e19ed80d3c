/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.api.data;

import java.util.Optional;

/** The value representations (PS3.5 §6.2) and what sets them apart on the wire. */
public enum VR {
    /** Application Entity. */
    AE(Kind.STRING, 1, false),
    /** Age String. */
    AS(Kind.STRING, 1, false),
    /** Attribute Tag: pairs of 16-bit numbers. */
    AT(Kind.INTEGER, 2, false),
    /** Code String. */
    CS(Kind.STRING, 1, false),
    /** Date. */
    DA(Kind.STRING, 1, false),
    /** Decimal String. */
    DS(Kind.STRING, 1, false),
    /** Date Time. */
    DT(Kind.STRING, 1, false),
    /** Floating Point Single. */
    FL(Kind.FLOAT, 4, false),
    /** Floating Point Double. */
    FD(Kind.FLOAT, 8, false),
    /** Integer String. */
    IS(Kind.STRING, 1, false),
    /** Long String. */
    LO(Kind.TEXT, 1, false),
    /** Long Text: one value, which may hold backslashes. */
    LT(Kind.PARAGRAPH, 1, false),
    /** Other Byte. */
    OB(Kind.BYTES, 1, true),
    /** Other Double. */
    OD(Kind.FLOAT, 8, true),
    /** Other Float. */
    OF(Kind.FLOAT, 4, true),
    /** Other Long. */
    OL(Kind.BYTES, 4, true),
    /** Other 64-bit Very Long. */
    OV(Kind.BYTES, 8, true),
    /** Other Word. */
    OW(Kind.BYTES, 2, true),
    /** Person Name. */
    PN(Kind.TEXT, 1, false),
    /** Short String. */
    SH(Kind.TEXT, 1, false),
    /** Signed Long. */
    SL(Kind.INTEGER, 4, false),
    /** Sequence of Items. */
    SQ(Kind.SEQUENCE, 1, true),
    /** Signed Short. */
    SS(Kind.INTEGER, 2, false),
    /** Short Text: one value. */
    ST(Kind.PARAGRAPH, 1, false),
    /** Signed 64-bit Very Long. */
    SV(Kind.INTEGER, 8, true),
    /** Time. */
    TM(Kind.STRING, 1, false),
    /** Unlimited Characters. */
    UC(Kind.TEXT, 1, true),
    /** Unique Identifier. */
    UI(Kind.STRING, 1, false),
    /** Unsigned Long. */
    UL(Kind.INTEGER, 4, false),
    /** Unknown. */
    UN(Kind.BYTES, 1, true),
    /** Universal Resource Identifier: one value. */
    UR(Kind.STRING, 1, true),
    /** Unsigned Short. */
    US(Kind.INTEGER, 2, false),
    /** Unlimited Text: one value. */
    UT(Kind.PARAGRAPH, 1, true),
    /** Unsigned 64-bit Very Long. */
    UV(Kind.INTEGER, 8, true);

    private enum Kind {
        STRING,
        TEXT,
        PARAGRAPH,
        INTEGER,
        FLOAT,
        BYTES,
        SEQUENCE
    }

    private final Kind kind;
    private final int wordSize;
    private final boolean longLength;

    VR(Kind kind, int wordSize, boolean longLength) {
        this.kind = kind;
        this.wordSize = wordSize;
        this.longLength = longLength;
    }

    /** The VR with these two letters, if the standard has it. */
    public static Optional<VR> of(String letters) {
        for (VR each : values()) {
            if (each.name().equals(letters)) {
                return Optional.of(each);
            }
        }
        return Optional.empty();
    }

    /** Whether an explicit length takes 32 bits after 2 reserved bytes (PS3.5 table 7.1-1). */
    public boolean hasLongLength() {
        return longLength;
    }

    /** Bytes that change their order together between little and big endian: 1, 2, 4 or 8. */
    public int wordSize() {
        return wordSize;
    }

    /** Whether values are characters. */
    public boolean isText() {
        return kind == Kind.STRING || isCharacterSetText();
    }

    /** Whether (0008,0005) has a say in what the bytes mean (PS3.5 §6.1.2.3). */
    public boolean isCharacterSetText() {
        return kind == Kind.TEXT || kind == Kind.PARAGRAPH;
    }

    /** Whether values are whole numbers in binary form, tags included. */
    public boolean isInteger() {
        return kind == Kind.INTEGER;
    }

    /** Whether values are IEEE 754 numbers. */
    public boolean isFloat() {
        return kind == Kind.FLOAT;
    }

    /** Whether a backslash stands between values. */
    public boolean isDelimited() {
        return isText() && kind != Kind.PARAGRAPH && this != UR;
    }

    /** What a value of odd length ends with (PS3.5 §6.2): a space, or for UI and bytes 00H. */
    public byte padding() {
        return (byte) (isText() && this != UI ? ' ' : 0);
    }

    /** Whether leading spaces mean nothing. */
    boolean ignoresLeadingSpaces() {
        return switch (this) {
            case AE, CS, DS, IS, LO, SH -> true;
            default -> false;
        };
    }

    /** The characters that end the effect of an escape sequence (PS3.5 §6.1.2.5.3). */
    String delimiters() {
        if (this == PN) {
            return "\\^=";
        }
        return isDelimited() ? "\\" : "";
    }
}
