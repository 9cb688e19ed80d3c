/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.dicom.dimse.message;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;

/** Collects bytes for one thread; without the lock that {@code ByteArrayOutputStream} takes. */
public final class GrowingBytes extends OutputStream {

    private byte[] bytes;
    private int length;

    public GrowingBytes(int estimate) {
        bytes = new byte[estimate];
    }

    @Override
    public void write(int one) {
        require(1);
        bytes[length++] = (byte) one;
    }

    @Override
    public void write(byte[] from, int offset, int count) {
        require(count);
        System.arraycopy(from, offset, bytes, length, count);
        length += count;
    }

    private void require(int count) {
        int needed = Math.addExact(length, count);
        if (needed > bytes.length) {
            bytes = Arrays.copyOf(bytes, (int) Math.max(needed, Math.min(2L * length, MOST)));
        }
    }

    public int length() {
        return length;
    }

    /** What has been collected; valid until more is. */
    public ByteBuffer view() {
        return ByteBuffer.wrap(bytes, 0, length);
    }

    /** The same as a stream. */
    public InputStream input() {
        return new ByteArrayInputStream(bytes, 0, length);
    }

    /** Arrays cannot be quite as long as their index allows. */
    private static final long MOST = Integer.MAX_VALUE - 8;
}
