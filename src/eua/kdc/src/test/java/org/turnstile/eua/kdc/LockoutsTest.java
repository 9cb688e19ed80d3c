/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.eua.kdc;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class LockoutsTest {
    private final SetClock clock = new SetClock();
    private final Lockouts lockouts = new Lockouts(clock, 3, Duration.ofMinutes(1));

    private void fail(int times) {
        for (int i = 0; i < times; i++) {
            lockouts.failed("alice");
        }
    }

    @Test
    void theThirdFailureInARowLocksOut() {
        fail(2);
        assertThat(lockouts.isLocked("alice")).isFalse();
        fail(1);
        assertThat(lockouts.isLocked("alice")).isTrue();
        assertThat(lockouts.isLocked("bob")).isFalse();
    }

    @Test
    void aLoginBetweenStartsTheCountAnew() {
        fail(2);
        lockouts.succeeded("alice");
        fail(2);
        assertThat(lockouts.isLocked("alice")).isFalse();
    }

    @Test
    void itIsOverAfterItsTimeAndTheCountStartsAnew() {
        fail(3);
        clock.forward(Duration.ofMinutes(1));
        assertThat(lockouts.isLocked("alice")).isFalse();
        fail(2);
        assertThat(lockouts.isLocked("alice")).isFalse();
        fail(1);
        assertThat(lockouts.isLocked("alice")).isTrue();
    }
}
