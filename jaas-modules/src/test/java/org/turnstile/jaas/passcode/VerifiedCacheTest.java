/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.jaas.passcode;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.turnstile.jaas.Home;

class VerifiedCacheTest {

    private static final byte[] SECRET = Home.bytes("secret");
    private static final PasscodeHash HASH = PasscodeHash.create(SECRET, Home.ROUNDS);

    /** A clock that a test sets forward. */
    private static final class Watch extends Clock {
        private Instant now = Instant.parse("2026-11-01T00:00:00Z");

        void forward(Duration time) {
            now = now.plus(time);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }

    private final Watch watch = new Watch();

    private VerifiedCache cache(int size, Duration time) {
        return new VerifiedCache(size, time, watch);
    }

    @Test
    void remembersExactlyWhatWasGood() {
        VerifiedCache cache = cache(10, Duration.ofMinutes(5));
        assertThat(cache.isGood("alice", SECRET, HASH)).isFalse();

        cache.remember("alice", SECRET, HASH);

        assertThat(cache.isGood("alice", SECRET, HASH)).isTrue();
        assertThat(cache.isGood("alice", Home.bytes("Secret"), HASH)).isFalse();
        assertThat(cache.isGood("Alice", SECRET, HASH)).isFalse();
        assertThat(cache.isGood("alices", Home.bytes("ecret"), HASH)).isFalse();
        assertThat(cache.isGood("alic", Home.bytes("esecret"), HASH)).isFalse();
    }

    @Test
    void forgetsAfterItsTimeHoweverOftenItWasAsked() {
        VerifiedCache cache = cache(10, Duration.ofMinutes(5));
        cache.remember("alice", SECRET, HASH);

        watch.forward(Duration.ofSeconds(299));
        assertThat(cache.isGood("alice", SECRET, HASH)).isTrue();
        watch.forward(Duration.ofSeconds(1));

        assertThat(cache.isGood("alice", SECRET, HASH)).isFalse();
        assertThat(cache.size()).isZero();
    }

    @Test
    void forgetsWhenTheUsersEntryChanges() {
        VerifiedCache cache = cache(10, Duration.ofMinutes(5));
        cache.remember("alice", SECRET, HASH);

        PasscodeHash anew = PasscodeHash.create(SECRET, Home.ROUNDS);

        assertThat(cache.isGood("alice", SECRET, anew)).isFalse();
        assertThat(cache.isGood("alice", SECRET, HASH)).as("dropped for good").isFalse();
    }

    @Test
    void holdsNoMoreThanItsSizeAndDropsTheOldest() {
        VerifiedCache cache = cache(2, Duration.ofMinutes(5));
        cache.remember("a", SECRET, HASH);
        cache.remember("b", SECRET, HASH);
        cache.remember("a", SECRET, HASH);

        cache.remember("c", SECRET, HASH);

        assertThat(cache.size()).isEqualTo(2);
        assertThat(cache.isGood("b", SECRET, HASH)).isFalse();
        assertThat(cache.isGood("a", SECRET, HASH)).isTrue();
        assertThat(cache.isGood("c", SECRET, HASH)).isTrue();
    }

    @Test
    void aSizeOrATimeOfZeroRemembersNothing() {
        for (VerifiedCache none :
                new VerifiedCache[] {cache(0, Duration.ofMinutes(5)), cache(10, Duration.ZERO)}) {
            none.remember("alice", SECRET, HASH);
            assertThat(none.isGood("alice", SECRET, HASH)).isFalse();
            assertThat(none.size()).isZero();
        }
    }

    @Test
    void aClosedCacheKnowsNothingAnyMore() {
        VerifiedCache cache = cache(10, Duration.ofMinutes(5));
        cache.remember("alice", SECRET, HASH);

        cache.close();
        cache.remember("alice", SECRET, HASH);

        assertThat(cache.isGood("alice", SECRET, HASH)).isFalse();
        assertThat(cache.size()).isZero();
    }
}
