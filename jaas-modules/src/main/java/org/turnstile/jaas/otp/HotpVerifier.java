/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.jaas.otp;

import java.util.Optional;
import java.util.OptionalLong;
import org.turnstile.jaas.otp.store.HotpState;
import org.turnstile.jaas.otp.store.LastUse;

/** RFC 4226: a password of the counter, or of one a little ahead; each counter once. */
final class HotpVerifier {

    private final OtpPolicy policy;

    HotpVerifier(OtpPolicy policy) {
        this.policy = policy;
    }

    Verdict verify(HotpState state, byte[] passcode, LastUse use) {
        Digits digits = new Digits(passcode);
        if (wasTaken(state, digits)) {
            boolean grace =
                    state.lastUse().filter(l -> l.isFollowedBy(use, policy.grace())).isPresent();
            return grace ? new Verdict.Again() : Verdict.bad("the passcode has been used before");
        }
        OptionalLong counter =
                find(state, digits, state.counter(), state.counter() + policy.hotpLookAhead());
        if (counter.isEmpty() && follows(state, digits)) {
            counter = state.resync();
        }
        return counter.isPresent()
                ? new Verdict.Good(state.accepted(counter.getAsLong(), use))
                : refuse(state, digits);
    }

    private static boolean wasTaken(HotpState state, Digits digits) {
        return state.counter() > 0 && digits.are(state.password(state.counter() - 1));
    }

    private static boolean follows(HotpState state, Digits digits) {
        return state.resync().isPresent() && digits.are(state.password(state.resync().getAsLong()));
    }

    /** RFC 4226 §7.4: who is far ahead proves it by the next password. */
    private Verdict refuse(HotpState state, Digits digits) {
        long beyond = state.counter() + policy.hotpLookAhead() + 1;
        OptionalLong far = find(state, digits, beyond, beyond + policy.hotpResync() - 1);
        if (far.isPresent()) {
            OptionalLong next = OptionalLong.of(far.getAsLong() + 1);
            return new Verdict.Bad(
                    "the token is far ahead; the next passcode of it will be taken",
                    Optional.of(state.expecting(next)));
        }
        return new Verdict.Bad(
                "the passcode is wrong",
                state.resync().isPresent()
                        ? Optional.of(state.expecting(OptionalLong.empty()))
                        : Optional.empty());
    }

    private static OptionalLong find(HotpState state, Digits digits, long first, long last) {
        for (long counter = first; counter <= last; counter++) {
            if (digits.are(state.password(counter))) {
                return OptionalLong.of(counter);
            }
        }
        return OptionalLong.empty();
    }
}
