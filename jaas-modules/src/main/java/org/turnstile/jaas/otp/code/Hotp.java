/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.jaas.otp.code;

import java.nio.ByteBuffer;
import java.util.Locale;

/**
 * Passwords of digits from a counter (RFC 4226 §5.3), or from the time as a counter of steps (RFC
 * 6238 §4.2).
 */
public final class Hotp {

    /** Least digits (RFC 4226 §4 R4). */
    public static final int MIN_DIGITS = 6;

    /** Most digits: a ninth would say little, since the truncated hash has 31 bits. */
    public static final int MAX_DIGITS = 8;

    private static final int LOW_NIBBLE = 0x0f;

    private Hotp() {}

    /**
     * The password of that counter.
     *
     * @param key the shared secret, not empty
     * @param digits {@value #MIN_DIGITS} to {@value #MAX_DIGITS}
     * @throws IllegalArgumentException if the number of digits is not such
     */
    public static String value(HmacAlgorithm algorithm, byte[] key, int digits, long counter) {
        checkDigits(digits);
        byte[] hash = algorithm.hmac(key, ByteBuffer.allocate(Long.BYTES).putLong(counter).array());
        int offset = hash[hash.length - 1] & LOW_NIBBLE;
        int truncated = ByteBuffer.wrap(hash).getInt(offset) & Integer.MAX_VALUE;
        int modulus = 1;
        for (int i = 0; i < digits; i++) {
            modulus *= 10;
        }
        return String.format(Locale.ROOT, "%0" + digits + "d", truncated % modulus);
    }

    /** Checks the number of digits. */
    public static void checkDigits(int digits) {
        if (digits < MIN_DIGITS || digits > MAX_DIGITS) {
            throw new IllegalArgumentException(
                    "digits: " + digits + " is not " + MIN_DIGITS + " to " + MAX_DIGITS);
        }
    }
}
