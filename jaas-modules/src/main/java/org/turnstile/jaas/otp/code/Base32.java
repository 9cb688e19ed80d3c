/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.jaas.otp.code;

import java.io.ByteArrayOutputStream;
import java.util.Locale;

/** Base 32 (RFC 4648 §6) without padding, as authenticators write keys. */
public final class Base32 {

    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final int BITS = 5;
    private static final int MASK = (1 << BITS) - 1;

    private Base32() {}

    /** Writes bytes, in upper case. */
    public static String encode(byte[] bytes) {
        StringBuilder text = new StringBuilder();
        int buffer = 0;
        int held = 0;
        for (byte b : bytes) {
            buffer = buffer << Byte.SIZE | (b & 0xff);
            held += Byte.SIZE;
            while (held >= BITS) {
                held -= BITS;
                text.append(ALPHABET.charAt((buffer >>> held) & MASK));
            }
        }
        if (held > 0) {
            text.append(ALPHABET.charAt((buffer << (BITS - held)) & MASK));
        }
        return text.toString();
    }

    /**
     * Reads bytes, in any case of letters; padding at the end is ignored.
     *
     * @throws IllegalArgumentException if a character is none of the alphabet, or the last ones say
     *     nothing
     */
    public static byte[] decode(String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        int buffer = 0;
        int held = 0;
        for (char c : text.toUpperCase(Locale.ROOT).replaceFirst("=+$", "").toCharArray()) {
            int digit = ALPHABET.indexOf(c);
            if (digit < 0) {
                throw new IllegalArgumentException("a character is not of Base 32");
            }
            buffer = buffer << BITS | digit;
            held += BITS;
            if (held >= Byte.SIZE) {
                held -= Byte.SIZE;
                bytes.write(buffer >>> held);
            }
        }
        boolean idle = held >= BITS || (buffer & (1 << held) - 1) != 0;
        if (idle) {
            throw new IllegalArgumentException("Base 32 that ends in the middle of a byte");
        }
        return bytes.toByteArray();
    }
}
