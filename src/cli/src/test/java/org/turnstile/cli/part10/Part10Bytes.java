/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.cli.part10;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** DICOM files made byte by byte, in Explicit VR Little Endian as PS3.10 §7.1 asks. */
public final class Part10Bytes {

    public static final String CT = "1.2.840.10008.5.1.4.1.1.2";
    public static final String EXPLICIT = "1.2.840.10008.1.2.1";

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    private Part10Bytes() {}

    /** Nothing yet. */
    public static Part10Bytes empty() {
        return new Part10Bytes();
    }

    /** Preamble and DICM. */
    public static Part10Bytes start() {
        Part10Bytes file = new Part10Bytes();
        file.out.writeBytes(new byte[128]);
        file.out.writeBytes("DICM".getBytes(StandardCharsets.US_ASCII));
        return file;
    }

    /** A whole file with a data set that holds a patient's name. */
    public static byte[] image(String sopClass, String sopInstance, String transferSyntax) {
        return start().uid(0x0002, sopClass)
                .uid(0x0003, sopInstance)
                .uid(0x0010, transferSyntax)
                .raw(dataSet())
                .bytes();
    }

    /** (0010,0010) PN "Doe^Jane" in Explicit VR. */
    public static byte[] dataSet() {
        return new byte[] {
            0x10, 0, 0x10, 0, 'P', 'N', 8, 0, 'D', 'o', 'e', '^', 'J', 'a', 'n', 'e'
        };
    }

    /** An element of group 0002 and VR UI, filled up to an even length. */
    public Part10Bytes uid(int element, String uid) {
        String even = uid.length() % 2 == 0 ? uid : uid + "\0";
        header(element, "UI", even.length());
        return raw(even.getBytes(StandardCharsets.US_ASCII));
    }

    /** Tag, VR and 16-bit length. */
    public Part10Bytes header(int element, String vr, int length) {
        return le16(0x0002).le16(element).raw(vr.getBytes(StandardCharsets.US_ASCII)).le16(length);
    }

    public Part10Bytes le16(int value) {
        out.write(value);
        out.write(value >>> 8);
        return this;
    }

    public Part10Bytes le32(long value) {
        return le16((int) value).le16((int) (value >>> 16));
    }

    public Part10Bytes raw(byte[] bytes) {
        out.writeBytes(bytes);
        return this;
    }

    public byte[] bytes() {
        return out.toByteArray();
    }
}
