/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.connector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.turnstile.testkit.dicom.AssociateRqBytes.with;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.turnstile.api.Association;
import org.turnstile.api.Status;
import org.turnstile.testkit.dicom.AssociateRqBytes;
import org.turnstile.testkit.dicom.DimseBytes;
import org.turnstile.testkit.dicom.Examples;
import org.turnstile.testkit.dicom.ScriptedPeer;
import org.turnstile.testkit.dicom.Uids;

/** What is under way when the adapter stops. */
class StopTest {

    private static final Duration SOON = Duration.ofSeconds(20);

    @RegisterExtension
    private final RunningAdapter adapter =
            RunningAdapter.with(
                    home ->
                            home.listener("SLOW", "usernameLogin = slow")
                                    .bareEntry("slow", GatedLoginModule.class, "wait=true"));

    private static void awaitLatch(CountDownLatch latch) {
        await().atMost(SOON).until(() -> latch.getCount() == 0);
    }

    private ScriptedPeer storing() {
        AssociateRqBytes rq =
                with(Examples.ALICE1).context(3, Uids.CT_IMAGE_STORAGE, Uids.IMPLICIT_VR_LE);
        ScriptedPeer peer = adapter.associate(rq);
        peer.expectAccept();
        peer.send(DimseBytes.command(3, DimseBytes.storeRq(1, Uids.CT_IMAGE_STORAGE, "1.2.3")));
        return peer;
    }

    private CompletableFuture<Void> stopping() {
        return CompletableFuture.runAsync(adapter.bean()::stop);
    }

    @Test
    void storeThatRuns_endsFirstAndIsAnswered() {
        ScriptedPeer peer = storing().send(DimseBytes.pDataTf(3, 0, new byte[100]));
        await().atMost(SOON).until(() -> adapter.store().calls().size() == 1);
        int port = adapter.port();

        CompletableFuture<Void> stopped = stopping();
        await().atMost(SOON).until(() -> refuses(port));
        assertThat(stopped).isNotDone();
        peer.send(DimseBytes.pDataTf(3, 2, new byte[10]));

        assertThat(peer.expectResponse().status()).isZero();
        peer.expect(Examples.ABORT00);
        assertThat(stopped).succeedsWithin(SOON);
        assertThat(adapter.store().stored())
                .singleElement()
                .satisfies(b -> assertThat(b).hasSize(110));
        assertThat(adapter.associations().names())
                .containsExactly("opened", "closed ABORTED_BY_US");
    }

    private static boolean refuses(int port) {
        try {
            ScriptedPeer.connect(port).close();
            return false;
        } catch (UncheckedIOException e) {
            return true;
        }
    }

    @Test
    void handlerThatAsksForTheLiveAssociations_isNotHeldUp() {
        AssociationsObject associations = new AssociationsObject();
        associations.setResourceAdapter(adapter.bean());
        CountDownLatch mayAsk = new CountDownLatch(1);
        CompletableFuture<Association> asked = new CompletableFuture<>();
        adapter.store()
                .handling(
                        request -> {
                            awaitLatch(mayAsk);
                            asked.complete(associations.live().get(0));
                            return Status.SUCCESS;
                        });
        ScriptedPeer peer = storing().send(DimseBytes.pDataTf(3, 2, new byte[10]));
        await().atMost(SOON).until(() -> adapter.store().calls().size() == 1);
        int port = adapter.port();
        CompletableFuture<Void> stopped = stopping();
        await().atMost(SOON).until(() -> refuses(port));

        mayAsk.countDown();

        assertThat(peer.expectResponse().status()).isZero();
        assertThat(asked).isCompletedWithValueMatching(a -> a.identity().name().equals("alice"));
        assertThat(stopped).succeedsWithin(SOON);
    }

    @Test
    void storeThatOutlastsTheGrace_aborted() {
        ScriptedPeer peer = storing();
        await().atMost(SOON).until(() -> adapter.store().calls().size() == 1);
        long begin = System.nanoTime();

        adapter.bean().stop();

        // the grace is 3 s
        assertThat(Duration.ofNanos(System.nanoTime() - begin))
                .isBetween(Duration.ofSeconds(3), Duration.ofSeconds(15));
        peer.expect(Examples.ABORT00);
        await().atMost(SOON).until(() -> adapter.storeFactory().released() == 1);
        assertThat(adapter.store().stored()).isEmpty();
    }

    @Test
    void loginThatRuns_isNotWaitedForAndItsUserIsLoggedOut() {
        ScriptedPeer peer = adapter.associate(with(Examples.ALICE1).called("SLOW"));
        await().atMost(SOON).until(() -> !adapter.home().lines(GatedLoginModule.TRACE).isEmpty());

        adapter.bean().stop();
        adapter.openGate();

        assertThatThrownBy(peer::expectAccept).isInstanceOf(AssertionError.class);
        await().atMost(SOON)
                .until(() -> adapter.home().lines(GatedLoginModule.TRACE).contains("logout"));
    }

    @Test
    void adapterThatIsStoppedTwice_stopsOnce() {
        adapter.bean().stop();
        adapter.bean().stop();

        assertThat(adapter.log().entries(1002)).hasSize(1);
        assertThat(adapter.management().present()).isFalse();
    }
}
