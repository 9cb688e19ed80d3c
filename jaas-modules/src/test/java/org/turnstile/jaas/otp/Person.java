/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.jaas.otp;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.turnstile.jaas.otp.code.OtpAlgorithm;
import org.turnstile.jaas.otp.store.ChainState;
import org.turnstile.jaas.otp.store.OtpAccount;
import org.turnstile.jaas.otp.store.OtpState;
import org.turnstile.jaas.otp.store.OtpStore;
import org.turnstile.jaas.otp.store.OtpStoreException;

/** Alice, who logs in by one-time passcodes at times and from places that the test says. */
final class Person {

    static final String NAME = "alice";
    static final String CT1 = "192.0.2.1 CT1";

    /** As the options' defaults, with MD4 and new chains. */
    static final OtpPolicy POLICY = new OtpPolicy(5, 10, 100, Duration.ZERO, 10, true, true);

    private final OtpStore store;
    private final MovingClock clock = new MovingClock();
    private OtpPolicy policy = POLICY;
    private String place = CT1;

    Person(OtpStore store, OtpState state) throws OtpStoreException {
        this.store = store;
        assertThat(store.add(new OtpAccount(NAME, state))).isTrue();
    }

    /** The chain of case 87: md5, "This is a test.", TeSt, n = 99. */
    static ChainState ninetyNine() {
        return ChainState.begin(OtpAlgorithm.MD5, 99, "TeSt", 0x50FE1962C4965880L);
    }

    Person policy(OtpPolicy changed) {
        policy = changed;
        return this;
    }

    Person grace(Duration window) {
        return policy(new OtpPolicy(5, 10, 100, window, 10, true, true));
    }

    Person at(String newPlace) {
        place = newPlace;
        return this;
    }

    Person at(Instant time) {
        clock.now = time;
        return this;
    }

    Person later(Duration time) {
        return at(clock.now.plus(time));
    }

    /** Sends a passcode; the reason of a refusal, or "in". */
    String sends(String passcode) throws OtpStoreException {
        return new OtpAuthority(store, clock)
                .refusal(NAME, passcode.getBytes(StandardCharsets.US_ASCII), place, policy)
                .orElse("in");
    }

    OtpState state() throws OtpStoreException {
        return store.find(NAME).orElseThrow();
    }

    ChainState chain() throws OtpStoreException {
        return (ChainState) state();
    }

    private static final class MovingClock extends Clock {
        private Instant now = Instant.parse("2026-11-22T04:00:00Z");

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }
}
