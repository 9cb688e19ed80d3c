/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.connector.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LoginGuardTest {

    private static final InetAddress HERE = address(1);
    private static final InetAddress THERE = address(2);

    private final HandClock clock = new HandClock();
    private final List<LockOut> alerts = new ArrayList<>();
    private final LoginGuard guard = new LoginGuard(GuardLimits.DEFAULT, clock, alerts::add);

    @Test
    void aUserWithoutFailuresIsFree() {
        assertThat(guard.before("alice", HERE)).isEqualTo(new Verdict.Free());
    }

    @Test
    void failuresDelayTheAnswerBy1248SecondsAndNoLonger() {
        assertThat(fail("alice", HERE, 6)).containsExactly(1L, 2L, 4L, 8L, 8L, 8L);
    }

    @Test
    void case98TenFailuresLockFor15MinutesWithOneAlert() {
        assertThat(fail("alice", HERE, 9)).hasSize(9);
        assertThat(guard.before("alice", HERE)).isEqualTo(new Verdict.Free());
        fail("alice", HERE, 1);
        assertThat(guard.before("alice", HERE))
                .isEqualTo(
                        new Verdict.Locked(
                                clock.instant().plus(Duration.ofMinutes(15)),
                                Duration.ofSeconds(8)));
        fail("alice", HERE, 12);
        assertThat(alerts)
                .containsExactly(
                        new LockOut("alice", HERE, clock.instant().plus(Duration.ofMinutes(15))));
    }

    @Test
    void case98OneHostCannotLockTheUserElsewhere() {
        fail("alice", HERE, 30);
        assertThat(guard.before("alice", THERE)).isEqualTo(new Verdict.Free());
        assertThat(guard.before("bob", HERE)).isEqualTo(new Verdict.Free());
    }

    @Test
    void theUserAloneDelaysAtAnotherSourceButNeverLocks() {
        fail("alice", HERE, 3);
        assertThat(fail("alice", THERE, 1)).containsExactly(8L);
        IntStream.range(10, 40).forEach(i -> guard.failed("alice", address(i)));
        assertThat(guard.before("alice", address(50))).isEqualTo(new Verdict.Free());
        assertThat(alerts).isEmpty();
    }

    @Test
    void theSourceAloneDelaysForAnotherUserButNeverLocks() {
        IntStream.range(0, 40).forEach(i -> guard.failed("user" + i, HERE));
        assertThat(fail("bob", HERE, 1)).containsExactly(8L);
        assertThat(guard.before("bob", HERE)).isEqualTo(new Verdict.Free());
        assertThat(alerts).isEmpty();
    }

    @Test
    void whereNoNameIsKnownOnlyTheSourceCounts() {
        assertThat(fail("", HERE, 12)).endsWith(8L).startsWith(1L);
        assertThat(guard.before("", HERE)).isEqualTo(new Verdict.Free());
        assertThat(fail("", THERE, 1)).containsExactly(1L);
        guard.succeeded("", HERE);
        assertThat(fail("", HERE, 1)).containsExactly(8L);
    }

    @Test
    void aSuccessForgetsTheUserAtThisSourceOnly() {
        fail("alice", HERE, 9);
        guard.succeeded("alice", HERE);
        fail("alice", HERE, 9);
        assertThat(guard.before("alice", HERE)).isEqualTo(new Verdict.Free());
        assertThat(fail("bob", HERE, 1)).as("the source still delays").containsExactly(8L);
        assertThat(fail("alice", THERE, 1)).as("so does the user").containsExactly(8L);
    }

    @Test
    void attemptsWhileLockedDoNotProlongTheLockAndItEndsWithACleanCount() {
        fail("alice", HERE, 10);
        clock.forward(Duration.ofMinutes(14));
        assertThat(guard.before("alice", HERE)).isInstanceOf(Verdict.Locked.class);
        clock.forward(Duration.ofMinutes(1));
        assertThat(guard.before("alice", HERE)).isEqualTo(new Verdict.Free());
        assertThat(fail("alice", HERE, 9)).startsWith(1L);
        assertThat(guard.before("alice", HERE)).isEqualTo(new Verdict.Free());
    }

    @Test
    void failuresOlderThanALockNoLongerCount() {
        fail("alice", HERE, 9);
        clock.forward(Duration.ofMinutes(15));
        assertThat(fail("alice", HERE, 1)).containsExactly(1L);
    }

    @Test
    void spellingANameOtherwiseIsNoNewChance() {
        String composed = "m\u00FCller";
        String decomposed = "mu\u0308ller";
        fail(composed, HERE, 4);
        fail(decomposed, HERE, 3);
        fail("M\u00DCLLER ", HERE, 3);
        assertThat(guard.before(composed, HERE)).isInstanceOf(Verdict.Locked.class);
        assertThat(guard.before(decomposed, HERE)).isInstanceOf(Verdict.Locked.class);
    }

    @Test
    void unlockingForgetsWhatIsOlderThanTheOrder() {
        fail("alice", HERE, 10);
        fail("bob", HERE, 10);
        clock.forward(Duration.ofSeconds(5));
        guard.unlock("Alice", clock.instant());
        assertThat(guard.before("alice", HERE)).isEqualTo(new Verdict.Free());
        assertThat(guard.before("bob", HERE)).isInstanceOf(Verdict.Locked.class);
        assertThat(fail("alice", THERE, 1)).as("the user's counter too").containsExactly(1L);
    }

    @Test
    void unlockingLeavesALockThatCameAfterTheOrder() {
        guard.unlock("alice", clock.instant());
        clock.forward(Duration.ofSeconds(5));
        fail("alice", HERE, 10);
        guard.unlock("alice", clock.instant().minusSeconds(5));
        assertThat(guard.before("alice", HERE)).isInstanceOf(Verdict.Locked.class);
    }

    @Test
    void theOldestUnlockedCounterGoesFirst() {
        LoginGuard small = new LoginGuard(small(12), clock, alerts::add);
        small.failed("victim", HERE);
        small.failed("victim", HERE);
        assertThat(small.before("victim", HERE)).isInstanceOf(Verdict.Locked.class);
        for (int i = 0; i < 100; i++) {
            clock.forward(Duration.ofMillis(1));
            small.failed("user" + i, address(i + 10));
        }
        assertThat(small.before("victim", HERE)).isInstanceOf(Verdict.Locked.class);
        assertThat(small.failed("user0", THERE)).isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void locksAreBoundedToo() {
        LoginGuard small = new LoginGuard(small(6), clock, alerts::add);
        for (int i = 0; i < 100; i++) {
            small.failed("user" + i, address(i + 10));
            small.failed("user" + i, address(i + 10));
        }
        assertThat(small.before("user99", address(109))).isInstanceOf(Verdict.Locked.class);
        assertThat(small.before("user0", address(10))).isEqualTo(new Verdict.Free());
    }

    private static GuardLimits small(int entries) {
        return new GuardLimits(
                Duration.ofSeconds(1), Duration.ofSeconds(8), 2, Duration.ofMinutes(15), entries);
    }

    @Test
    void failuresThatComeAtOnceAreAllCountedAndLockOnce() {
        List<LockOut> seen = Collections.synchronizedList(new ArrayList<>());
        LoginGuard shared = new LoginGuard(GuardLimits.DEFAULT, clock, seen::add);
        IntStream.range(0, 200).parallel().forEach(i -> shared.failed("alice", HERE));
        assertThat(seen).hasSize(1);
        assertThat(shared.before("alice", HERE)).isInstanceOf(Verdict.Locked.class);
    }

    @Test
    void aLockThatEndedCanComeAgainWithAnAlertOfItsOwn() {
        fail("alice", HERE, 10);
        clock.forward(Duration.ofMinutes(15));
        fail("alice", HERE, 10);
        assertThat(alerts).hasSize(2);
        assertThat(guard.before("alice", HERE)).isInstanceOf(Verdict.Locked.class);
    }

    @Test
    void aSuccessDoesNotEndALock() {
        fail("alice", HERE, 10);
        guard.succeeded("alice", HERE);
        assertThat(guard.before("alice", HERE)).isInstanceOf(Verdict.Locked.class);
    }

    @Test
    void unlockingNobodyThatIsKnownDoesNothing() {
        fail("alice", HERE, 10);
        guard.unlock("bob", clock.instant().plusSeconds(60));
        assertThat(guard.before("alice", HERE)).isInstanceOf(Verdict.Locked.class);
        assertThat(fail("carol", HERE, 1)).as("a source is no user").containsExactly(8L);
    }

    @Test
    void numbersOutOfRangeAreNamed() {
        Duration second = Duration.ofSeconds(1);
        Duration zero = Duration.ZERO;
        assertThatThrownBy(() -> new GuardLimits(second.negated(), second, 1, second, 6))
                .hasMessageContaining("firstDelay: PT-1S");
        assertThatThrownBy(() -> new GuardLimits(second, zero, 1, second, 6))
                .hasMessageContaining("longestDelay: PT0S");
        assertThatThrownBy(() -> new GuardLimits(second, second, 0, second, 6))
                .hasMessageContaining("failures: 0");
        assertThatThrownBy(() -> new GuardLimits(second, second, 1, zero, 6))
                .hasMessageContaining("lock: PT0S");
        assertThatThrownBy(() -> new GuardLimits(second, second, 1, second, 5))
                .hasMessageContaining("entries: 5");
    }

    @Test
    void noFailureIsNoDelayAndManyDoNotOverflow() {
        assertThat(GuardLimits.DEFAULT.delay(0)).isEqualTo(Duration.ZERO);
        assertThat(GuardLimits.DEFAULT.delay(Integer.MAX_VALUE)).isEqualTo(Duration.ofSeconds(8));
    }

    /** Lets logins fail and gives the seconds by which the answers are delayed. */
    private List<Long> fail(String user, InetAddress source, int times) {
        return IntStream.range(0, times)
                .mapToObj(i -> guard.failed(user, source).toSeconds())
                .toList();
    }

    private static InetAddress address(int last) {
        try {
            return InetAddress.getByAddress(new byte[] {10, 0, 0, (byte) last});
        } catch (UnknownHostException e) {
            throw new AssertionError(e);
        }
    }
}
