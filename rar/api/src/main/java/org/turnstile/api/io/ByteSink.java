/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.api.io;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;

/** Writes numbers and bytes in one byte order. */
final class ByteSink {

    /** A multiple of every word size. */
    private static final int CHUNK = 8192;

    private final OutputStream out;
    private final boolean bigEndian;
    private final byte[] chunk = new byte[CHUNK];
    private long position;

    ByteSink(OutputStream out, boolean bigEndian) {
        this.out = out;
        this.bigEndian = bigEndian;
    }

    long position() {
        return position;
    }

    void u16(int number) throws IOException {
        int low = number & 0xFF;
        int high = number >>> 8 & 0xFF;
        u8(bigEndian ? high : low);
        u8(bigEndian ? low : high);
    }

    void u32(long number) throws IOException {
        int low = (int) number & 0xFFFF;
        int high = (int) (number >>> 16) & 0xFFFF;
        u16(bigEndian ? high : low);
        u16(bigEndian ? low : high);
    }

    void tag(int tag) throws IOException {
        u16(tag >>> 16);
        u16(tag);
    }

    void u8(int number) throws IOException {
        out.write(number);
        position++;
    }

    /** Writes little endian words in the order of this sink, and the padding of an odd length. */
    void words(ByteBuffer words, int wordSize, byte padding) throws IOException {
        boolean odd = (words.remaining() & 1) == 1;
        while (words.hasRemaining()) {
            int count = Math.min(CHUNK, words.remaining());
            // a copy of its own, because swapping works in place
            byte[] part = count == CHUNK ? chunk : new byte[count];
            words.get(part);
            if (bigEndian) {
                Words.swap(part, wordSize);
            }
            out.write(part);
            position += count;
        }
        if (odd) {
            u8(padding);
        }
    }
}
