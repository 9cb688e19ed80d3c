/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.dicom.dimse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.netty.buffer.Unpooled;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.turnstile.api.AssociationLostException;

@Timeout(20)
class DataSetWindowTest {

    private static final int CAPACITY = 1000;
    private final AtomicInteger drained = new AtomicInteger();
    private final DataSetWindow window = new DataSetWindow(CAPACITY, drained::incrementAndGet);

    @Test
    void givenFragments_thenTheyAreReadAsOneStream() throws IOException {
        add(false, 1, 2, 3);
        add(false);
        add(true, 4, 255);

        assertThat(window.available()).isEqualTo(3);
        assertThat(window.read()).isEqualTo(1);
        assertThat(window.read(new byte[0], 0, 0)).isZero();
        assertThat(window.readAllBytes()).containsExactly(2, 3, 4, -1);
        assertThat(window.read()).isEqualTo(-1);
        assertThat(window.complete()).isTrue();
    }

    @Test
    void givenAFullWindow_whenHalfOfItIsRead_thenTheLoopIsCalledOnce() throws IOException {
        for (int i = 0; i < 4; i++) {
            addLength(300);
        }
        assertThat(window.full()).isTrue();

        window.readNBytes(300);
        assertThat(drained).as("more than half is left").hasValue(0);
        window.readNBytes(600);

        assertThat(drained).hasValue(1);
        assertThat(window.full()).isFalse();
        window.readNBytes(300);
        assertThat(drained).hasValue(1);
    }

    @Test
    void givenTinyFragments_thenTheyFillTheWindowLongBeforeTheirBytesWould() {
        int count = 0;
        while (!window.full()) {
            add(false, 1);
            count++;
        }

        assertThat(count).isLessThan(CAPACITY / 40);
    }

    @Test
    void givenAWaitingReader_whenAFragmentComes_thenItReadsOn() throws Exception {
        CompletableFuture<Integer> read = readLater();
        add(false, 42);

        assertThat(read.get(10, TimeUnit.SECONDS)).isEqualTo(42);
    }

    @Test
    void givenAWaitingReader_whenTheAssociationIsLost_thenItIsToldHow() {
        CompletableFuture<Integer> read = readLater();
        window.lose("the peer has gone");

        assertThatThrownBy(() -> read.get(10, TimeUnit.SECONDS))
                .hasRootCauseInstanceOf(AssociationLostException.class)
                .hasRootCauseMessage("the peer has gone");
    }

    @Test
    void givenUnreadBytes_whenTheAssociationIsLost_thenTheyAreNotGivenOut() {
        add(true, 1, 2);
        window.lose("first");
        window.lose("second");

        assertThatThrownBy(window::read)
                .isInstanceOf(AssociationLostException.class)
                .hasMessage("first");
    }

    @Test
    void givenAnAnsweredRequest_thenNothingIsKeptAndReadingFails() {
        addLength(2000);
        window.skip();
        addLength(2000);

        assertThat(window.full()).isFalse();
        assertThat(window.available()).isZero();
        assertThatThrownBy(window::read).isInstanceOf(IOException.class);
    }

    @Test
    void givenAReaderThatCloses_thenTheRestIsSkippedAndTheLoopIsCalled() {
        addLength(2000);
        window.close();

        assertThat(window.full()).isFalse();
        assertThat(drained).hasValue(1);
    }

    @Test
    void givenAnInterruptedReader_thenItEndsAndStaysInterrupted() {
        AtomicReference<Thread> reader = new AtomicReference<>();
        CompletableFuture<Boolean> interrupted =
                CompletableFuture.supplyAsync(
                        () -> {
                            reader.set(Thread.currentThread());
                            assertThatThrownBy(window::read)
                                    .isInstanceOf(InterruptedIOException.class);
                            return Thread.interrupted();
                        });
        await().until(() -> reader.get() != null);
        reader.get().interrupt();

        assertThat(interrupted.join()).isTrue();
    }

    @Test
    void givenBoundsOutsideTheArray_thenReadRefuses() {
        assertThatThrownBy(() -> window.read(new byte[2], 1, 2))
                .isInstanceOf(IndexOutOfBoundsException.class);
    }

    private CompletableFuture<Integer> readLater() {
        return CompletableFuture.supplyAsync(
                () -> {
                    try {
                        return window.read();
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                });
    }

    private void add(boolean last, int... bytes) {
        byte[] fragment = new byte[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            fragment[i] = (byte) bytes[i];
        }
        window.add(Unpooled.wrappedBuffer(fragment), last);
    }

    private void addLength(int length) {
        window.add(Unpooled.wrappedBuffer(new byte[length]), false);
    }
}
