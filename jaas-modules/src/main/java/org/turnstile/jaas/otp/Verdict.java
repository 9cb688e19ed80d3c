/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.jaas.otp;

import java.util.Optional;
import org.turnstile.jaas.otp.store.OtpState;

/** What a response is worth, given a state. */
sealed interface Verdict {

    /**
     * It is good, once this state has replaced the one of before.
     *
     * @param next the state that replaces it
     */
    record Good(OtpState next) implements Verdict {}

    /** It was good before, and is within the grace window. */
    record Again() implements Verdict {}

    /**
     * It is refused.
     *
     * @param why for the log, without any part of it
     * @param next what is remembered of the attempt, if anything
     */
    record Bad(String why, Optional<OtpState> next) implements Verdict {}

    static Verdict bad(String why) {
        return new Bad(why, Optional.empty());
    }
}
