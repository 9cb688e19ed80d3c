/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.jaas.otp;

import java.time.Duration;

/**
 * What a login takes.
 *
 * @param lookAhead most steps that a response of a chain may lie below the stored value
 * @param hotpLookAhead most counters that may have been skipped
 * @param hotpResync most counters beyond that after which two passwords in a row prove the token
 * @param grace how long the last password is taken again from the same place
 * @param warnBelow from how few logins left in a chain on to warn
 * @param allowMd4 whether chains of MD4 are taken
 * @param allowInit whether this login may begin a new chain
 */
record OtpPolicy(
        int lookAhead,
        int hotpLookAhead,
        int hotpResync,
        Duration grace,
        int warnBelow,
        boolean allowMd4,
        boolean allowInit) {

    /** Steps back in time that a password is taken for: "at most one" (RFC 6238 §5.2). */
    static final int TOTP_STEPS_BACK = 1;
}
