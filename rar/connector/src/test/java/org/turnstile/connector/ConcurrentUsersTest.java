/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.connector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.turnstile.testkit.dicom.AssociateRqBytes.with;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.turnstile.api.Association;
import org.turnstile.testkit.container.Caller;
import org.turnstile.testkit.container.SecurityInflow;
import org.turnstile.testkit.dicom.DimseBytes;
import org.turnstile.testkit.dicom.Examples;
import org.turnstile.testkit.dicom.ScriptedPeer;
import org.turnstile.testkit.dicom.Uids;
import org.turnstile.testkit.dicom.UserIdentityBytes;

/** Two users at once on the same threads. */
class ConcurrentUsersTest {

    private static final int OPERATIONS = 500;

    // four threads for two users: every thread serves both
    @RegisterExtension
    private final RunningAdapter adapter =
            RunningAdapter.with(home -> home.adapter("requests = 3"))
                    .in(builder -> builder.shortThreads(4).queue(10));

    private ScriptedPeer accepted(String identity) {
        ScriptedPeer peer =
                adapter.associate(
                        with(identity)
                                .context(1, Uids.VERIFICATION, Uids.IMPLICIT_VR_LE)
                                .context(3, Uids.CT_IMAGE_STORAGE, Uids.IMPLICIT_VR_LE));
        peer.expectAccept();
        return peer;
    }

    private static void operate(ScriptedPeer peer) {
        for (int i = 1; i <= OPERATIONS; i++) {
            if (i % 2 == 0) {
                peer.send(DimseBytes.command(1, DimseBytes.echoRq(i)));
            } else {
                byte[] rq = DimseBytes.storeRq(i, Uids.CT_IMAGE_STORAGE, "1.2." + i);
                byte[] dataSet = "x".getBytes(StandardCharsets.US_ASCII);
                peer.send(DimseBytes.command(3, rq)).send(DimseBytes.dataSet(3, dataSet, 100));
            }
            assertThat(peer.expectResponse().status()).isZero();
        }
    }

    @Test
    void case142_thousandMixedOperations_noIdentityLeaks() {
        ScriptedPeer alice = accepted(Examples.ALICE_SECRET1);
        ScriptedPeer bob = accepted(UserIdentityBytes.passcode("bob", "builder", true));

        CompletableFuture<Void> both =
                CompletableFuture.allOf(
                        CompletableFuture.runAsync(() -> operate(alice)),
                        CompletableFuture.runAsync(() -> operate(bob)));

        assertThat(both).succeedsWithin(Duration.ofSeconds(60));
        assertThat(adapter.echo().calls())
                .hasSize(OPERATIONS)
                .allMatch(c -> isTheUsersOwn(c.caller(), c.request().association()));
        assertThat(adapter.store().calls())
                .hasSize(OPERATIONS)
                .allMatch(c -> isTheUsersOwn(c.caller(), c.request().association()));
        assertThat(callersOf("alice")).isEqualTo(OPERATIONS);
        assertThat(adapter.container().workManager().inflows())
                .extracting(SecurityInflow::calls)
                .containsOnly(1);
    }

    private static boolean isTheUsersOwn(Caller caller, Association association) {
        return caller.name().equals(association.identity().name())
                && caller.roles().equals(association.identity().roles());
    }

    private long callersOf(String name) {
        return Stream.concat(
                        adapter.echo().calls().stream().map(EchoEndpoint.Call::caller),
                        adapter.store().calls().stream().map(StoreEndpoint.Call::caller))
                .filter(caller -> caller.name().equals(name))
                .count();
    }
}
