/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.dicom.pdu.codec;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/** Byte fixtures. */
final class Bytes {

    private Bytes() {}

    /** Bytes in hexadecimal; spaces and bars are for the reader. */
    static byte[] hex(String... fields) {
        return HexFormat.of().parseHex(String.join("", fields).replaceAll("[ |]", ""));
    }

    static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    static byte[] join(byte[]... parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }

    /** An item or sub-item whose 16-bit length fits its content. */
    static byte[] item(int type, byte[]... content) {
        byte[] body = join(content);
        return join(bytes(type, 0, body.length >> 8, body.length), body);
    }

    /** A PDU whose 32-bit length fits its body. */
    static byte[] pdu(int type, byte[]... content) {
        byte[] body = join(content);
        return pduOfLength(type, body.length, body);
    }

    /** A PDU whose length field says what it likes. */
    static byte[] pduOfLength(int type, long length, byte[] body) {
        int low = (int) length;
        return join(bytes(type, 0, low >>> 24, low >>> 16, low >>> 8, low), body);
    }

    static byte[] bytes(int... values) {
        byte[] bytes = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            bytes[i] = (byte) values[i];
        }
        return bytes;
    }

    /** A copy with one byte changed. */
    static byte[] with(byte[] bytes, int at, int value) {
        byte[] copy = bytes.clone();
        copy[at] = (byte) value;
        return copy;
    }
}
