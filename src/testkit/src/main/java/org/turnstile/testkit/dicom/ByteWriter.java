/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.testkit.dicom;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Writes the integers and items of the upper layer (big-endian) and of command sets (little). */
final class ByteWriter {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    ByteWriter u8(int value) {
        out.write(value);
        return this;
    }

    ByteWriter u16(int value) {
        return u8(value >>> 8).u8(value);
    }

    ByteWriter u32(long value) {
        return u16((int) (value >>> 16)).u16((int) value);
    }

    ByteWriter u16le(int value) {
        return u8(value).u8(value >>> 8);
    }

    ByteWriter u32le(long value) {
        return u16le((int) value).u16le((int) (value >>> 16));
    }

    ByteWriter bytes(byte[] bytes) {
        out.writeBytes(bytes);
        return this;
    }

    ByteWriter ascii(String text) {
        return bytes(text.getBytes(StandardCharsets.US_ASCII));
    }

    /** 16 characters, filled up with spaces. */
    ByteWriter aeTitle(String title) {
        return ascii(String.format("%-16s", title));
    }

    ByteWriter zeros(int count) {
        return bytes(new byte[count]);
    }

    byte[] toBytes() {
        return out.toByteArray();
    }

    /** An item or sub-item: type, reserved byte, 16-bit length, value. */
    static byte[] item(int type, byte[] value) {
        return item(type, value.length, value);
    }

    /** An item whose length field need not be true. */
    static byte[] item(int type, int length, byte[] value) {
        return new ByteWriter().u8(type).u8(0).u16(length).bytes(value).toBytes();
    }

    static byte[] item(int type, String ascii) {
        return item(type, ascii.getBytes(StandardCharsets.US_ASCII));
    }

    /** A PDU whose length field need not be true. */
    static byte[] pdu(int type, long length, byte[] value) {
        return new ByteWriter().u8(type).u8(0).u32(length).bytes(value).toBytes();
    }
}
