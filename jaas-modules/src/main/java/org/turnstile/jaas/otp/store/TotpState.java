/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.jaas.otp.store;

import java.time.Instant;
import java.util.Optional;
import org.turnstile.jaas.otp.code.HmacAlgorithm;
import org.turnstile.jaas.otp.code.Hotp;
import org.turnstile.jaas.otp.code.SharedKey;

/**
 * Passwords from the time (RFC 6238), counted from 1970.
 *
 * @param algorithm the keyed hash
 * @param key the shared key
 * @param digits of a password
 * @param period seconds of a step, {@value #MIN_PERIOD} to {@value #MAX_PERIOD}
 * @param lastStep the step whose password was accepted last; {@value #NEVER} for none
 * @param lastUse the last use
 */
public record TotpState(
        HmacAlgorithm algorithm,
        SharedKey key,
        int digits,
        int period,
        long lastStep,
        Optional<LastUse> lastUse)
        implements OtpState {

    /** Shortest step. */
    public static final int MIN_PERIOD = 10;

    /** Longest step. */
    public static final int MAX_PERIOD = 300;

    /** The step of tokens that were not used. */
    public static final long NEVER = -1;

    /** Checks the ranges. */
    public TotpState {
        Hotp.checkDigits(digits);
        if (period < MIN_PERIOD || period > MAX_PERIOD) {
            throw new IllegalArgumentException(
                    "period: %d is not %d to %d".formatted(period, MIN_PERIOD, MAX_PERIOD));
        }
        if (lastStep < NEVER) {
            throw new IllegalArgumentException("the step is negative");
        }
    }

    /** A token that has not been used. */
    public static TotpState begin(HmacAlgorithm algorithm, SharedKey key, int digits, int period) {
        return new TotpState(algorithm, key, digits, period, NEVER, Optional.empty());
    }

    /** The step of that time. */
    public long step(Instant time) {
        return Math.floorDiv(time.getEpochSecond(), period);
    }

    /** The password of that step. */
    public String password(long step) {
        return key.password(algorithm, digits, step);
    }

    /** After the password of that step. */
    public TotpState accepted(long step, LastUse use) {
        return new TotpState(algorithm, key, digits, period, step, Optional.of(use));
    }
}
