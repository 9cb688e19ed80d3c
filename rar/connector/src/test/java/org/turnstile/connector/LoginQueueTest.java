/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.connector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.turnstile.testkit.dicom.AssociateRqBytes.with;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.turnstile.testkit.container.Caller;
import org.turnstile.testkit.dicom.AssociateRqBytes;
import org.turnstile.testkit.dicom.Examples;
import org.turnstile.testkit.dicom.ScriptedPeer;

/** Logins that hang, and those that wait behind them. */
class LoginQueueTest {

    private static final Duration SOON = Duration.ofSeconds(20);

    private static RunningAdapter slowLogins(String... settings) {
        return RunningAdapter.with(
                home -> {
                    home.listener(
                                    Home.DEFAULT,
                                    "anonymousEcho = true",
                                    "maxAssociationsPerPeer = 1000",
                                    "usernameLogin = slow")
                            .listener("FAST")
                            .entry("slow", GatedLoginModule.class, "wait=true");
                    Stream.of(settings).forEach(home::adapter);
                });
    }

    private static void assertAnonymousEchoIsServed(RunningAdapter adapter) {
        ScriptedPeer peer = adapter.associate(AssociateRqBytes.verification());
        peer.expectAccept();
        assertThat(adapter.caller(peer)).isEqualTo(Caller.ANONYMOUS);
    }

    @Nested
    class OneAtATime {

        @RegisterExtension
        private final RunningAdapter adapter = slowLogins("logins = 1", "loginTimeout = 400ms");

        @Test
        void loginThatHangs_transientlyRejectedInTime() {
            long begin = System.nanoTime();
            ScriptedPeer hanging = adapter.associate(Examples.ALICE1);
            ScriptedPeer waiting = adapter.associate(Examples.ALICE1);

            hanging.expect(Examples.RJ231);
            waiting.expect(Examples.RJ231);

            assertThat(Duration.ofNanos(System.nanoTime() - begin))
                    .isGreaterThanOrEqualTo(Duration.ofMillis(400));
            assertThat(adapter.associations().names())
                    .containsExactly("rejected 2/3/1", "rejected 2/3/1");
            assertThat(adapter.management().adapter().getRunningLogins()).isEqualTo(1);
        }

        @Test
        void loginThatIsGrantedTooLate_loggedOutAndTheNextOneRuns() {
            adapter.associate(Examples.ALICE1).expect(Examples.RJ231);

            adapter.openGate();

            await().atMost(SOON).until(() -> trace(adapter).equals(List.of("login", "logout")));
            await().atMost(SOON)
                    .until(() -> adapter.management().adapter().getRunningLogins() == 0);
            adapter.associate(with(Examples.ALICE1).called("FAST")).expectAccept();
        }

        @Test
        void loginsThatHang_doNotHoldUpWhoNamesNobody() {
            adapter.associate(Examples.ALICE1);
            await().atMost(SOON).until(() -> trace(adapter).equals(List.of("login")));

            assertAnonymousEchoIsServed(adapter);
        }
    }

    private static List<String> trace(RunningAdapter adapter) {
        return adapter.home().lines(GatedLoginModule.TRACE);
    }

    @Nested
    class AsShipped {

        @RegisterExtension private final RunningAdapter adapter = slowLogins("loginTimeout = 60s");

        @Test
        void the257thWaitingLogin_rejectedAtOnceAndTheOthersAreServed() {
            List<ScriptedPeer> peers =
                    Stream.generate(() -> adapter.associate(Examples.ALICE1))
                            .limit(8 + 256)
                            .toList();
            await().atMost(SOON)
                    .until(() -> adapter.management().adapter().getWaitingLogins() == 256);
            assertThat(adapter.management().adapter().getRunningLogins()).isEqualTo(8);

            adapter.associate(Examples.ALICE1).expect(Examples.RJ231);
            assertAnonymousEchoIsServed(adapter);

            adapter.openGate();
            peers.forEach(ScriptedPeer::expectAccept);
        }
    }
}
