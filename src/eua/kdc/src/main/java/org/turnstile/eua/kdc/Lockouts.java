/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.eua.kdc;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/**
 * Counts failed logins of principals that exist, so that a passcode cannot be guessed by trying. A
 * login that succeeds, and a lock-out that is over, start the count anew.
 */
final class Lockouts {
    private record Failures(int count, Instant lockedUntil) {}

    private final Clock clock;
    private final int most;
    private final Duration lockout;
    private final Map<String, Failures> failures = new HashMap<>();

    Lockouts(Clock clock, int most, Duration lockout) {
        this.clock = clock;
        this.most = most;
        this.lockout = lockout;
    }

    synchronized boolean isLocked(String principal) {
        Failures known = failures.get(principal);
        return known != null && clock.instant().isBefore(known.lockedUntil());
    }

    synchronized void failed(String principal) {
        Failures known = failures.get(principal);
        int count = known == null || known.count() >= most ? 1 : known.count() + 1;
        Instant until = count >= most ? clock.instant().plus(lockout) : Instant.MIN;
        failures.put(principal, new Failures(count, until));
    }

    synchronized void succeeded(String principal) {
        failures.remove(principal);
    }
}
