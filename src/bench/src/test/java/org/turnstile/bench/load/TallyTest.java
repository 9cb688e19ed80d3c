/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.bench.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class TallyTest {

    private static final long MILLI = 1_000_000;

    /** From 1 s to 3 s. */
    private final Tally tally = new Tally(1_000 * MILLI, 3_000 * MILLI);

    @Test
    void countsWhatEndsWithinTheTime() {
        tally.took(900 * MILLI, 999 * MILLI); // in the warm-up
        tally.took(900 * MILLI, 1_001 * MILLI);
        tally.took(2_900 * MILLI, 2_999 * MILLI);
        tally.took(2_900 * MILLI, 3_001 * MILLI); // too late

        assertThat(tally.count()).isEqualTo(2);
        assertThat(tally.perSecond()).isEqualTo(1.0);
    }

    @Test
    void knowsWhenTheTimeIsOver() {
        assertThat(tally.over(3_000 * MILLI)).isFalse();
        assertThat(tally.over(3_001 * MILLI)).isTrue();
    }

    @Test
    void findsQuantilesWithinTwoPerCent() {
        for (int i = 1; i <= 100; i++) {
            tally.took((2_000 - i) * MILLI, 2_000 * MILLI);
        }

        assertThat(tally.millis(0.5)).isCloseTo(50, within(1.5));
        assertThat(tally.millis(0.99)).isCloseTo(99, within(2.5));
    }

    @Test
    void aTallyOfNothingHasNoQuantile() {
        assertThat(tally.millis(0.5)).isZero();
        assertThat(tally.perSecond()).isZero();
    }

    @Test
    void takesTimesOfAnyLength() {
        tally.took(2_000 * MILLI, 2_000 * MILLI);
        tally.took(Long.MIN_VALUE / 4, 2_000 * MILLI);

        assertThat(tally.count()).isEqualTo(2);
    }
}
