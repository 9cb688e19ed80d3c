/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.dicom.dimse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.UnpooledByteBufAllocator;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.turnstile.api.AssociationLostException;

/** Pending responses on their way from one thread to another. */
@Timeout(30)
class ResponseQueueTest {

    private static final Duration LONG = Duration.ofSeconds(60);

    private final List<String> signals = new CopyOnWriteArrayList<>();

    private ResponseQueue queue(Duration patience) {
        return new ResponseQueue(
                100,
                patience,
                new ResponseQueue.Signals() {
                    @Override
                    public void ready() {
                        signals.add("ready");
                    }

                    @Override
                    public void tooSlow(String why) {
                        signals.add(why);
                    }
                });
    }

    private static int taken(ResponseQueue queue) {
        Optional<ByteBuf> all = queue.takeAll(UnpooledByteBufAllocator.DEFAULT);
        int length = all.map(ByteBuf::readableBytes).orElse(0);
        all.ifPresent(ByteBuf::release);
        return length;
    }

    private static CompletableFuture<Void> putLater(ResponseQueue queue, int length) {
        return CompletableFuture.runAsync(
                () -> {
                    try {
                        queue.put(ByteBuffer.allocate(length));
                    } catch (AssociationLostException e) {
                        throw new UncheckedIOException(e);
                    }
                });
    }

    private static void staysWaiting(CompletableFuture<Void> put) {
        await().during(Duration.ofMillis(100)).until(() -> !put.isDone());
    }

    @Test
    void givenSeveralResponses_thenTheLoopIsCalledOnceAndTakesAllInOne() throws Exception {
        ResponseQueue queue = queue(LONG);
        queue.put(ByteBuffer.allocate(40));
        queue.put(ByteBuffer.allocate(40));
        assertThat(signals).containsExactly("ready");

        assertThat(taken(queue)).isEqualTo(80);
        assertThat(taken(queue)).isZero();
        queue.put(ByteBuffer.allocate(1));
        assertThat(signals).containsExactly("ready", "ready");
    }

    @Test
    void givenAFullQueue_thenWhoPutsWaitsUntilItIsEmptied() throws Exception {
        ResponseQueue queue = queue(LONG);
        queue.put(ByteBuffer.allocate(60));
        CompletableFuture<Void> put = putLater(queue, 60);
        staysWaiting(put);

        assertThat(taken(queue)).isEqualTo(60);
        put.get(10, TimeUnit.SECONDS);
        assertThat(taken(queue)).isEqualTo(60);
    }

    @Test
    void givenAResponseThatIsLargerThanTheQueue_thenItIsTakenAlone() throws Exception {
        ResponseQueue queue = queue(LONG);
        queue.put(ByteBuffer.allocate(5000));
        CompletableFuture<Void> put = putLater(queue, 1);
        staysWaiting(put);

        assertThat(taken(queue)).isEqualTo(5000);
        put.get(10, TimeUnit.SECONDS);
    }

    @Test
    void givenNoRoomInTime_thenTheAssociationIsGivenUp() throws Exception {
        ResponseQueue queue = queue(Duration.ofSeconds(1));
        queue.put(ByteBuffer.allocate(100));

        assertThatThrownBy(() -> queue.put(ByteBuffer.allocate(1)))
                .isInstanceOf(AssociationLostException.class)
                .hasMessage("the peer took too little for 1 s");
        assertThat(signals).containsExactly("ready", "the peer took too little for 1 s");
    }

    @Test
    void givenAnInterrupt_thenTheAssociationIsGivenUpAndTheThreadKnows() throws Exception {
        ResponseQueue queue = queue(LONG);
        queue.put(ByteBuffer.allocate(100));
        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> queue.put(ByteBuffer.allocate(1)))
                .isInstanceOf(AssociationLostException.class)
                .hasMessageContaining("interrupted");
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void givenACancel_thenWhatWaitsIsDroppedAndNothingMoreIsTaken() throws Exception {
        ResponseQueue queue = queue(LONG);
        queue.put(ByteBuffer.allocate(100));
        CompletableFuture<Void> put = putLater(queue, 100);
        staysWaiting(put);

        queue.cancel();

        put.get(10, TimeUnit.SECONDS);
        queue.put(ByteBuffer.allocate(100));
        assertThat(queue.cancelled()).isTrue();
        assertThat(queue.withheld()).isTrue();
        assertThat(taken(queue)).isZero();
    }

    @Test
    void givenACancelWhenAllHasLeft_thenNothingWasWithheld() throws Exception {
        ResponseQueue queue = queue(LONG);
        queue.put(ByteBuffer.allocate(10));
        assertThat(taken(queue)).isEqualTo(10);

        queue.cancel();

        assertThat(queue.withheld()).isFalse();
    }

    @Test
    void givenALostAssociation_thenWhoWaitsIsToldAndWhoComesLaterToo() throws Exception {
        ResponseQueue queue = queue(LONG);
        queue.put(ByteBuffer.allocate(100));
        CompletableFuture<Void> put = putLater(queue, 100);
        staysWaiting(put);

        queue.lose("the connection was lost");
        queue.lose("again");

        assertThatThrownBy(() -> put.get(10, TimeUnit.SECONDS))
                .hasRootCauseMessage("the connection was lost");
        assertThatThrownBy(() -> queue.put(ByteBuffer.allocate(1)))
                .isInstanceOf(AssociationLostException.class)
                .hasMessage("the connection was lost");
        assertThat(taken(queue)).isZero();
    }

    @Test
    void givenTheFinalResponse_thenAPendingOneIsAFault() {
        ResponseQueue queue = queue(LONG);
        queue.close();

        assertThatThrownBy(() -> queue.put(ByteBuffer.allocate(1)))
                .isInstanceOf(IllegalStateException.class);
    }
}
