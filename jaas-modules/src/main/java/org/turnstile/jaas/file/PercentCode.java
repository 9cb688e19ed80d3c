/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.jaas.file;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.HexFormat;

/**
 * Names in a text file: a character that means something to the file, and a space at either end, is
 * written as the percent sign and two hexadecimal digits for each byte of its UTF-8 form.
 */
public final class PercentCode {

    private static final String RESERVED = "%:#=,";
    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    private PercentCode() {}

    /**
     * Writes a name.
     *
     * @throws IllegalArgumentException if {@link #check} refuses the name
     */
    public static String encode(String name) {
        check(name);
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            boolean outer = i == 0 || i == name.length() - 1;
            if (RESERVED.indexOf(c) >= 0 || (c == ' ' && outer)) {
                text.append('%').append(HEX.toHexDigits((byte) c));
            } else {
                text.append(c);
            }
        }
        return text.toString();
    }

    /**
     * Reads a name, into NFC: two spellings of one letter are one name.
     *
     * @throws IllegalArgumentException if a percent sign lacks its two digits, if the bytes are not
     *     UTF-8, or if {@link #check} refuses the name
     */
    public static String decode(String text) {
        byte[] in = text.getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream out = new ByteArrayOutputStream(in.length);
        for (int i = 0; i < in.length; i++) {
            if (in[i] != '%') {
                out.write(in[i]);
                continue;
            }
            if (i + 2 >= in.length || !isHex(in[i + 1]) || !isHex(in[i + 2])) {
                throw new IllegalArgumentException("'%' without two hexadecimal digits");
            }
            out.write(HexFormat.fromHexDigit(in[++i]) << 4 | HexFormat.fromHexDigit(in[++i]));
        }
        try {
            ByteBuffer bytes = ByteBuffer.wrap(out.toByteArray());
            String name = StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
            check(name);
            return Normalizer.normalize(name, Normalizer.Form.NFC);
        } catch (CharacterCodingException e) {
            throw new IllegalArgumentException("the bytes are not UTF-8", e);
        }
    }

    private static boolean isHex(byte digit) {
        return HexFormat.isHexDigit(digit);
    }

    /**
     * Checks a name as it is meant, not as it is written.
     *
     * @throws IllegalArgumentException if the name is empty, has a control character or half of a
     *     surrogate pair
     */
    public static void check(String name) {
        if (name.isEmpty()) {
            throw new IllegalArgumentException("the name is empty");
        }
        if (name.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("the name has control characters");
        }
        if (!StandardCharsets.UTF_8.newEncoder().canEncode(name)) {
            throw new IllegalArgumentException("the name has half a surrogate pair");
        }
    }
}
