/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.connector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.turnstile.api.Status;
import org.turnstile.testkit.dicom.DimseBytes;
import org.turnstile.testkit.dicom.Examples;
import org.turnstile.testkit.dicom.ScriptedPeer;

/** One request runs, one may wait: the third is told so at once, and nobody is forgotten. */
class WaitingRequestsTest {

    private static final Duration SOON = Duration.ofSeconds(20);

    @RegisterExtension
    private final RunningAdapter adapter =
            RunningAdapter.with(
                    home -> home.adapter("requests = 1").adapter("waitingRequests = 1"));

    @Test
    void beyondWhatMayWaitARequestIsAnsweredOutOfResources() {
        CountDownLatch free = new CountDownLatch(1);
        adapter.echo()
                .answer(
                        request -> {
                            await().atMost(SOON).until(() -> free.getCount() == 0);
                            return Status.SUCCESS;
                        });
        List<ScriptedPeer> peers = Stream.generate(this::accepted).limit(3).toList();
        byte[] echo = DimseBytes.command(1, DimseBytes.echoRq(1));
        peers.get(0).send(echo);
        await().atMost(SOON).until(() -> adapter.echo().calls().size() == 1);
        peers.get(1).send(echo);
        await().atMost(SOON).until(() -> adapter.management().adapter().getWaitingRequests() == 1);

        assertThat(RunningAdapter.echo(peers.get(2), 1).status()).isEqualTo(0xA700);

        free.countDown();
        peers.subList(0, 2).forEach(peer -> assertThat(peer.expectResponse().status()).isZero());
        assertThat(RunningAdapter.echo(peers.get(2), 2).status()).isZero();
    }

    private ScriptedPeer accepted() {
        ScriptedPeer peer = adapter.associate(Examples.ALICE1);
        peer.expectAccept();
        return peer;
    }
}
