/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.connector.guard;

import java.time.Duration;
import java.time.Instant;

/** Whether a login may be tried. */
public sealed interface Verdict {

    /** It may. */
    record Free() implements Verdict {}

    /**
     * It may not: it is refused without asking any login module, and it does not prolong the lock.
     *
     * @param until when the lock ends
     * @param delay how long the answer is to be held back, so that it takes as long as any other
     */
    record Locked(Instant until, Duration delay) implements Verdict {}
}
