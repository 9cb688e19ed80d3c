/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.connector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.turnstile.testkit.dicom.AssociateRqBytes.with;

import io.netty.buffer.PooledByteBufAllocator;
import jakarta.ejb.EJBAccessException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.turnstile.api.AssociationLostException;
import org.turnstile.api.Status;
import org.turnstile.testkit.container.Caller;
import org.turnstile.testkit.container.SecurityInflow;
import org.turnstile.testkit.dicom.AssociateRqBytes;
import org.turnstile.testkit.dicom.DimseBytes;
import org.turnstile.testkit.dicom.Examples;
import org.turnstile.testkit.dicom.ResponseBytes;
import org.turnstile.testkit.dicom.ScriptedPeer;
import org.turnstile.testkit.dicom.Uids;
import org.turnstile.testkit.dicom.UserIdentityBytes;

/** How a request reaches the application, as whom, and what its failures become on the wire. */
class InflowTest {

    private static final Caller ALICE = new Caller("alice", Set.of("dicom-echo", "dicom-store"));
    private static final Caller BOB = new Caller("bob", Set.of("dicom-echo"));

    @RegisterExtension
    private final RunningAdapter adapter =
            RunningAdapter.with(
                    home ->
                            home.listener("OPTIONAL", "userIdentity = OPTIONAL")
                                    .listener(
                                            "NAMELESS",
                                            "usernameLogin = nameless",
                                            "callerPrincipalClasses = "
                                                    + GatedLoginModule.Nameless.class.getName())
                                    .bareEntry(
                                            "nameless", GatedLoginModule.class, "nameless=true"));

    private static AssociateRqBytes echoAndStore(String identity) {
        return with(identity)
                .context(1, Uids.VERIFICATION, Uids.IMPLICIT_VR_LE)
                .context(3, Uids.CT_IMAGE_STORAGE, Uids.EXPLICIT_VR_LE);
    }

    private ScriptedPeer accepted(AssociateRqBytes rq) {
        ScriptedPeer peer = adapter.associate(rq);
        peer.expectAccept();
        return peer;
    }

    private static ResponseBytes store(ScriptedPeer peer, int messageId, byte[] dataSet) {
        return peer.send(storeRq(messageId))
                .send(DimseBytes.dataSet(3, dataSet, 4096))
                .expectResponse();
    }

