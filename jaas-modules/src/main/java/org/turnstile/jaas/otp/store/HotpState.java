/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.jaas.otp.store;

import java.util.Optional;
import java.util.OptionalLong;
import org.turnstile.jaas.otp.code.HmacAlgorithm;
import org.turnstile.jaas.otp.code.Hotp;
import org.turnstile.jaas.otp.code.SharedKey;

/**
 * Passwords from a counter (RFC 4226).
 *
 * @param key the shared key
 * @param digits of a password
 * @param counter the next one that is expected, 0 or more
 * @param resync the counter that must follow, after a password came from far ahead (RFC 4226 §7.4)
 * @param lastUse the last use
 */
public record HotpState(
        SharedKey key, int digits, long counter, OptionalLong resync, Optional<LastUse> lastUse)
        implements OtpState {

    /** Checks the ranges. */
    public HotpState {
        Hotp.checkDigits(digits);
        if (counter < 0 || resync.orElse(0) < 0) {
            throw new IllegalArgumentException("the counter is negative");
        }
    }

    /** A token that has not been used. */
    public static HotpState begin(SharedKey key, int digits, long counter) {
        return new HotpState(key, digits, counter, OptionalLong.empty(), Optional.empty());
    }

    /** The password of that counter. */
    public String password(long at) {
        return key.password(HmacAlgorithm.SHA1, digits, at);
    }

    /** After the password of that counter. */
    public HotpState accepted(long at, LastUse use) {
        return new HotpState(key, digits, at + 1, OptionalLong.empty(), Optional.of(use));
    }

    /** The same, expecting that counter to prove that the token is ahead; or no longer so. */
    public HotpState expecting(OptionalLong next) {
        return new HotpState(key, digits, counter, next, lastUse);
    }
}
