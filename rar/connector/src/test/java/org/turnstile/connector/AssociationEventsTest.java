/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.connector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.turnstile.testkit.dicom.AssociateRqBytes.with;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.turnstile.api.Association;
import org.turnstile.api.RejectedAssociation;
import org.turnstile.testkit.dicom.Examples;
import org.turnstile.testkit.dicom.ScriptedPeer;

/** What the application hears of associations, in which order, and that it hears it once. */
class AssociationEventsTest {

    private static final Duration SOON = Duration.ofSeconds(15);

    @RegisterExtension
    private final RunningAdapter adapter =
            RunningAdapter.with(
                    home ->
                            home.listener("IDLE", "idle = 200ms")
                                    .listener("AUDITED", "auditRequired = true")
                                    .listener("GATED", "usernameLogin = gated")
                                    .entry("gated", GatedLoginModule.class, ""));

    private ScriptedPeer accepted(String called) {
        ScriptedPeer peer = adapter.associate(with(Examples.ALICE1).called(called));
        peer.expectAccept();
        return peer;
    }

    private void awaitEvents(String... names) {
        await().atMost(SOON)
                .untilAsserted(
                        () -> assertThat(adapter.associations().names()).containsExactly(names));
    }

    private List<String> trace() {
        return adapter.home().lines(GatedLoginModule.TRACE);
    }

    @Test
    void opened_deliveredBeforeTheAcceptLeaves() {
        CountDownLatch audited = new CountDownLatch(1);
        adapter.associations().hook(event -> awaitLatch(audited));

        ScriptedPeer peer =
                ScriptedPeer.connect(adapter.port(), Duration.ofMillis(300))
                        .sendAssociateRq(with(Examples.ALICE1));
        awaitEvents("opened");
        assertThatThrownBy(peer::expectAccept).isInstanceOf(AssertionError.class);

        audited.countDown();
        peer.close();
        awaitEvents("opened", "closed LOST");
    }

    private static void awaitLatch(CountDownLatch latch) {
        await().atMost(SOON).until(() -> latch.getCount() == 0);
    }

    @Test
    void opened_saysWhoCameFromWhere() {
        accepted("GATED");

        Association association = adapter.associations().opened().get(0);
        assertThat(association.listener()).isEqualTo("GATED");
        assertThat(association.calledAeTitle()).isEqualTo("GATED");
        assertThat(association.callingAeTitle()).isEqualTo("SCRIPTED");
        assertThat(association.identity().name()).isEqualTo(GatedLoginModule.CALLER);
        assertThat(association.peer().getAddress().isLoopbackAddress()).isTrue();
        assertThat(association.peerImplementationClassUid()).isEqualTo("1.2.826.0.1.3680043.99");
    }

    @Test
    void rejected_comesForWhatTheWireLayerRejectsByItself() {
        adapter.associate(with(Examples.ALICE1).protocolVersion(2));
        // only the events of one association have an order
        awaitEvents("rejected 1/2/2");
        adapter.associate(with(Examples.ALICE1).applicationContext("1.2.3"));

        awaitEvents("rejected 1/2/2", "rejected 1/1/2");
        assertThat(adapter.associations().rejected())
                .extracting(RejectedAssociation::cause)
                .containsExactly("protocol version", "application context");
    }

    @Test
    void rejected_saysWhoClaimedToBeWhomAndWhy() {
        adapter.associate("58 00 00 0A 04 01 00 04 3C 61 2F 3E 00 00").expect(Examples.RJ121);

        assertThat(adapter.associations().names()).containsExactly("rejected 1/2/1");
        RejectedAssociation attempt = adapter.associations().rejected().get(0);
        assertThat(attempt.listener()).isEqualTo(Home.DEFAULT);
        assertThat(attempt.identityType()).isEqualTo(4);
        assertThat(attempt.cause()).contains("turnstile-saml");
        assertThat(attempt.callingAeTitle()).isEqualTo("SCRIPTED");
    }

    @Test
    void closed_afterRelease() {
        accepted("ANY").send(Examples.RELEASE_RQ).expect(Examples.RELEASE_RP);

        awaitEvents("opened", "closed RELEASED");
    }

    @Test
    void closed_afterAbortByThePeer() {
        accepted("ANY").send(Examples.ABORT00);

        awaitEvents("opened", "closed ABORTED_BY_PEER");
    }

    @Test
    void closed_afterTheConnectionIsReset() {
        accepted("ANY").reset();

        awaitEvents("opened", "closed LOST");
    }

    @Test
    void closed_afterIdleTime() {
        accepted("IDLE").expect(Examples.ABORT00);

        awaitEvents("opened", "closed IDLE");
    }

    @Test
    void closed_thenLogout() {
        List<String> whenClosed = new CopyOnWriteArrayList<>();
        adapter.associations()
                .hook(event -> whenClosed.addAll(event.equals("closed") ? trace() : List.of()));

        accepted("GATED").send(Examples.RELEASE_RQ).expect(Examples.RELEASE_RP);

        await().atMost(SOON).until(() -> trace().equals(List.of("login", "logout")));
        assertThat(whenClosed).containsExactly("login");
    }

    @Test
    void listenerThatFailsOnOpened_noAssociationWhereAuditIsRequired() {
        adapter.associations().hook(AssociationEventsTest::fail);

        adapter.associate(with(Examples.ALICE1).called("AUDITED")).expect(Examples.RJ231);

        assertThat(adapter.associations().names()).containsExactly("opened", "rejected 2/3/1");
        assertThat(adapter.associations().rejected().get(0).cause()).contains("auditRequired");
        assertThat(adapter.log().entries(1023)).hasSize(2).allMatch(e -> e.contains("no audit"));
    }

    @Test
    void listenerThatFails_associationGoesOnWhereAuditIsNotRequired() {
        adapter.associations().hook(AssociationEventsTest::fail);

        ScriptedPeer peer = accepted("ANY");

        assertThat(adapter.caller(peer).name()).isEqualTo("alice");
        peer.send(Examples.RELEASE_RQ).expect(Examples.RELEASE_RP);
        awaitEvents("opened", "closed RELEASED");
    }

    @Test
    void listenerThatMeetsAnError_nobodyWaitsForEver() {
        adapter.associations()
                .hook(
                        event -> {
                            throw new NoClassDefFoundError("org/example/Missing");
                        });

        adapter.associate(with(Examples.ALICE1).called("AUDITED")).expect(Examples.RJ231);
        assertThat(adapter.caller(accepted("ANY")).name()).isEqualTo("alice");
    }

    private static void fail(String event) {
        throw new IllegalStateException("no audit of " + event);
    }

    @Test
    void auditRequired_associationWhereItIsKept() {
        assertThat(adapter.caller(accepted("AUDITED")).name()).isEqualTo("alice");
    }

    private static void pause() {
        await().pollDelay(Duration.ofMillis(60)).until(() -> true);
    }

    @Test
    void manyAssociationsAtTheStop_allEventsAreDeliveredAndAllUsersLoggedOut() {
        int many = 20;
        // slow enough for most events to wait for their turn
        adapter.associations().hook(event -> pause());
        for (int i = 0; i < many; i++) {
            accepted("GATED");
        }

        adapter.bean().stop();

        assertThat(adapter.associations().names())
                .hasSize(2 * many)
                .filteredOn(name -> name.equals("closed ABORTED_BY_US"))
                .hasSize(many);
        assertThat(trace()).filteredOn(line -> line.equals("logout")).hasSize(many);
    }
}
