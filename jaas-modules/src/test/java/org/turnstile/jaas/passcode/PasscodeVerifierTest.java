/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.jaas.passcode;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.turnstile.jaas.Home;
import org.turnstile.jaas.passcode.PasscodeVerifier.Finding;

class PasscodeVerifierTest {

    @TempDir private Path folder;
    private final AtomicLong rounds = new AtomicLong();
    private Home home;
    private PasscodeVerifier verifier;

    @BeforeEach
    void usersOfAllKinds() throws Exception {
        home = new Home(folder).user("alice", "secret").user("former", "secret");
        home.users().enable("former", false);
        home.users().addWithoutPasscode("ct1");
        new UsersFile(home.file("users"), 30_000).add("careful", Home.bytes("secret"));
        verifier = verifier(10);
    }

    private PasscodeVerifier verifier(int cached) {
        Pbkdf2 pbkdf2 = new Pbkdf2();
        return new PasscodeVerifier(
                new WatchedUsers(home.file("users")),
                new VerifiedCache(cached, Duration.ofMinutes(5), Clock.systemUTC()),
                (passcode, salt, count) -> {
                    rounds.addAndGet(count);
                    return pbkdf2.derive(passcode, salt, count);
                });
    }

    private Finding verify(String name, String passcode) throws Exception {
        return verifier.verify(name, Home.bytes(passcode));
    }

    private long roundsOf(String name, String passcode) throws Exception {
        rounds.set(0);
        verify(name, passcode);
        return rounds.get();
    }

    @Test
    void tellsTheOperatorWhy() throws Exception {
        assertThat(verify("alice", "secret")).isEqualTo(Finding.GOOD);
        assertThat(verify("careful", "secret")).isEqualTo(Finding.GOOD);
        assertThat(verify("alice", "wrong")).isEqualTo(Finding.WRONG_PASSCODE);
        assertThat(verify("alice", "")).isEqualTo(Finding.EMPTY_PASSCODE);
        assertThat(verify("nobody", "")).isEqualTo(Finding.EMPTY_PASSCODE);
        assertThat(verify("nobody", "secret")).isEqualTo(Finding.UNKNOWN_USER);
        assertThat(verify("former", "secret")).isEqualTo(Finding.DISABLED);
        assertThat(verify("former", "wrong")).isEqualTo(Finding.DISABLED);
        assertThat(verify("ct1", "secret")).isEqualTo(Finding.NO_PASSCODE);
    }

    @Test
    void everyRefusalCostsTheSameWork() throws Exception {
        assertThat(roundsOf("alice", "wrong")).isEqualTo(30_000);
        assertThat(roundsOf("careful", "wrong")).isEqualTo(30_000);
        assertThat(roundsOf("nobody", "secret")).isEqualTo(30_000);
        assertThat(roundsOf("former", "secret")).isEqualTo(30_000);
        assertThat(roundsOf("former", "wrong")).isEqualTo(30_000);
        assertThat(roundsOf("ct1", "secret")).isEqualTo(30_000);
        assertThat(roundsOf("alice", "secret")).isEqualTo(30_000);
    }

    /** Loose, since a busy machine is no laboratory: work that is missing shows as a factor. */
    @Test
    void anUnknownUserIsInTheTimingClassOfAWrongPasscode() throws Exception {
        long known = 0;
        long unknown = 0;
        for (int i = 0; i < 40; i++) {
            known += time("alice");
            unknown += time("nobody");
        }

        assertThat((double) unknown / known).isBetween(0.33, 3.0);
    }

    private long time(String name) throws Exception {
        long start = System.nanoTime();
        verify(name, "wrong");
        return System.nanoTime() - start;
    }

    @Test
    void onlyAGoodPasscodeIsRemembered() throws Exception {
        verify("alice", "secret");

        assertThat(roundsOf("alice", "secret")).isZero();
        assertThat(roundsOf("alice", "wrong")).isEqualTo(30_000);
        assertThat(roundsOf("alice", "wrong")).isEqualTo(30_000);
        assertThat(roundsOf("nobody", "secret")).isEqualTo(30_000);
        assertThat(roundsOf("nobody", "secret")).isEqualTo(30_000);
    }

    @Test
    void aChangedEntryIsComparedAnew() throws Exception {
        verify("alice", "secret");

        home.users().change("alice", Home.bytes("secret"));

        assertThat(roundsOf("alice", "secret")).isEqualTo(30_000);
        assertThat(roundsOf("alice", "secret")).isZero();
    }

    @Test
    void aClosedVerifierRemembersNothing() throws Exception {
        verify("alice", "secret");

        verifier.close();

        assertThat(roundsOf("alice", "secret")).isEqualTo(30_000);
    }

    @Test
    void manyThreadsAndAnEditorAtOnceGetRightAnswers() throws Exception {
        verifier = verifier(1);
        ForkJoinPool threads = new ForkJoinPool(8);
        try {
            List<Future<Finding>> good = new ArrayList<>();
            List<Future<Finding>> bad = new ArrayList<>();
            for (int i = 0; i < 40; i++) {
                String name = i % 2 == 0 ? "alice" : "careful";
                Callable<Finding> right = () -> verify(name, "secret");
                Callable<Finding> wrong = () -> verify(name, "wrong");
                good.add(threads.submit(right));
                bad.add(threads.submit(wrong));
                home.users().addWithoutPasscode("new" + i);
            }
            for (int i = 0; i < good.size(); i++) {
                assertThat(good.get(i).get()).isEqualTo(Finding.GOOD);
                assertThat(bad.get(i).get()).isEqualTo(Finding.WRONG_PASSCODE);
            }
        } finally {
            threads.shutdownNow();
        }
    }
}
