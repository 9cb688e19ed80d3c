/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.jaas.otp.code;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * The hash of a chain of one-time passwords (RFC 2289 §6.2): a digest folded to 64 bits. A value is
 * a {@code long} whose bytes, the highest first, are the eight bytes of the RFC.
 */
public enum OtpAlgorithm {
    /** MD4, broken; for old chains. */
    MD4,
    /** MD5. */
    MD5,
    /** SHA-1, the best that RFC 2289 has. */
    SHA1;

    /** Least characters of a pass-phrase (RFC 2289 §6.0). */
    public static final int MIN_PASS_PHRASE = 10;

    /** Most characters of a pass-phrase (RFC 2289 §6.0). */
    public static final int MAX_PASS_PHRASE = 63;

    /** Most characters of a seed (RFC 2289 §6.0); the least is 1. */
    public static final int MAX_SEED = 16;

    /** As the challenge names it: {@code md5} in {@code otp-md5}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The algorithm of that name, in any case of letters. */
    public static Optional<OtpAlgorithm> of(String id) {
        return Arrays.stream(values()).filter(a -> a.id().equalsIgnoreCase(id)).findFirst();
    }

    /**
     * The one-time password of that number: the chain's start, hashed that many times.
     *
     * @param passPhrase {@value #MIN_PASS_PHRASE} to {@value #MAX_PASS_PHRASE} bytes; the caller
     *     wipes it
     * @param seed as {@link #checkSeed} takes it
     * @param sequence 0 or more
     * @throws IllegalArgumentException if one of them is not such
     */
    public long value(byte[] passPhrase, String seed, int sequence) {
        if (passPhrase.length < MIN_PASS_PHRASE || passPhrase.length > MAX_PASS_PHRASE) {
            throw new IllegalArgumentException(
                    "the pass-phrase has "
                            + passPhrase.length
                            + " bytes, not "
                            + MIN_PASS_PHRASE
                            + " to "
                            + MAX_PASS_PHRASE);
        }
        if (sequence < 0) {
            throw new IllegalArgumentException("sequence: " + sequence);
        }
        byte[] prefix = checkSeed(seed).getBytes(StandardCharsets.US_ASCII);
        byte[] start = Arrays.copyOf(prefix, prefix.length + passPhrase.length);
        System.arraycopy(passPhrase, 0, start, prefix.length, passPhrase.length);
        long value = fold(start);
        Arrays.fill(start, (byte) 0);
        for (int i = 0; i < sequence; i++) {
            value = next(value);
        }
        return value;
    }

    /**
     * Checks a seed.
     *
     * @return the seed in lower case, as the chain takes it
     * @throws IllegalArgumentException unless it has 1 to {@value #MAX_SEED} ASCII letters or
     *     digits
     */
    public static String checkSeed(String seed) {
        if (!seed.matches("[A-Za-z0-9]{1," + MAX_SEED + "}")) {
            throw new IllegalArgumentException("the seed is not 1 to 16 ASCII letters and digits");
        }
        return seed.toLowerCase(Locale.ROOT);
    }

    /** One step along the chain: the value whose number is higher by one. */
    public long next(long value) {
        return fold(ByteBuffer.allocate(Long.BYTES).putLong(value).array());
    }

    private long fold(byte[] message) {
        ByteBuffer digest = ByteBuffer.wrap(digest(message));
        if (this != SHA1) {
            return digest.getLong(0) ^ digest.getLong(Long.BYTES);
        }
        int first = digest.getInt(0) ^ digest.getInt(8) ^ digest.getInt(16);
        int second = digest.getInt(4) ^ digest.getInt(12);
        // RFC 2289 Appendix A folds SHA-1 into words and writes these little-endian
        return (long) Integer.reverseBytes(first) << Integer.SIZE
                | Integer.toUnsignedLong(Integer.reverseBytes(second));
    }

    private byte[] digest(byte[] message) {
        if (this == MD4) {
            return Md4.digest(message);
        }
        try {
            return MessageDigest.getInstance(this == MD5 ? "MD5" : "SHA-1").digest(message);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has MD5 and SHA-1", e);
        }
    }
}
