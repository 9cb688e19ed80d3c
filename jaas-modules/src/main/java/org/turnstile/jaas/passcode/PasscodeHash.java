/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.jaas.passcode;

import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

/**
 * The salted hash of a passcode: PBKDF2 with HMAC-SHA256. As text: {@code
 * pbkdf2-sha256:ROUNDS:SALT:HASH}, salt and hash in Base64 (RFC 4648 §4) with padding. Immutable.
 */
public final class PasscodeHash {

    /** The algorithm's name in the text. */
    public static final String ALGORITHM = "pbkdf2-sha256";

    /** Rounds of a new hash: what OWASP advises for PBKDF2 with HMAC-SHA256. */
    public static final int DEFAULT_ROUNDS = 600_000;

    /**
     * Fewest rounds that are taken: NIST SP 800-63B §5.1.1.2 asks for at least 10,000. A line with
     * fewer is a mistake or somebody's trick to try passcodes cheaply.
     */
    public static final int MIN_ROUNDS = 10_000;

    /** Most rounds that are taken, some seconds of work: a line must not make a login endless. */
    public static final int MAX_ROUNDS = 10_000_000;

    /** Bytes of the salt of a new hash. */
    public static final int SALT_LENGTH = 16;

    private static final int MAX_SALT_LENGTH = 64;
    private static final int HASH_LENGTH = 32;
    private static final int FIELDS = 4;

    private final int rounds;
    private final byte[] salt;
    private final byte[] hash;

    private PasscodeHash(int rounds, byte[] salt, byte[] hash) {
        this.rounds = rounds;
        this.salt = salt;
        this.hash = hash;
    }

    /**
     * Hashes a passcode with a fresh salt. The caller wipes the passcode.
     *
     * @param passcode bytes as the peer will send them, not empty
     * @param rounds {@value #MIN_ROUNDS} to {@value #MAX_ROUNDS}
     * @throws IllegalArgumentException if the passcode is empty or the rounds are out of range
     */
    public static PasscodeHash create(byte[] passcode, int rounds) {
        if (passcode.length == 0) {
            throw new IllegalArgumentException("the passcode is empty");
        }
        checkRounds(rounds);
        byte[] salt = random(SALT_LENGTH);
        return new PasscodeHash(rounds, salt, new Pbkdf2().derive(passcode, salt, rounds));
    }

    /** A hash that belongs to no passcode, for the work that an unknown user must cost. */
    static PasscodeHash decoy() {
        return new PasscodeHash(0, random(SALT_LENGTH), random(HASH_LENGTH));
    }

    private static byte[] random(int length) {
        byte[] bytes = new byte[length];
        new SecureRandom().nextBytes(bytes);
        return bytes;
    }

    /**
     * Reads the text.
     *
     * @throws IllegalArgumentException if it has not the form; the message quotes nothing of the
     *     text, which could be a passcode in the wrong place
     */
    public static PasscodeHash parse(String text) {
        List<String> fields = List.of(text.split(":", -1));
        if (fields.size() != FIELDS) {
            throw new IllegalArgumentException(
                    "expects "
                            + ALGORITHM
                            + ":ROUNDS:SALT:HASH, finds "
                            + fields.size()
                            + " fields");
        }
        if (!fields.get(0).equals(ALGORITHM)) {
            throw new IllegalArgumentException("the algorithm is not " + ALGORITHM);
        }
        int rounds = number(fields.get(1));
        checkRounds(rounds);
        byte[] salt = base64("salt", fields.get(2));
        byte[] hash = base64("hash", fields.get(3));
        if (salt.length < SALT_LENGTH || salt.length > MAX_SALT_LENGTH) {
            throw new IllegalArgumentException(
                    "the salt is not " + SALT_LENGTH + " to " + MAX_SALT_LENGTH + " bytes");
        }
        if (hash.length != HASH_LENGTH) {
            throw new IllegalArgumentException("the hash is not " + HASH_LENGTH + " bytes");
        }
        return new PasscodeHash(rounds, salt, hash);
    }

    private static int number(String digits) {
        if (digits.isEmpty()
                || digits.length() > 9
                || !digits.chars().allMatch(c -> c >= '0' && c <= '9')) {
            throw new IllegalArgumentException("the rounds are not a number of 1 to 9 digits");
        }
        return Integer.parseInt(digits);
    }

    static void checkRounds(int rounds) {
        if (rounds < MIN_ROUNDS || rounds > MAX_ROUNDS) {
            throw new IllegalArgumentException(
                    "rounds: " + rounds + " is not " + MIN_ROUNDS + " to " + MAX_ROUNDS);
        }
    }

    private static byte[] base64(String field, String text) {
        try {
            byte[] bytes = Base64.getDecoder().decode(text);
            if (Base64.getEncoder().encodeToString(bytes).equals(text)) {
                return bytes;
            }
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("the " + field + " is not Base64");
        }
        throw new IllegalArgumentException("the " + field + " is not Base64 with padding");
    }

    /** The text that {@link #parse} reads. */
    public String format() {
        Base64.Encoder base64 = Base64.getEncoder();
        return String.join(
                ":",
                ALGORITHM,
                Integer.toString(rounds),
                base64.encodeToString(salt),
                base64.encodeToString(hash));
    }

    /** How many rounds the hash cost. */
    public int rounds() {
        return rounds;
    }

    /** Whether this is the hash of that passcode; an empty one never is. Takes constant time. */
    public boolean verify(byte[] passcode) {
        return passcode.length > 0 && verify(passcode, new Pbkdf2(), rounds);
    }

    /** As {@link #verify(byte[])}, at the cost of that many rounds if the hash has fewer. */
    boolean verify(byte[] passcode, KeyDerivation derivation, int cost) {
        byte[] derived = new byte[HASH_LENGTH];
        if (rounds > 0) {
            derived = derivation.derive(passcode, salt, rounds);
        }
        if (cost > rounds) {
            Arrays.fill(derivation.derive(passcode, salt, cost - rounds), (byte) 0);
        }
        boolean same = MessageDigest.isEqual(derived, hash);
        Arrays.fill(derived, (byte) 0);
        return same;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PasscodeHash that
                && rounds == that.rounds
                && Arrays.equals(salt, that.salt)
                && MessageDigest.isEqual(hash, that.hash);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(salt);
    }

    @Override
    public String toString() {
        return ALGORITHM + " with " + rounds + " rounds";
    }
}
