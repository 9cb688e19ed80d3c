/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.jaas.otp.store;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import org.turnstile.jaas.file.PercentCode;
import org.turnstile.jaas.otp.code.Challenge;
import org.turnstile.jaas.otp.code.HmacAlgorithm;
import org.turnstile.jaas.otp.code.OtpAlgorithm;
import org.turnstile.jaas.otp.code.SharedKey;

/**
 * A state as one line of text without spaces at its ends; equal states are equal texts. The fields,
 * with colons between:
 *
 * <ul>
 *   <li>{@code otp-sha1:SEQUENCE:SEED:VALUE:LAST}
 *   <li>{@code hotp:DIGITS:COUNTER:RESYNC:KEY:LAST}
 *   <li>{@code totp-sha1:DIGITS:PERIOD:STEP:KEY:LAST}
 * </ul>
 */
final class OtpStateText {

    /** Most characters of a state. */
    static final int MAX_LENGTH = 1_024;

    private static final String NONE = "-";
    private static final String CHAIN = "otp-";
    private static final String HOTP = "hotp";
    private static final String TOTP = "totp-";
    private static final int MOST_DIGITS = 18;

    private OtpStateText() {}

    static String format(OtpState state) {
        String last = state.lastUse().map(OtpStateText::format).orElse(NONE);
        if (state instanceof ChainState chain) {
            Challenge stored = chain.stored();
            return fields(
                    CHAIN + stored.algorithm().id(),
                    stored.sequence(),
                    stored.seed(),
                    chain.hex(),
                    last);
        }
        if (state instanceof HotpState hotp) {
            String resync = hotp.resync().isPresent() ? "" + hotp.resync().getAsLong() : NONE;
            return fields(HOTP, hotp.digits(), hotp.counter(), resync, hotp.key().base32(), last);
        }
        TotpState totp = (TotpState) state;
        return fields(
                TOTP + totp.algorithm().id(),
                totp.digits(),
                totp.period(),
                totp.lastStep() == TotpState.NEVER ? NONE : "" + totp.lastStep(),
                totp.key().base32(),
                last);
    }

    private static String fields(Object... fields) {
        return String.join(":", List.of(fields).stream().map(Object::toString).toList());
    }

    private static String format(LastUse last) {
        return last.time().toEpochMilli() + "," + PercentCode.encode(last.place());
    }

    /**
     * Reads a state.
     *
     * @throws IllegalArgumentException naming the field that is wrong, never its value
     */
    static OtpState parse(String text) {
        if (text.length() > MAX_LENGTH) {
            throw new IllegalArgumentException("the state is longer than " + MAX_LENGTH);
        }
        List<String> fields = List.of(text.split(":", -1));
        String kind = fields.get(0).toLowerCase(Locale.ROOT);
        if (kind.startsWith(CHAIN)) {
            return chain(kind.substring(CHAIN.length()), count(fields, 5));
        }
        if (kind.equals(HOTP)) {
            return hotp(count(fields, 6));
        }
        if (kind.startsWith(TOTP)) {
            return totp(kind.substring(TOTP.length()), count(fields, 6));
        }
        throw new IllegalArgumentException("expects otp-, hotp or totp-");
    }

    private static List<String> count(List<String> fields, int expected) {
        if (fields.size() != expected) {
            throw new IllegalArgumentException("has " + fields.size() + " fields, not " + expected);
        }
        return fields;
    }

    private static ChainState chain(String algorithm, List<String> fields) {
        OtpAlgorithm known =
                OtpAlgorithm.of(algorithm).orElseThrow(() -> wrong("the algorithm is unknown"));
        long sequence = number("the sequence", fields.get(1));
        if (sequence > Challenge.MAX_SEQUENCE) {
            throw wrong("the sequence is not 0 to " + Challenge.MAX_SEQUENCE);
        }
        if (!fields.get(3).matches("[0-9A-Fa-f]{16}")) {
            throw wrong("the value is not 16 hexadecimal digits");
        }
        return new ChainState(
                new Challenge(known, (int) sequence, fields.get(2)),
                HexFormat.fromHexDigitsToLong(fields.get(3)),
                last(fields.get(4)));
    }

    private static HotpState hotp(List<String> fields) {
        return new HotpState(
                SharedKey.ofBase32(fields.get(4)),
                small("the digits", fields.get(1)),
                number("the counter", fields.get(2)),
                fields.get(3).equals(NONE)
                        ? OptionalLong.empty()
                        : OptionalLong.of(number("the counter to follow", fields.get(3))),
                last(fields.get(5)));
    }

    private static TotpState totp(String algorithm, List<String> fields) {
        return new TotpState(
                HmacAlgorithm.of(algorithm).orElseThrow(() -> wrong("the algorithm is unknown")),
                SharedKey.ofBase32(fields.get(4)),
                small("the digits", fields.get(1)),
                small("the period", fields.get(2)),
                fields.get(3).equals(NONE) ? TotpState.NEVER : number("the step", fields.get(3)),
                last(fields.get(5)));
    }

    private static Optional<LastUse> last(String text) {
        if (text.equals(NONE)) {
            return Optional.empty();
        }
        int comma = text.indexOf(',');
        if (comma < 0) {
            throw wrong("the last use has no comma");
        }
        try {
            Instant time = Instant.ofEpochMilli(number("the time", text.substring(0, comma)));
            return Optional.of(new LastUse(time, PercentCode.decode(text.substring(comma + 1))));
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("the time is out of range", e);
        }
    }

    private static int small(String what, String text) {
        return (int) Math.min(number(what, text), Integer.MAX_VALUE);
    }

    private static long number(String what, String text) {
        if (!text.matches("[0-9]{1," + MOST_DIGITS + "}")) {
            throw wrong(what + " is no number");
        }
        return Long.parseLong(text);
    }

    private static IllegalArgumentException wrong(String what) {
        return new IllegalArgumentException(what);
    }
}
