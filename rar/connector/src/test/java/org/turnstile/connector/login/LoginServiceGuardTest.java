/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.connector.login;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.turnstile.connector.login.LoginOutcome.Granted;
import org.turnstile.connector.login.LoginOutcome.Refused;
import org.turnstile.dicom.pdu.UserIdentityRq;

class LoginServiceGuardTest {

    @TempDir private Path folder;
    private LoginHome home;

    @BeforeEach
    void home() {
        home = new LoginHome(folder);
        home.listener("cleartextPasscode = true");
        String options = "callers=\"PRIMARY\" passcode=\"secret\"";
        home.loginConf(
                LoginHome.entry("turnstile-passcode", options),
                LoginHome.entry("turnstile-jwt", "fails=\"silent\""));
    }

    @AfterEach
    void close() {
        home.close();
    }

    private void guess(String user, int times) {
        for (int i = 0; i < times; i++) {
            assertThat(home.login(LoginHome.passcode(user, "guess" + i)))
                    .isInstanceOf(Refused.class);
        }
    }

    private LoginOutcome good(String user) {
        return home.login(LoginHome.passcode(user, "secret"));
    }

    @Test
    void case98TenWrongPasscodesLockEvenTheGoodOneOutWithoutAskingAModule() {
        guess("alice", 10);
        int asked = home.trace().size();
        Refused locked = (Refused) good("alice");
        assertThat(locked.cause())
                .isEqualTo(
                        "locked out until " + home.clock().instant().plus(Duration.ofMinutes(15)));
        assertThat(locked.claimedName()).isEqualTo("alice");
        assertThat(locked.delay()).isEqualTo(Duration.ofSeconds(8));
        assertThat(home.trace()).hasSize(asked);
        assertThat(home.alerts()).hasSize(1);
        assertThat(home.alerts().get(0).source()).isEqualTo(LoginHome.PEER.getAddress());
    }

    @Test
    void case98TheLockEndsAfter15MinutesAndOthersAreNotLocked() {
        guess("alice", 10);
        assertThat(good("bob")).isInstanceOf(Granted.class);
        home.clock().forward(Duration.ofMinutes(15));
        assertThat(good("alice")).isInstanceOf(Granted.class);
    }

    @Test
    void aSuccessForgetsTheFailuresBeforeIt() {
        guess("alice", 9);
        assertThat(good("alice")).isInstanceOf(Granted.class);
        guess("alice", 9);
        assertThat(good("alice")).isInstanceOf(Granted.class);
    }

    @Test
    void spellingsOfOneNameShareTheirFailures() {
        guess("mu\u0308ller", 5);
        guess("m\u00FCller", 5);
        assertThat(((Refused) good("m\u00FCller")).cause()).startsWith("locked out");
    }

    @Test
    void tokensDelayBySourceAndNeverLock() {
        UserIdentityRq token = LoginHome.token(5, "a.b.c");
        for (int i = 0; i < 12; i++) {
            assertThat(home.login(token)).isInstanceOf(Refused.class);
        }
        assertThat(home.login(token))
                .isEqualTo(
                        new Refused(
                                "javax.security.auth.login.FailedLoginException",
                                "",
                                Duration.ofSeconds(8)));
        assertThat(home.alerts()).isEmpty();
    }

    @Test
    void anUnlockedUserMayTryAtOnce() {
        guess("alice", 10);
        home.clock().forward(Duration.ofSeconds(1));
        home.write("unlocked", "alice = " + home.clock().instant());
        assertThat(good("alice")).isInstanceOf(Granted.class);
    }

    @Test
    void anOrderToUnlockDoesNotCoverLaterFailures() {
        home.write("unlocked", "alice = " + home.clock().instant());
        home.clock().forward(Duration.ofSeconds(1));
        guess("alice", 10);
        assertThat(good("alice")).isInstanceOf(Refused.class);
    }

    @Test
    void aNewOrderToUnlockIsNoticed() {
        home.write("unlocked", "bob = " + home.clock().instant());
        guess("alice", 10);
        home.clock().forward(Duration.ofSeconds(1));
        assertThat(good("alice")).isInstanceOf(Refused.class);
        home.write(
                "unlocked",
                "bob = %s\nalice = %s\n".formatted(home.clock().instant(), home.clock().instant()));
        assertThat(good("alice")).isInstanceOf(Granted.class);
    }

    @Test
    void aBadLineUnlocksNobodyIsReportedAndDoesNotHideTheOthers() {
        guess("alice", 10);
        guess("bob", 10);
        home.clock().forward(Duration.ofSeconds(1));
        home.write("unlocked", "alice = tomorrow\nbob = " + home.clock().instant());
        assertThat(good("alice")).isInstanceOf(Refused.class);
        assertThat(good("bob")).isInstanceOf(Granted.class);
        assertThat(home.problems().get(0))
                .isEqualTo(home.path("unlocked") + ": alice = 'tomorrow' is no instant");
    }

    @Test
    void anUnreadableOrOverlongFileUnlocksNobodyAndIsReported() {
        guess("alice", 10);
        home.write("unlocked", "alice = \\u00");
        assertThat(good("alice")).isInstanceOf(Refused.class);
        home.write("unlocked", "#".repeat(UnlockFile.MAX_LENGTH + 1));
        assertThat(good("alice")).isInstanceOf(Refused.class);
        assertThat(home.problems()).hasSize(2).allMatch(p -> p.contains("cannot be read"));
    }
}
