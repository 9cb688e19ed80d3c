/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.dicom.dimse;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/** Gives some bytes, then stands still until it is told to end. */
final class EndlessStream extends InputStream {

    private final CountDownLatch finished = new CountDownLatch(1);
    private final int length;
    private final AtomicInteger given = new AtomicInteger();

    EndlessStream(int length) {
        this.length = length;
    }

    boolean exhausted() {
        return given.get() == length;
    }

    void finish() {
        finished.countDown();
    }

    @Override
    public int read() throws IOException {
        if (exhausted()) {
            return end();
        }
        return given.incrementAndGet() & 0xFF;
    }

    @Override
    public int read(byte[] into, int from, int most) throws IOException {
        if (exhausted()) {
            return end();
        }
        int count = Math.min(most, length - given.get());
        given.addAndGet(count);
        return count;
    }

    private int end() throws IOException {
        try {
            finished.await();
            return -1;
        } catch (InterruptedException e) {
            throw new InterruptedIOException("interrupted");
        }
    }
}
