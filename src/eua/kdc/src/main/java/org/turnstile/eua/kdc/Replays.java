/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.eua.kdc;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.kerby.kerberos.kerb.KrbErrorCode;

/**
 * Proofs that have been used (RFC 4120 §3.1.3): a pre-authentication opens one request only. Holds
 * each for as long as its time would still be accepted.
 */
final class Replays {
    /** Most proofs to remember; a further one is refused, none is forgotten early. */
    static final int DEFAULT_MOST = 100_000;

    private final Clock clock;
    private final Duration keep;
    private final int most;
    private final Map<String, Instant> used = new LinkedHashMap<>();

    /**
     * @param clockSkew how far the time of a proof may be off
     */
    Replays(Clock clock, Duration clockSkew, int most) {
        this.clock = clock;
        // its time may be as far in the future as in the past; a second for what it is rounded by
        this.keep = clockSkew.multipliedBy(2).plusSeconds(1);
        this.most = most;
    }

    /**
     * Notes a proof that has been verified.
     *
     * @throws Refusal it has been used (34), or there is no room (29)
     */
    synchronized void use(String proof) throws Refusal {
        Instant now = clock.instant();
        forget(now);
        if (used.containsKey(proof)) {
            throw new Refusal(KrbErrorCode.KRB_AP_ERR_REPEAT);
        }
        if (used.size() >= most) {
            throw new Refusal(KrbErrorCode.KDC_ERR_SVC_UNAVAILABLE);
        }
        used.put(proof, now.plus(keep));
    }

    private void forget(Instant now) {
        Iterator<Instant> oldestFirst = used.values().iterator();
        while (oldestFirst.hasNext() && oldestFirst.next().isBefore(now)) {
            oldestFirst.remove();
        }
    }
}
