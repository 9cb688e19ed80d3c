/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.it.scenarios;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * A data set in Implicit VR Little Endian (PS3.5 §A.1), byte by byte: its elements come in the
 * order in which they are added, right or wrong.
 */
public final class ImplicitBytes {

    private static final int UNDEFINED = 0xFFFFFFFF;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    /** An element of text, filled up to an even length with a space. */
    public ImplicitBytes text(int tag, String value) {
        byte[] text = value.getBytes(StandardCharsets.UTF_8);
        byte[] even = Arrays.copyOf(text, text.length + text.length % 2);
        if (even.length > text.length) {
            even[text.length] = ' ';
        }
        return bytes(tag, even);
    }

    /** An element of text that is left out where there is none. */
    public ImplicitBytes optional(int tag, String value) {
        return value.isEmpty() ? this : text(tag, value);
    }

    /** An element of VR UI, filled up to an even length with a zero. */
    public ImplicitBytes uid(int tag, String uid) {
        return bytes(
                tag, (uid.length() % 2 == 0 ? uid : uid + "\0").getBytes(StandardCharsets.UTF_8));
    }

    /** An element of any VR. */
    public ImplicitBytes bytes(int tag, byte[] value) {
        header(tag, value.length);
        out.writeBytes(value);
        return this;
    }

    /** An element of VR US. */
    public ImplicitBytes us(int tag, int value) {
        return bytes(tag, new byte[] {(byte) value, (byte) (value >>> 8)});
    }

    /** The header of an element alone, whatever follows. */
    public ImplicitBytes header(int tag, int length) {
        u16(tag >>> 16);
        u16(tag);
        u16(length);
        u16(length >>> 16);
        return this;
    }

    /** Sequences of undefined length one in the other, with their ends (PS3.5 §7.5). */
    public ImplicitBytes nested(int tag, int depth) {
        for (int i = 0; i < depth; i++) {
            header(tag, UNDEFINED).header(0xFFFEE000, UNDEFINED); // Item
        }
        for (int i = 0; i < depth; i++) {
            header(0xFFFEE00D, 0).header(0xFFFEE0DD, 0); // Item and Sequence Delimitation
        }
        return this;
    }

    private void u16(int value) {
        out.write(value);
        out.write(value >>> 8);
    }

    /** What there is by now. */
    public byte[] toBytes() {
        return out.toByteArray();
    }
}
