/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.ejb.storage;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import org.turnstile.api.StoreRequest;

/** The head of a Part 10 file: preamble, prefix and group 0002 (PS3.10 §7.1). */
final class FileMetaInformation {

    private static final String IMPLEMENTATION_CLASS = "2.25.209467103246352846273560284512379521";
    private static final String IMPLEMENTATION_VERSION = "TURNSTILE_1";
    private static final int PREAMBLE = 128;

    private FileMetaInformation() {}

    static byte[] of(StoreRequest request) {
        ByteArrayOutputStream group = new ByteArrayOutputStream();
        element(group, 0x0001, "OB", new byte[] {0, 1});
        element(group, 0x0002, "UI", uid(request.sopClass()));
        element(group, 0x0003, "UI", uid(request.sopInstance()));
        element(group, 0x0010, "UI", uid(request.transferSyntax()));
        element(group, 0x0012, "UI", uid(IMPLEMENTATION_CLASS));
        element(group, 0x0013, "SH", padded(IMPLEMENTATION_VERSION, ' '));
        element(group, 0x0016, "AE", padded(request.association().callingAeTitle(), ' '));
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        head.writeBytes(new byte[PREAMBLE]);
        head.writeBytes("DICM".getBytes(StandardCharsets.US_ASCII));
        element(head, 0x0000, "UL", littleEndian(4).putInt(group.size()).array());
        head.writeBytes(group.toByteArray());
        return head.toByteArray();
    }

    private static void element(ByteArrayOutputStream out, int element, String vr, byte[] value) {
        out.writeBytes(littleEndian(4).putShort((short) 2).putShort((short) element).array());
        out.writeBytes(vr.getBytes(StandardCharsets.US_ASCII));
        if (vr.equals("OB")) {
            out.writeBytes(littleEndian(6).putShort((short) 0).putInt(value.length).array());
        } else {
            out.writeBytes(littleEndian(2).putShort((short) value.length).array());
        }
        out.writeBytes(value);
    }

    private static byte[] uid(String uid) {
        return padded(uid, '\0');
    }

    private static byte[] padded(String text, char padding) {
        String even = text.length() % 2 == 0 ? text : text + padding;
        return even.getBytes(StandardCharsets.US_ASCII);
    }

    private static ByteBuffer littleEndian(int size) {
        return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    }
}
