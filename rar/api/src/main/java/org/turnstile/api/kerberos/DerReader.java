/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.api.kerberos;

import java.util.Arrays;

/**
 * Reads values of DER (X.690 §10) one after the other within a part of an array. Lengths are
 * definite, shortest, and within that part; nothing is allocated by a length.
 */
final class DerReader {

    private static final int LONG_FORM = 0x80;
    private static final int MOST_LENGTH_BYTES = 4;

    private final byte[] bytes;
    private final int end;
    private int at;

    DerReader(byte[] bytes) {
        this(bytes, 0, bytes.length);
    }

    private DerReader(byte[] bytes, int from, int end) {
        this.bytes = bytes;
        this.at = from;
        this.end = end;
    }

    int offset() {
        return at;
    }

    boolean hasMore() {
        return at < end;
    }

    /** The tag of the next value, or -1 at the end. */
    int tag() {
        return hasMore() ? bytes[at] & 0xFF : -1;
    }

    /** Steps over the header of the next value and gives its content; this goes on behind it. */
    DerReader enter(int tag, String name) throws KerberosTokenException {
        if (tag() != tag) {
            throw fault("expects %s (%02X), finds %s".formatted(name, tag, found()));
        }
        return next(name);
    }

    /** As {@link #enter}, for a value with any tag. */
    DerReader next(String name) throws KerberosTokenException {
        if ((tag() & 0x1F) == 0x1F) {
            throw fault("%s: a tag of more than one byte".formatted(name));
        }
        at++;
        int length = length(name);
        DerReader content = new DerReader(bytes, at, at + length);
        at += length;
        return content;
    }

    private int length(String name) throws KerberosTokenException {
        int first = octet(name);
        if (first < LONG_FORM) {
            return within(first, name);
        }
        int count = first - LONG_FORM;
        if (count == 0 || count > MOST_LENGTH_BYTES) {
            throw fault("%s: a length in the form %02X".formatted(name, first));
        }
        long length = 0;
        for (int i = 0; i < count; i++) {
            length = (length << 8) | octet(name);
        }
        if (length < LONG_FORM || length >>> (8 * (count - 1)) == 0) {
            throw fault("%s: length %d is not in its shortest form".formatted(name, length));
        }
        return within(length, name);
    }

    private int within(long length, String name) throws KerberosTokenException {
        if (length > end - at) {
            throw fault("%s: length is %d, there are %d".formatted(name, length, end - at));
        }
        return (int) length;
    }

    int octet(String name) throws KerberosTokenException {
        if (!hasMore()) {
            throw fault("%s: ends here".formatted(name));
        }
        return bytes[at++] & 0xFF;
    }

    /** What is left, which is not read over. */
    byte[] rest() {
        return Arrays.copyOfRange(bytes, at, end);
    }

    void end(String name) throws KerberosTokenException {
        if (hasMore()) {
            throw fault("%s: %d bytes too many".formatted(name, end - at));
        }
    }

    private String found() {
        return hasMore() ? "%02X".formatted(tag()) : "the end";
    }

    KerberosTokenException fault(String what) {
        return new KerberosTokenException(at, what);
    }
}
