/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.connector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.turnstile.testkit.dicom.AssociateRqBytes.with;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.turnstile.connector.management.ListenerMXBean;
import org.turnstile.testkit.dicom.Examples;
import org.turnstile.testkit.dicom.ScriptedPeer;

/** A port with one connection, so that the next one shows that the loss of the first was seen. */
class LostLoginTest {

    private static final Duration SOON = Duration.ofSeconds(15);

    @RegisterExtension
    private final RunningAdapter adapter =
            RunningAdapter.with(
                    home ->
                            home.listener("SLOW", "usernameLogin = slow")
                                    .everyListener("maxConnections = 1")
                                    .entry("slow", GatedLoginModule.class, "wait=true"));

    @Test
    void peerLeavesWhileItsLoginRuns_openedThenClosedAndLoggedOut() {
        ScriptedPeer peer = adapter.associate(with(Examples.ALICE1).called("SLOW"));
        await().atMost(SOON).until(() -> trace().equals(List.of("login")));
        ListenerMXBean listener = adapter.management().listener("SLOW");
        assertThat(listener.getOpenAssociations()).isEqualTo(1);

        peer.reset();
        await().atMost(SOON).until(this::another);
        adapter.openGate();

        await().atMost(SOON)
                .until(
                        () ->
                                adapter.associations()
                                        .names()
                                        .equals(List.of("opened", "closed LOST")));
        await().atMost(SOON).until(() -> trace().equals(List.of("login", "logout")));
        assertThat(listener.getOpenAssociations()).isZero();
        assertThat(listener.getAccepted()).isZero();
    }

    /** Whether there is room for another connection: an unknown PDU is answered. */
    private boolean another() {
        try (ScriptedPeer probe = adapter.connect()) {
            return probe.send("FF 00 00 00 00 00").readPdu() != null;
        } catch (AssertionError | UncheckedIOException e) {
            return false;
        }
    }

    private List<String> trace() {
        return adapter.home().lines(GatedLoginModule.TRACE);
    }
}
