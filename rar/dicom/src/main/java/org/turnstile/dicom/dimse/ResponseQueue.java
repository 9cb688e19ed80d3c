/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.dicom.dimse;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.turnstile.api.AssociationLostException;

/**
 * The pending responses of one request on their way from the handler's thread to the event loop.
 * Holds a bounded number of bytes: when it is full the handler's thread waits. What the loop finds
 * here goes out in one write. After a cancel nothing more is sent.
 */
final class ResponseQueue {

    /** Most bytes that wait, one response of any length aside. */
    static final int CAPACITY = 64 * 1024;

    /** Takes the signals of the handler's thread. */
    interface Signals {

        /** Responses wait, where none did. */
        void ready();

        /** The peer made no room in time. */
        void tooSlow(String why);
    }

    private final int capacity;
    private final Duration patience;
    private final Signals signals;
    private final Deque<ByteBuffer> waiting = new ArrayDeque<>();
    private int held;
    private boolean announced;
    private boolean cancelled;
    private boolean withheld;
    private boolean closed;
    private String lost;

    /**
     * Makes a queue.
     *
     * @param capacity most bytes that wait
     * @param patience most time that the handler's thread waits for room
     */
    ResponseQueue(int capacity, Duration patience, Signals signals) {
        this.capacity = capacity;
        this.patience = patience;
        this.signals = signals;
    }

    // ---- the handler's side

    /**
     * Puts a response, and waits for room first.
     *
     * @throws AssociationLostException if the association has ended, or no room came in time
     * @throws IllegalStateException after the final response
     */
    void put(ByteBuffer pdus) throws AssociationLostException {
        boolean first;
        Optional<String> failure;
        synchronized (this) {
            failure = await(pdus.remaining());
            requireOpen();
            withheld |= cancelled;
            first = !cancelled && !announced && failure.isEmpty();
            if (!cancelled && failure.isEmpty()) {
                waiting.add(pdus);
                held += pdus.remaining();
                announced = true;
            }
        }
        if (failure.isPresent()) {
            signals.tooSlow(failure.get());
            throw new AssociationLostException(failure.get());
        }
        if (first) {
            signals.ready();
        }
    }

    private void requireOpen() throws AssociationLostException {
        if (lost != null) {
            throw new AssociationLostException(lost);
        }
        if (closed) {
            throw new IllegalStateException("pending: the final response has been given");
        }
    }

    synchronized boolean cancelled() {
        return cancelled;
    }

    /** The final response has been given: nothing more is taken. */
    synchronized void close() {
        closed = true;
        notifyAll();
    }

    /** Waits for room; answers why there is none. */
    private Optional<String> await(int length) {
        long end = System.nanoTime() + patience.toNanos();
        while (held > 0 && held + length > capacity && lost == null && !cancelled && !closed) {
            long left = end - System.nanoTime();
            if (left <= 0) {
                return Optional.of("the peer took too little for " + patience.toSeconds() + " s");
            }
            try {
                TimeUnit.NANOSECONDS.timedWait(this, left + 1_000_000);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return Optional.of("interrupted while the peer was slow");
            }
        }
        return Optional.empty();
    }

    // ---- the event loop's side

    /** All that waits, in one buffer; empty if nothing does. */
    synchronized Optional<ByteBuf> takeAll(ByteBufAllocator alloc) {
        announced = false;
        if (waiting.isEmpty()) {
            return Optional.empty();
        }
        ByteBuf all = alloc.ioBuffer(held);
        waiting.forEach(all::writeBytes);
        clear();
        return Optional.of(all);
    }

    /** The peer wants no more: what waits is dropped. */
    synchronized void cancel() {
        cancelled = true;
        withheld |= !waiting.isEmpty();
        clear();
    }

    /** Whether a response was dropped because of a cancel. */
    synchronized boolean withheld() {
        return withheld;
    }

    /** The association has ended: whoever puts is told so. */
    synchronized void lose(String how) {
        if (lost == null) {
            lost = how;
        }
        clear();
    }

    private void clear() {
        waiting.clear();
        held = 0;
        notifyAll();
    }
}
