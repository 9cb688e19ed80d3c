/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.jaas.otp.code;

import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;

/** The key that server and token share for HOTP and TOTP. Never in a {@link #toString()}. */
public final class SharedKey {

    /** Least bytes (RFC 4226 §4 R6). */
    public static final int MIN_BYTES = 16;

    /** Most bytes: the longest hash. */
    public static final int MAX_BYTES = 64;

    private final byte[] bytes;

    /**
     * A key of those bytes, which are copied.
     *
     * @throws IllegalArgumentException unless there are {@value #MIN_BYTES} to {@value #MAX_BYTES}
     */
    public SharedKey(byte[] bytes) {
        if (bytes.length < MIN_BYTES || bytes.length > MAX_BYTES) {
            throw new IllegalArgumentException(
                    "the key has %d bytes, not %d to %d"
                            .formatted(bytes.length, MIN_BYTES, MAX_BYTES));
        }
        this.bytes = bytes.clone();
    }

    /** A new key, as long as the hash. */
    public static SharedKey random(HmacAlgorithm algorithm, SecureRandom random) {
        byte[] bytes = new byte[algorithm.keyBytes()];
        random.nextBytes(bytes);
        return new SharedKey(bytes);
    }

    /**
     * Reads a key in Base 32.
     *
     * @throws IllegalArgumentException if it is none, or none of that length
     */
    public static SharedKey ofBase32(String text) {
        return new SharedKey(Base32.decode(text));
    }

    /** The key in Base 32, for the token. */
    public String base32() {
        return Base32.encode(bytes);
    }

    /**
     * The password of that counter, as {@link Hotp#value} has it.
     *
     * @param counter the counter, or the number of the time step
     */
    public String password(HmacAlgorithm algorithm, int digits, long counter) {
        return Hotp.value(algorithm, bytes, digits, counter);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SharedKey key && MessageDigest.isEqual(bytes, key.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return "key of " + bytes.length + " bytes";
    }
}
