/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.jaas.otp;

import org.turnstile.jaas.otp.store.LastUse;
import org.turnstile.jaas.otp.store.TotpState;

/** RFC 6238: a password of this step or the one before; each step once, and none after a later. */
final class TotpVerifier {

    private final OtpPolicy policy;

    TotpVerifier(OtpPolicy policy) {
        this.policy = policy;
    }

    Verdict verify(TotpState state, byte[] passcode, LastUse use) {
        Digits digits = new Digits(passcode);
        long now = state.step(use.time());
        for (long step = now; step >= now - OtpPolicy.TOTP_STEPS_BACK; step--) {
            if (step > state.lastStep() && digits.are(state.password(step))) {
                return new Verdict.Good(state.accepted(step, use));
            }
        }
        if (state.lastStep() == TotpState.NEVER || !digits.are(state.password(state.lastStep()))) {
            return Verdict.bad("the passcode is wrong, or too old; are the clocks right?");
        }
        boolean grace =
                state.lastUse().filter(l -> l.isFollowedBy(use, policy.grace())).isPresent();
        return grace ? new Verdict.Again() : Verdict.bad("the passcode has been used before");
    }
}
