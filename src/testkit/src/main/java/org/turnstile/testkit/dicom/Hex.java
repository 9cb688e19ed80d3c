/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.testkit.dicom;

import java.util.HexFormat;

/** Bytes as they are written in specifications: hexadecimal digits with spaces where one likes. */
public final class Hex {

    private static final HexFormat SPACED = HexFormat.ofDelimiter(" ").withUpperCase();

    private Hex() {}

    /**
     * The bytes of a text such as {@code 58 00 00 0B}.
     *
     * @throws IllegalArgumentException if anything but pairs of digits and white space is in it
     */
    public static byte[] bytes(String hex) {
        return HexFormat.of().parseHex(hex.replaceAll("\\s", ""));
    }

    /** Upper-case pairs of digits, one space between them. */
    public static String of(byte[] bytes) {
        return SPACED.formatHex(bytes);
    }
}
