/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.it.scenarios;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.turnstile.testkit.dicom.Uids;

/** A CT image without pixels: as much as a peer needs in order to send it. */
public record CtObject(String sopInstance) {

    /** A new one, its UID made from a UUID (PS3.5 §B.2). */
    public static CtObject create() {
        String hex = UUID.randomUUID().toString().replace("-", "");
        return new CtObject("2.25." + new BigInteger(hex, 16).toString());
    }

    /** The data set in Implicit VR Little Endian. */
    public byte[] dataSet() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        implicit(out, 0x0008, 0x0016, uid(Uids.CT_IMAGE_STORAGE)); // SOP Class UID
        implicit(out, 0x0008, 0x0018, uid(sopInstance)); // SOP Instance UID
        implicit(out, 0x0008, 0x0060, ascii("CT")); // Modality
        implicit(out, 0x0010, 0x0010, ascii("Doe^Jane")); // Patient's Name
        implicit(out, 0x0010, 0x0020, ascii("ID-1")); // Patient ID
        implicit(out, 0x0020, 0x000D, uid(sopInstance + ".1")); // Study Instance UID
        implicit(out, 0x0020, 0x000E, uid(sopInstance + ".2")); // Series Instance UID
        return out.toByteArray();
    }

    /** Writes a Part 10 file (PS3.10 §7.1). */
    public void write(Path file) throws IOException {
        ByteArrayOutputStream group = new ByteArrayOutputStream();
        explicit(group, 0x0002, uid(Uids.CT_IMAGE_STORAGE)); // Media Storage SOP Class UID
        explicit(group, 0x0003, uid(sopInstance)); // Media Storage SOP Instance UID
        explicit(group, 0x0010, uid(Uids.IMPLICIT_VR_LE)); // Transfer Syntax UID
        explicit(group, 0x0012, uid(Uids.IMPLEMENTATION_CLASS)); // Implementation Class UID
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(new byte[128]);
        out.writeBytes(ascii("DICM"));
        tag(out, 0x0002, 0x0000); // File Meta Information Group Length
        out.writeBytes(ascii("UL"));
        number(out, 4, 2);
        number(out, group.size(), 4);
        out.writeBytes(group.toByteArray());
        out.writeBytes(dataSet());
        Files.write(file, out.toByteArray());
    }

    private static void implicit(ByteArrayOutputStream out, int group, int element, byte[] value) {
        tag(out, group, element);
        number(out, value.length, 4);
        out.writeBytes(value);
    }

    /** An element of group 0002 and VR UI. */
    private static void explicit(ByteArrayOutputStream out, int element, byte[] value) {
        tag(out, 0x0002, element);
        out.writeBytes(ascii("UI"));
        number(out, value.length, 2);
        out.writeBytes(value);
    }

    private static void tag(ByteArrayOutputStream out, int group, int element) {
        number(out, group, 2);
        number(out, element, 2);
    }

    /** Little endian. */
    private static void number(ByteArrayOutputStream out, int value, int bytes) {
        for (int i = 0; i < bytes; i++) {
            out.write(value >>> (8 * i));
        }
    }

    private static byte[] uid(String uid) {
        return ascii(uid.length() % 2 == 0 ? uid : uid + '\0');
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
