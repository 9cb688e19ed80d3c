/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.cli.otp;

import java.security.SecureRandom;
import java.util.Locale;
import org.turnstile.cli.common.CommandFailedException;
import org.turnstile.cli.common.Secrets;
import org.turnstile.cli.common.Surroundings;
import org.turnstile.jaas.otp.code.HmacAlgorithm;
import org.turnstile.jaas.otp.code.OtpAlgorithm;
import org.turnstile.jaas.otp.code.SharedKey;
import org.turnstile.jaas.otp.store.ChainState;
import org.turnstile.jaas.otp.store.HotpState;
import org.turnstile.jaas.otp.store.OtpState;
import org.turnstile.jaas.otp.store.TotpState;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What kind of passcodes a user is to have, and with what. */
final class NewState {

    /** Kinds, as the option has them. */
    enum Kind {
        SHA1,
        MD5,
        HOTP,
        TOTP;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private static final int SEED_NUMBERS = 100_000;
    private static final int LETTERS = 26;
    private static final int LEAST_SEQUENCE = 2;

    @Mixin private PassPhraseOption passPhrase;

    @Option(
            names = "--kind",
            paramLabel = "KIND",
            defaultValue = "sha1",
            description =
                    "${COMPLETION-CANDIDATES}: a chain of RFC 2289 by its hash, a counter, or the"
                            + " time.")
    private Kind kind;

    @Option(
            names = "--sequence",
            paramLabel = "N",
            defaultValue = "500",
            description = "Of a chain: number of its first value, 2 to 9999.")
    private int sequence;

    @Option(
            names = "--seed",
            paramLabel = "SEED",
            description = "Of a chain: 1 to 16 letters and digits; without it a new one.")
    private String seed;

    @Option(
            names = "--digits",
            paramLabel = "N",
            defaultValue = "6",
            description = "Of counter and time: digits of a passcode, 6 to 8.")
    private int digits;

    @Option(
            names = "--period",
            paramLabel = "SECONDS",
            defaultValue = "30",
            description = "Of the time: seconds of a step, 10 to 300.")
    private int period;

    @Option(
            names = "--hash",
            paramLabel = "HASH",
            defaultValue = "sha1",
            description =
                    "Of the time: sha1, sha256 or sha512. Many authenticators know sha1 only.")
    private String hash;

    /**
     * Makes the state, asking for the pass-phrase of a chain.
     *
     * @throws IllegalArgumentException if an option is out of its range
     */
    OtpState make(String user, Surroundings surroundings, SecureRandom random)
            throws CommandFailedException {
        return switch (kind) {
            case SHA1 -> chain(OtpAlgorithm.SHA1, user, surroundings, random);
            case MD5 -> chain(OtpAlgorithm.MD5, user, surroundings, random);
            case HOTP -> HotpState.begin(SharedKey.random(HmacAlgorithm.SHA1, random), digits, 0);
            case TOTP -> {
                HmacAlgorithm algorithm =
                        HmacAlgorithm.of(hash)
                                .orElseThrow(
                                        () ->
                                                new IllegalArgumentException(
                                                        "--hash: "
                                                                + hash
                                                                + " is none of sha1,"
                                                                + " sha256, sha512"));
                SharedKey key = SharedKey.random(algorithm, random);
                yield TotpState.begin(algorithm, key, digits, period);
            }
        };
    }

    private OtpState chain(
            OtpAlgorithm algorithm, String user, Surroundings surroundings, SecureRandom random)
            throws CommandFailedException {
        if (sequence < LEAST_SEQUENCE) {
            throw new IllegalArgumentException("--sequence: " + sequence + " is less than 2");
        }
        String chosen = OtpAlgorithm.checkSeed(seed == null ? seed(random) : seed);
        // checked before anybody types a pass-phrase
        ChainState.begin(algorithm, sequence, chosen, 0);
        byte[] secret = passPhrase.readNew(user, surroundings);
        try {
            long value = algorithm.value(secret, chosen, sequence);
            return ChainState.begin(algorithm, sequence, chosen, value);
        } finally {
            Secrets.wipe(secret);
        }
    }

    private static String seed(SecureRandom random) {
        char first = (char) ('a' + random.nextInt(LETTERS));
        char second = (char) ('a' + random.nextInt(LETTERS));
        return "" + first + second + (SEED_NUMBERS + random.nextInt(9 * SEED_NUMBERS));
    }
}
