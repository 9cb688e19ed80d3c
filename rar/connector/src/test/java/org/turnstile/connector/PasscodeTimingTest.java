/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.connector;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.turnstile.api.Line;
import org.turnstile.connector.config.ListenerSettings;
import org.turnstile.connector.config.Settings;
import org.turnstile.connector.config.SettingsException;
import org.turnstile.connector.guard.GuardLimits;
import org.turnstile.connector.guard.LoginGuard;
import org.turnstile.connector.login.LoginAttempt;
import org.turnstile.connector.login.LoginOutcome;
import org.turnstile.connector.login.LoginService;
import org.turnstile.dicom.pdu.UserIdentityRq;

/** How long a refused login takes, the held-back answer not counted. */
class PasscodeTimingTest {

    private static final int TRIES = 9;
    private static final InetSocketAddress PEER =
            new InetSocketAddress(InetAddress.getLoopbackAddress(), 4711);

    @TempDir private Path folder;

    @Test
    void case49_unknownUser_refusedLikeAWrongPasscodeAndAsSlowly() throws SettingsException {
        Home home = new Home(folder);
        home.save();
        ListenerSettings listener = Settings.read(folder).listeners().get(Home.DEFAULT);
        GuardLimits never =
                new GuardLimits(Duration.ZERO, Duration.ZERO, 1000, Duration.ofMinutes(1), 100);
        LoginGuard guard = new LoginGuard(never, Clock.systemUTC(), lock -> {});
        try (LoginService logins =
                new LoginService(folder, getClass().getClassLoader(), guard, problem -> {})) {
            refused(logins, listener, "alice");
            long wrong = median(logins, listener, "alice");
            long unknown = median(logins, listener, "mallory");

            assertThat((double) unknown / wrong).isBetween(1 / 3.0, 3.0);
        }
    }

    private static long median(LoginService logins, ListenerSettings listener, String name) {
        return LongStream.generate(() -> refused(logins, listener, name))
                .limit(TRIES)
                .sorted()
                .skip(TRIES / 2)
                .findFirst()
                .getAsLong();
    }

    /** The time of one refusal in nanoseconds. */
    private static long refused(LoginService logins, ListenerSettings listener, String name) {
        UserIdentityRq rq = new UserIdentityRq(2, true, utf8(name), utf8("wrong"));
        long begin = System.nanoTime();
        LoginOutcome outcome =
                logins.login(
                        new LoginAttempt(
                                listener, "SCU", "SCP", PEER, Line.PLAIN, Optional.of(rq)));
        long nanos = System.nanoTime() - begin;
        assertThat(outcome).isInstanceOf(LoginOutcome.Refused.class);
        return nanos;
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
