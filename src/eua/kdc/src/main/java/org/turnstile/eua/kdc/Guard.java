/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.eua.kdc;

import java.time.Clock;

/**
 * What is remembered from one request to the next.
 *
 * @param lockouts failed logins
 * @param replays proofs that have been used
 * @param clockSkewMillis how far a client's clock may be off, in milliseconds
 */
record Guard(Lockouts lockouts, Replays replays, long clockSkewMillis) {
    static Guard of(KdcOptions options, Clock clock) {
        return new Guard(
                new Lockouts(clock, options.maxFailures(), options.lockout()),
                new Replays(clock, options.clockSkew(), Replays.DEFAULT_MOST),
                options.clockSkew().toMillis());
    }
}
