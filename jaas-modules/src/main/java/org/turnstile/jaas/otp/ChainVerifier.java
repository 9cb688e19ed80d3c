/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.jaas.otp;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.turnstile.jaas.otp.code.Challenge;
import org.turnstile.jaas.otp.code.OtpAlgorithm;
import org.turnstile.jaas.otp.code.OtpFormatException;
import org.turnstile.jaas.otp.code.OtpResponse;
import org.turnstile.jaas.otp.code.OtpResponse.NewChain;
import org.turnstile.jaas.otp.store.ChainState;
import org.turnstile.jaas.otp.store.LastUse;

/** RFC 2289: a response is good if it comes to the stored value by hashing. */
final class ChainVerifier {

    /** A new chain must be worth the trouble: one login, and the value that begins the next. */
    private static final int LEAST_SEQUENCE = 2;

    private final OtpPolicy policy;

    ChainVerifier(OtpPolicy policy) {
        this.policy = policy;
    }

    Verdict verify(ChainState state, byte[] passcode, LastUse use) {
        OtpResponse response;
        try {
            response = OtpResponse.parse(passcode);
        } catch (OtpFormatException e) {
            return Verdict.bad("the response is wrong: " + e.getMessage());
        }
        if (isRefused(state.stored().algorithm())) {
            return Verdict.bad("the chain is of MD4; allowMd4 is false");
        }
        return response.newChain().isPresent()
                ? begin(state, response.values(), response.newChain().get())
                : accept(state, response.values(), use);
    }

    private Verdict accept(ChainState state, List<Long> values, LastUse use) {
        if (values.contains(state.value())) {
            boolean grace =
                    state.lastUse().filter(l -> l.isFollowedBy(use, policy.grace())).isPresent();
            return grace ? new Verdict.Again() : Verdict.bad("the response has been used before");
        }
        if (state.exhausted()) {
            return Verdict.bad("the chain is used up; a new one must be begun");
        }
        int lowest = state.stored().sequence() - ChainState.EXHAUSTED;
        for (long value : values) {
            OptionalInt steps = steps(state, value, Math.min(policy.lookAhead(), lowest));
            if (steps.isPresent()) {
                return new Verdict.Good(state.accepted(steps.getAsInt(), value, use));
            }
        }
        return Verdict.bad("the response is wrong");
    }

    /**
     * RFC 2243 §3.3: the current value proves the user, and is spent on a chain of another seed.
     */
    private Verdict begin(ChainState state, List<Long> values, NewChain chain) {
        Challenge parameters = chain.challenge();
        boolean current =
                values.stream()
                        .anyMatch(
                                v ->
                                        steps(
                                                        state,
                                                        v,
                                                        Math.min(
                                                                policy.lookAhead(),
                                                                state.stored().sequence()))
                                                .isPresent());
        if (!current) {
            return Verdict.bad("the response is wrong, and begins no chain");
        }
        if (!policy.allowInit()) {
            return Verdict.bad("a new chain is not taken on this line, or not at all: allowInit");
        }
        if (parameters.seed().equals(state.stored().seed())) {
            return Verdict.bad("the new chain has the seed of the old one");
        }
        if (parameters.sequence() < LEAST_SEQUENCE) {
            return Verdict.bad("the new chain is shorter than " + LEAST_SEQUENCE);
        }
        if (isRefused(parameters.algorithm())) {
            return Verdict.bad("the new chain is of MD4; allowMd4 is false");
        }
        // no last use: the value that begins a chain is no password, in no grace window
        return new Verdict.Good(new ChainState(parameters, chain.value(), Optional.empty()));
    }

    private boolean isRefused(OtpAlgorithm algorithm) {
        return algorithm == OtpAlgorithm.MD4 && !policy.allowMd4();
    }

    private static OptionalInt steps(ChainState state, long response, int most) {
        long value = response;
        for (int steps = 1; steps <= most; steps++) {
            value = state.stored().algorithm().next(value);
            if (value == state.value()) {
                return OptionalInt.of(steps);
            }
        }
        return OptionalInt.empty();
    }
}
