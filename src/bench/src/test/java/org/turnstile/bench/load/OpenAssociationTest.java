/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.bench.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.EOFException;
import java.io.IOException;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.turnstile.dicom.association.Decision;
import org.turnstile.dicom.pdu.AAssociateRj;

class OpenAssociationTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @Test
    void staysOpenUntilReleased() throws IOException {
        try (Scp scp = new Scp();
                OpenAssociation association = OpenAssociation.open(scp.target(), PATIENCE)) {
            assertThat(association.echo()).isPositive();
            assertThat(association.echo()).isPositive();
            assertThat(scp.released()).isZero();

            association.release();

            assertThat(scp.echoes()).isEqualTo(2);
            // the peer has its answer before the SCP counts
            await().until(() -> scp.released() == 1);
        }
    }

    @Test
    void saysWhyItWasRejected() throws IOException {
        Decision full = new Decision.Reject(AAssociateRj.LOCAL_LIMIT);
        try (Scp scp = new Scp(request -> CompletableFuture.completedFuture(full), 0)) {
            assertThatThrownBy(() -> OpenAssociation.open(scp.target(), PATIENCE))
                    .isInstanceOf(LoadException.class)
                    .hasMessage("rejected: 2/3/2");
        }
    }

    @Test
    void doesNotWaitForEver() throws IOException {
        try (Scp scp = new Scp(request -> new CompletableFuture<>(), 0)) {
            assertThatThrownBy(() -> OpenAssociation.open(scp.target(), Duration.ofMillis(200)))
                    .isInstanceOf(LoadException.class)
                    .hasMessage("no answer within 200 ms");
        }
    }

    @Test
    void noticesThatThePeerHasGone() throws IOException {
        try (ServerSocket listener = new ServerSocket(0)) {
            CompletableFuture<Void> hangUp =
                    CompletableFuture.runAsync(
                            () -> {
                                try (var peer = listener.accept()) {
                                    peer.getInputStream().readNBytes(6);
                                    peer.shutdownOutput();
                                    peer.getInputStream().readAllBytes();
                                } catch (IOException e) {
                                    throw new IllegalStateException(e);
                                }
                            });
            Target target =
                    new Target("127.0.0.1", listener.getLocalPort(), "A", "B", Optional.empty());

            assertThatThrownBy(() -> OpenAssociation.open(target, PATIENCE))
                    .isInstanceOf(EOFException.class);
            assertThat(hangUp).succeedsWithin(PATIENCE);
        }
    }
}