    private static byte[] storeRq(int messageId) {
        return DimseBytes.command(
                3, DimseBytes.storeRq(messageId, Uids.CT_IMAGE_STORAGE, "1.2." + messageId));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    @Test
    void store_reachesTheHandlerAsTheUserWithAllThatWasSent() {
        ScriptedPeer peer = accepted(echoAndStore(Examples.ALICE_SECRET1));

        ResponseBytes response = store(peer, 7, bytes("a data set"));

        assertThat(response.status()).isZero();
        assertThat(response.commandField()).isEqualTo(0x8001);
        assertThat(response.messageIdRespondedTo()).isEqualTo(7);
        StoreEndpoint.Call call = adapter.store().calls().get(0);
        assertThat(call.caller()).isEqualTo(ALICE);
        assertThat(call.request().sopClass()).isEqualTo(Uids.CT_IMAGE_STORAGE);
        assertThat(call.request().sopInstance()).isEqualTo("1.2.7");
        assertThat(call.request().transferSyntax()).isEqualTo(Uids.EXPLICIT_VR_LE);
        assertThat(call.request().association().identity().roles()).isEqualTo(ALICE.roles());
        assertThat(adapter.store().stored()).containsExactly(bytes("a data set"));
    }

    @Test
    void nobody_isTheContainersAnonymous() {
        ScriptedPeer peer = accepted(AssociateRqBytes.verification().called("OPTIONAL"));

        assertThat(adapter.caller(peer)).isEqualTo(Caller.ANONYMOUS);
    }

    @Test
    void userWithoutAName_refused() {
        adapter.associate(with(Examples.ALICE1).called("NAMELESS")).expect(Examples.RJ121);

        assertThat(adapter.associations().rejected().get(0).cause()).contains("without a name");
    }

    @Test
    void everyRequest_tellsTheContainerTheCallerInOneCall() {
        ScriptedPeer alice = accepted(echoAndStore(Examples.ALICE_SECRET1));
        int before = adapter.container().workManager().inflows().size();

        RunningAdapter.echo(alice, 1);
        store(alice, 2, bytes("x"));

        assertThat(adapter.container().workManager().inflows().subList(before, before + 2))
                .containsExactly(new SecurityInflow(1, ALICE), new SecurityInflow(1, ALICE));
    }

    @Test
    void noEndpointToBeHad_outOfResourcesAndTheAssociationGoesOn() {
        ScriptedPeer peer = accepted(echoAndStore(Examples.ALICE1));
        adapter.storeFactory().available(false);

        assertThat(store(peer, 1, bytes("x")).status()).isEqualTo(0xA700);
        assertThat(adapter.log().entries(1022)).hasSize(1);
        adapter.storeFactory().available(true);
        assertThat(store(peer, 2, bytes("x")).status()).isZero();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void case139_callerWithoutPermission_notAuthorizedAndTheAssociationGoesOn(boolean ejb) {
        ScriptedPeer bob = accepted(echoAndStore(UserIdentityBytes.username("bob", true)));
        adapter.store()
                .handling(
                        request -> {
                            throw ejb
                                    ? new EJBAccessException("dicom-store")
                                    : new IllegalStateException(new SecurityException("no"));
                        });

        assertThat(store(bob, 1, bytes("x")).status()).isEqualTo(0x0124);
        assertThat(adapter.caller(bob)).isEqualTo(BOB);
        assertThat(adapter.store().stored()).isEmpty();
        assertThat(adapter.log().entries(1021))
                .singleElement()
                .asString()
                .contains("C-STORE refused to bob");
    }

    @Test
    void case140_hugeDataSetWithoutPermission_drainedWithoutKeepingIt() {
        ScriptedPeer bob = accepted(echoAndStore(UserIdentityBytes.username("bob", true)));
        adapter.store()
                .handling(
                        request -> {
                            throw new EJBAccessException("dicom-store");
                        });
        long before = PooledByteBufAllocator.DEFAULT.metric().usedDirectMemory();
        byte[] part = DimseBytes.pDataTf(3, 0, new byte[128 * 1024]);

        bob.send(storeRq(1));
        for (int i = 0; i < 512; i++) {
            bob.send(part);
        }
        bob.send(DimseBytes.pDataTf(3, 2, new byte[0]));

        assertThat(bob.expectResponse().status()).isEqualTo(0x0124);
        assertThat(adapter.caller(bob)).isEqualTo(BOB);
        assertThat(PooledByteBufAllocator.DEFAULT.metric().usedDirectMemory() - before)
                .as("64 MB went by")
                .isLessThan(16 << 20);
    }

    @Test
    void handlerThatSaysNothing_processingFailureAndTheAssociationGoesOn() {
        ScriptedPeer peer = accepted(echoAndStore(Examples.ALICE1));
        adapter.store().handling(request -> null);

        assertThat(store(peer, 1, bytes("x")).status()).isEqualTo(0x0110);
        assertThat(adapter.log().entries(1022)).singleElement().asString().contains("null");
        assertThat(adapter.caller(peer)).isEqualTo(ALICE);
    }

    @Test
    void handlerThatMeetsAnError_processingFailureAndTheAssociationGoesOn() {
        ScriptedPeer peer = accepted(echoAndStore(Examples.ALICE1));
        adapter.store()
                .handling(
                        request -> {
                            throw new NoClassDefFoundError("org/example/Missing");
                        });

        assertThat(store(peer, 1, bytes("x")).status()).isEqualTo(0x0110);
        assertThat(adapter.caller(peer)).isEqualTo(ALICE);
    }

    @Test
    void handlerThatFails_processingFailureAndOneLineWithTheStack() {
        ScriptedPeer peer = accepted(echoAndStore(Examples.ALICE1));
        adapter.store()
                .handling(
                        request -> {
                            throw new IllegalArgumentException("disk");
                        });

        assertThat(store(peer, 1, bytes("x")).status()).isEqualTo(0x0110);
        assertThat(adapter.log().entries(1020))
                .singleElement()
                .asString()
                .contains("C-STORE", "IllegalArgumentException: disk", "\tat ");
    }

    @Test
    void peerLeavesWhileAStoreIsRead_theHandlerLearnsItAndTheLogKeepsQuiet() {
        CompletableFuture<Exception> thrown = new CompletableFuture<>();
        adapter.store()
                .handling(
                        request -> {
                            try {
                                return adapter.store().keep(request);
                            } catch (AssociationLostException e) {
                                thrown.complete(e);
                                throw e;
                            }
                        });
        ScriptedPeer peer = accepted(echoAndStore(Examples.ALICE1));
        peer.send(storeRq(1)).send(DimseBytes.pDataTf(3, 0, new byte[1000]));
        await().until(() -> adapter.store().calls().size() == 1);

        peer.reset();

        assertThat(thrown).succeedsWithin(Duration.ofSeconds(15));
        await().until(() -> adapter.storeFactory().released() == 1);
        assertThat(adapter.log().entries(1020)).isEmpty();
        assertThat(adapter.store().stored()).isEmpty();
    }

    @Test
    void statusOfTheHandler_goesOutAsItIs() {
        ScriptedPeer peer = accepted(echoAndStore(Examples.ALICE1));
        adapter.store()
                .handling(request -> Status.DATA_SET_MISMATCH.withComment("other SOP class"));

        ResponseBytes response = store(peer, 1, bytes("x"));

        assertThat(response.status()).isEqualTo(0xA900);
        assertThat(response.text(0x0902)).isEqualTo("other SOP class");
    }
}
