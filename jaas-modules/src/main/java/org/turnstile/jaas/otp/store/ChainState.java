/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.jaas.otp.store;

import java.util.HexFormat;
import java.util.Optional;
import org.turnstile.jaas.otp.code.Challenge;
import org.turnstile.jaas.otp.code.OtpAlgorithm;

/**
 * A chain of RFC 2289: the value that was accepted last, or with which the chain began.
 *
 * @param stored number and parameters of the value
 * @param value the value
 * @param lastUse the last use
 */
public record ChainState(Challenge stored, long value, Optional<LastUse> lastUse)
        implements OtpState {

    /** Number from which on the chain is used up: what is left may begin a new chain only. */
    public static final int EXHAUSTED = 1;

    /** A chain without a use. */
    public static ChainState begin(OtpAlgorithm algorithm, int sequence, String seed, long value) {
        return new ChainState(new Challenge(algorithm, sequence, seed), value, Optional.empty());
    }

    /** Whether no value is left to log in by. */
    public boolean exhausted() {
        return stored.sequence() <= EXHAUSTED;
    }

    /** How many logins are left. */
    public int left() {
        return Math.max(0, stored.sequence() - EXHAUSTED);
    }

    /** What the user must answer next; empty where nothing is left at all. */
    public Optional<Challenge> challenge() {
        int next = stored.sequence() - 1;
        return next < 0
                ? Optional.empty()
                : Optional.of(new Challenge(stored.algorithm(), next, stored.seed()));
    }

    /** After a response that lies that many steps below. */
    public ChainState accepted(int steps, long response, LastUse use) {
        Challenge next =
                new Challenge(stored.algorithm(), stored.sequence() - steps, stored.seed());
        return new ChainState(next, response, Optional.of(use));
    }

    /** As the state's text has the value: 16 hexadecimal digits. */
    String hex() {
        return HexFormat.of().withUpperCase().toHexDigits(value);
    }

    @Override
    public String toString() {
        return "chain " + stored + ", " + lastUse;
    }
}
