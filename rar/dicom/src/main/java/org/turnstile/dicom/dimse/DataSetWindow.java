/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.dicom.dimse;

import io.netty.buffer.ByteBuf;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Objects;
import org.turnstile.api.AssociationLostException;

/**
 * A data set on its way from the event loop to the one thread that reads it. Holds a bounded number
 * of bytes: when it is full the connection is not read, and when half of it is free again the loop
 * is called back. The bytes are copied, so that no reader's thread touches a buffer of Netty.
 */
final class DataSetWindow extends InputStream {

    /** What a fragment costs beside its bytes, so that tiny ones fill the window too. */
    private static final int OVERHEAD = 48;

    private final int capacity;
    private final Runnable drained;
    private final Deque<byte[]> fragments = new ArrayDeque<>(4);
    private int offset;
    private int held;
    private boolean full;
    private boolean complete;
    private String lost;
    private boolean skipping;

    /**
     * Makes a window.
     *
     * @param capacity most bytes it holds before it is full
     * @param drained called by the reader's thread when a full window has room again
     */
    DataSetWindow(int capacity, Runnable drained) {
        this.capacity = capacity;
        this.drained = drained;
    }

    // ---- the event loop's side

    /** Appends a fragment by copying it. */
    synchronized void add(ByteBuf fragment, boolean last) {
        int length = fragment.readableBytes();
        if (length > 0 && !skipping && lost == null) {
            byte[] bytes = new byte[length];
            fragment.getBytes(fragment.readerIndex(), bytes);
            fragments.add(bytes);
            held += length + OVERHEAD;
            full = held >= capacity;
        }
        complete |= last;
        notifyAll();
    }

    /** Whether nothing more should be read from the connection for it. */
    synchronized boolean full() {
        return full;
    }

    /** Whether the last fragment has come. */
    synchronized boolean complete() {
        return complete;
    }

    /** Nobody wants the rest any more: what comes is dropped. */
    synchronized void skip() {
        skipping = true;
        clear();
    }

    /** The association has ended: whoever reads is told so. */
    synchronized void lose(String how) {
        if (lost == null) {
            lost = how;
        }
        clear();
    }

    private void clear() {
        fragments.clear();
        held = 0;
        offset = 0;
        full = false;
        notifyAll();
    }

    // ---- the reader's side

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
        Objects.checkFromIndexSize(from, length, into.length);
        if (length == 0) {
            return 0;
        }
        int taken;
        boolean hasRoom;
        synchronized (this) {
            if (!await()) {
                return -1;
            }
            taken = take(into, from, length);
            hasRoom = full && held <= capacity / 2;
            full &= !hasRoom;
        }
        if (hasRoom) {
            drained.run();
        }
        return taken;
    }

    @Override
    public synchronized int available() {
        return fragments.isEmpty() ? 0 : fragments.peek().length - offset;
    }

    /** What is left is skipped. */
    @Override
    public void close() {
        skip();
        drained.run();
    }

    /** Waits for bytes; false at the end. The read time of the association bounds the wait. */
    private boolean await() throws IOException {
        while (fragments.isEmpty() && !complete && lost == null && !skipping) {
            try {
                wait();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new InterruptedIOException("interrupted while reading");
            }
        }
        if (lost != null) {
            throw new AssociationLostException(lost);
        }
        if (skipping) {
            throw new IOException("the data set was given up: answered, or closed");
        }
        return !fragments.isEmpty();
    }

    private int take(byte[] into, int from, int length) {
        int taken = 0;
        while (taken < length && !fragments.isEmpty()) {
            byte[] head = fragments.peek();
            int count = Math.min(length - taken, head.length - offset);
            System.arraycopy(head, offset, into, from + taken, count);
            taken += count;
            offset += count;
            held -= count;
            if (offset == head.length) {
                fragments.remove();
                offset = 0;
                held -= OVERHEAD;
            }
        }
        return taken;
    }
}
