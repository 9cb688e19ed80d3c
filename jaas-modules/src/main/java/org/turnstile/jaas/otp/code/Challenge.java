/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.jaas.otp.code;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which value a user must answer with (RFC 2289 §7.1): {@code otp-sha1 487 dog2}.
 *
 * @param algorithm the chain's hash
 * @param sequence number of the value, 0 to {@value #MAX_SEQUENCE}
 * @param seed the chain's seed, in lower case
 */
public record Challenge(OtpAlgorithm algorithm, int sequence, String seed) {

    /** Greatest number of a value. */
    public static final int MAX_SEQUENCE = 9_999;

    private static final String PREFIX = "otp-";

    private static final Pattern PARTS =
            Pattern.compile("(md4|md5|sha1)\\s+([0-9]{1,4})\\s+([a-z0-9]{1,16})");

    /**
     * Checks the parts.
     *
     * @throws IllegalArgumentException if the sequence or the seed is not such
     */
    public Challenge {
        if (sequence < 0 || sequence > MAX_SEQUENCE) {
            throw new IllegalArgumentException(
                    "sequence " + sequence + ": not 0 to " + MAX_SEQUENCE);
        }
        seed = OtpAlgorithm.checkSeed(seed);
    }

    /**
     * Reads a challenge, with or without the {@code ext} of RFC 2243, in any case of letters.
     *
     * @throws OtpFormatException if it is none
     */
    public static Challenge parse(String text) throws OtpFormatException {
        String lower = text.strip().toLowerCase(Locale.ROOT);
        if (!lower.startsWith(PREFIX)) {
            throw new OtpFormatException("the challenge does not begin with otp-");
        }
        // RFC 2243 §3: what follows ext is for extensions to come
        return parameters(
                lower.substring(PREFIX.length()).replaceFirst("\\s+ext(\\s.*|,.*)?$", ""));
    }

    /** Reads {@code md5 499 ke1235}, as a re-initialisation writes it (RFC 2243 §3.3). */
    static Challenge parameters(String text) throws OtpFormatException {
        Matcher parts = PARTS.matcher(text.strip().toLowerCase(Locale.ROOT));
        if (!parts.matches()) {
            throw new OtpFormatException("not an algorithm, a number of 1 to 4 digits and a seed");
        }
        return new Challenge(
                OtpAlgorithm.of(parts.group(1)).orElseThrow(),
                Integer.parseInt(parts.group(2)),
                parts.group(3));
    }

    /** The algorithm, the sequence and the seed, as a re-initialisation writes them. */
    public String parameters() {
        return algorithm.id() + " " + sequence + " " + seed;
    }

    /** As RFC 2289 writes it. */
    @Override
    public String toString() {
        return PREFIX + parameters();
    }
}
