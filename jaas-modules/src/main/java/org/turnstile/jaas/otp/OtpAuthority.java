/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.jaas.otp;

import java.time.Clock;
import java.util.Optional;
import org.turnstile.jaas.JaasLogger;
import org.turnstile.jaas.otp.code.OtpAlgorithm;
import org.turnstile.jaas.otp.store.ChainState;
import org.turnstile.jaas.otp.store.HotpState;
import org.turnstile.jaas.otp.store.LastUse;
import org.turnstile.jaas.otp.store.OtpState;
import org.turnstile.jaas.otp.store.OtpStore;
import org.turnstile.jaas.otp.store.OtpStoreException;
import org.turnstile.jaas.otp.store.TotpState;

/**
 * Takes each passcode once: a response is good only for who replaces the state that it was verified
 * against. Who comes second is verified anew, against the state that the first has left. Safe for
 * many threads and several processes.
 */
final class OtpAuthority {

    /** More passcodes of one user than that are not taken at one instant. */
    private static final int ATTEMPTS = 16;

    /** What the response of an unknown user is compared with, so that it costs the same. */
    private static final ChainState NOBODY =
            ChainState.begin(OtpAlgorithm.SHA1, 9_999, "nobody", 0);

    private static final String UNKNOWN = "there is no such user";

    private final OtpStore store;
    private final Clock clock;

    OtpAuthority(OtpStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /**
     * Decides, and remembers.
     *
     * @return why the passcode is refused; empty if it is good
     * @throws OtpStoreException if that cannot be told
     */
    Optional<String> refusal(String name, byte[] passcode, String place, OtpPolicy policy)
            throws OtpStoreException {
        for (int i = 0; i < ATTEMPTS; i++) {
            Optional<OtpState> state = store.find(name);
            LastUse use = new LastUse(clock.instant(), place);
            Verdict verdict = verify(state.orElse(NOBODY), passcode, use, policy);
            if (state.isEmpty()) {
                return Optional.of(UNKNOWN);
            }
            if (verdict instanceof Verdict.Again) {
                JaasLogger.LOGGER.passcodeTakenAgain(name, place);
                return Optional.empty();
            }
            if (verdict instanceof Verdict.Bad bad) {
                return Optional.of(refuse(name, state.get(), bad));
            }
            OtpState next = ((Verdict.Good) verdict).next();
            if (store.replace(name, state.get(), next)) {
                tell(name, state.get(), next, policy);
                return Optional.empty();
            }
        }
        return Optional.of("other passcodes of the user are being taken at this moment");
    }

    /** Somebody else's change wins over what is remembered of a refusal. */
    private String refuse(String name, OtpState state, Verdict.Bad bad) throws OtpStoreException {
        if (bad.next().isPresent()) {
            store.replace(name, state, bad.next().get());
        }
        if (state instanceof ChainState chain && chain.exhausted()) {
            JaasLogger.LOGGER.chainUsedUp(name);
        }
        return bad.why();
    }

    private static Verdict verify(OtpState state, byte[] passcode, LastUse use, OtpPolicy policy) {
        if (state instanceof ChainState chain) {
            return new ChainVerifier(policy).verify(chain, passcode, use);
        }
        if (state instanceof HotpState hotp) {
            return new HotpVerifier(policy).verify(hotp, passcode, use);
        }
        return new TotpVerifier(policy).verify((TotpState) state, passcode, use);
    }

    private static void tell(String name, OtpState before, OtpState next, OtpPolicy policy) {
        if (before instanceof ChainState old && next instanceof ChainState chain) {
            if (!old.stored().seed().equals(chain.stored().seed())) {
                JaasLogger.LOGGER.chainBegun(name, chain.stored().toString());
            } else if (chain.left() <= policy.warnBelow()) {
                JaasLogger.LOGGER.chainNearlyUsedUp(name, chain.left());
            }
        }
        if (before instanceof HotpState old && old.resync().isPresent()) {
            JaasLogger.LOGGER.counterFoundAgain(name);
        }
    }
}
