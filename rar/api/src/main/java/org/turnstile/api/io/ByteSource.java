/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.api.io;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/** The bytes of a data set in their order, with the place of each for error messages. */
final class ByteSource {

    private static final int BUFFER = 8192;
    private static final int FIRST_CHUNK = 64 * 1024;

    private final InputStream in;
    private final Path path;
    private final long maxLength;
    private final byte[] buffer = new byte[BUFFER];
    private int next;
    private int limit;
    private long position;

    ByteSource(InputStream in, Path path, long maxLength) {
        this.in = in;
        this.path = path;
        this.maxLength = maxLength;
    }

    /** Bytes taken so far. */
    long position() {
        return position;
    }

    boolean atEnd() throws IOException {
        return next == limit && !fill();
    }

    /** The tag that comes next, without taking it. */
    int peekTag(boolean bigEndian) throws IOException {
        while (limit - next < 4) {
            if (!fill()) {
                throw truncated("tag", 4, limit - next);
            }
        }
        return tag(next, bigEndian);
    }

    private int tag(int at, boolean bigEndian) {
        return u16(at, bigEndian) << 16 | u16(at + 2, bigEndian);
    }

    private int u16(int at, boolean bigEndian) {
        int first = buffer[at] & 0xFF;
        int second = buffer[at + 1] & 0xFF;
        return bigEndian ? first << 8 | second : second << 8 | first;
    }

    int tag(boolean bigEndian) throws IOException {
        int at = take(4, "tag");
        return tag(at, bigEndian);
    }

    int u16(boolean bigEndian, String field) throws IOException {
        return u16(take(2, field), bigEndian);
    }

    long u32(boolean bigEndian, String field) throws IOException {
        int at = take(4, field);
        long first = u16(at, bigEndian);
        long second = u16(at + 2, bigEndian);
        return bigEndian ? first << 16 | second : second << 16 | first;
    }

    /** Takes a few bytes that lie together in the buffer, and says where. */
    private int take(int count, String field) throws IOException {
        while (limit - next < count) {
            if (!fill()) {
                throw truncated(field, count, limit - next);
            }
        }
        int at = next;
        next += count;
        advance(count);
        return at;
    }

    /** Takes a value. Memory grows with what arrives, not with the length that was announced. */
    byte[] bytes(int length) throws IOException {
        byte[] bytes = new byte[Math.min(length, FIRST_CHUNK)];
        int got = 0;
        while (got < length) {
            if (got == bytes.length) {
                int doubled = (int) Math.min(length, bytes.length * 2L);
                bytes = Arrays.copyOf(bytes, doubled);
            }
            int more = some(bytes, got, bytes.length - got);
            if (more < 0) {
                throw truncated("value", length, got);
            }
            got += more;
            advance(more);
        }
        return bytes;
    }

    private int some(byte[] bytes, int from, int most) throws IOException {
        if (next == limit) {
            return in.read(bytes, from, most);
        }
        int count = Math.min(most, limit - next);
        System.arraycopy(buffer, next, bytes, from, count);
        next += count;
        return count;
    }

    private boolean fill() throws IOException {
        System.arraycopy(buffer, next, buffer, 0, limit - next);
        limit -= next;
        next = 0;
        int got = in.read(buffer, limit, buffer.length - limit);
        limit += Math.max(got, 0);
        return got > 0;
    }

    private void advance(int count) throws DatasetException {
        position += count;
        if (position > maxLength) {
            throw wrong("length of the data set", "more than " + maxLength);
        }
    }

    private DatasetException truncated(String field, int wanted, int got) {
        return wrong(field, "ends after " + got + " of " + wanted + " bytes");
    }

    /** An error at this place. */
    DatasetException wrong(String field, String detail) {
        return new DatasetException(path.toString(), position, field, detail);
    }
}
