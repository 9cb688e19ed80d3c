/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.dicom.dimse.client;

import io.netty.buffer.ByteBuf;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.turnstile.api.Status;
import org.turnstile.dicom.dimse.command.CommandSet;
import org.turnstile.dicom.dimse.message.GrowingBytes;

/**
 * The pending responses to a request of ours, on their way from the event loop to the thread that
 * asked. Holds a bounded number of bytes: when it is full the connection is not read, and when half
 * of it is free again the loop is called back.
 */
final class MatchWindow {

    /** Most bytes that wait, one response of any allowed length aside. */
    static final int CAPACITY = 256 * 1024;

    /** Most bytes of the data set of one response. */
    static final int MAX_MATCH = 4 * 1024 * 1024;

    /** What a response costs beside its bytes. */
    private static final int OVERHEAD = 64;

    private static final int ESTIMATE = 512;

    /**
     * A response with its data set.
     *
     * @param status a pending status
     * @param dataSet as received
     */
    record Match(Status status, GrowingBytes dataSet) {}

    private final Runnable drained;
    private final Deque<Match> matches = new ArrayDeque<>();
    private Match partial;
    private int held;
    private boolean full;
    private Optional<CommandSet> last = Optional.empty();
    private Optional<AssociationException> failure = Optional.empty();

    /**
     * Makes a window.
     *
     * @param drained called by the asking thread when a full window has room again
     */
    MatchWindow(Runnable drained) {
        this.drained = drained;
    }

    // ---- the event loop's side

    /** A pending response begins. */
    synchronized void begin(Status status) {
        partial = new Match(status, new GrowingBytes(ESTIMATE));
    }

    /**
     * Appends a fragment of the data set of the response that has begun.
     *
     * @return whether its length is still allowed
     */
    synchronized boolean add(ByteBuf fragment, boolean isLast) {
        if (partial == null) {
            return true; // of a final response, which should have none
        }
        int length = fragment.readableBytes();
        if (partial.dataSet().length() + length > MAX_MATCH) {
            return false;
        }
        byte[] bytes = new byte[length];
        fragment.getBytes(fragment.readerIndex(), bytes);
        partial.dataSet().write(bytes, 0, length);
        if (isLast) {
            complete();
        }
        return true;
    }

    private void complete() {
        matches.add(partial);
        held += weight(partial);
        full = held >= CAPACITY;
        partial = null;
        notifyAll();
    }

    synchronized boolean full() {
        return full;
    }

    /** The final response has come. */
    synchronized void end(CommandSet response) {
        last = Optional.of(response);
        notifyAll();
    }

    synchronized boolean ended() {
        return last.isPresent();
    }

    /** The association has ended; an answer that is whole by then stays one. */
    synchronized void fail(AssociationException cause) {
        if (last.isEmpty()) {
            failure = Optional.of(cause);
            notifyAll();
        }
    }

    private static int weight(Match match) {
        return match.dataSet().length() + OVERHEAD;
    }

    // ---- the asking thread's side

    /**
     * Takes the next pending response; empty if the final one is next.
     *
     * @throws DimseTimeoutException if none comes in time
     * @throws AssociationException if the association has ended
     */
    Optional<Match> next(Duration timeout) throws IOException {
        Optional<Match> next;
        boolean hasRoom;
        synchronized (this) {
            await(timeout);
            if (failure.isPresent()) {
                throw failure.get();
            }
            next = Optional.ofNullable(matches.poll());
            held -= next.map(MatchWindow::weight).orElse(0);
            hasRoom = full && held <= CAPACITY / 2;
            full &= !hasRoom;
        }
        if (hasRoom) {
            drained.run();
        }
        return next;
    }

    /** The final response, once there is no other. */
    synchronized CommandSet last() {
        return last.orElseThrow();
    }

    private void await(Duration timeout) throws IOException {
        long end = System.nanoTime() + timeout.toNanos();
        while (matches.isEmpty() && last.isEmpty() && failure.isEmpty()) {
            long left = end - System.nanoTime();
            if (left <= 0) {
                throw new DimseTimeoutException("response", timeout);
            }
            try {
                TimeUnit.NANOSECONDS.timedWait(this, left + 1_000_000);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new InterruptedIOException("response: interrupted");
            }
        }
    }
}
