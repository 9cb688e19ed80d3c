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

/** A CT image: as much as an archive needs in order to keep and to find it. */
public final class CtObject {

    private final String sopInstance;
    private final String study;
    private final String series;
    private final String patientId;
    private final String patientName;
    private final String institution;
    private final byte[] pixels;

    private CtObject(
            String sopInstance,
            String study,
            String series,
            String patientId,
            String patientName,
            String institution,
            byte[] pixels) {
        this.sopInstance = sopInstance;
        this.study = study;
        this.series = series;
        this.patientId = patientId;
        this.patientName = patientName;
        this.institution = institution;
        this.pixels = pixels;
    }

    /** A new one in a study of its own, without pixels. */
    public static CtObject create() {
        String uid = uid();
        return new CtObject(uid, uid + ".1", uid + ".2", "ID-1", "Doe^Jane", "", new byte[0]);
    }

    /** A new UID, made from a UUID (PS3.5 §B.2). */
    public static String uid() {
        String hex = UUID.randomUUID().toString().replace("-", "");
        return "2.25." + new BigInteger(hex, 16);
    }

    /** The same of another patient. */
    public CtObject of(String otherId, String otherName) {
        return new CtObject(sopInstance, study, series, otherId, otherName, institution, pixels);
    }

    /** The same of another institution. */
    public CtObject at(String otherInstitution) {
        return new CtObject(
                sopInstance, study, series, patientId, patientName, otherInstitution, pixels);
    }

    /** The same with pixels. */
    public CtObject with(byte[] otherPixels) {
        return new CtObject(
                sopInstance, study, series, patientId, patientName, institution, otherPixels);
    }

    /** The same in another study and series. */
    public CtObject in(String otherStudy, String otherSeries) {
        return new CtObject(
                sopInstance, otherStudy, otherSeries, patientId, patientName, institution, pixels);
    }

    /** A further object of the same series. */
    public CtObject next() {
        return new CtObject(uid(), study, series, patientId, patientName, institution, pixels);
    }

    /** A further object of the same study, in a series of its own. */
    public CtObject nextSeries() {
        return new CtObject(uid(), study, uid(), patientId, patientName, institution, pixels);
    }

    /** SOP Instance UID. */
    public String sopInstance() {
        return sopInstance;
    }

    /** Study Instance UID. */
    public String study() {
        return study;
    }

    /** Series Instance UID. */
    public String series() {
        return series;
    }

    /** Patient ID. */
    public String patientId() {
        return patientId;
    }

    /** Institution Name; empty where there is none. */
    public String institution() {
        return institution;
    }

    /** The data set in Implicit VR Little Endian. */
    public byte[] dataSet() {
        return dataSet(Uids.CT_IMAGE_STORAGE);
    }

    /** The same, which says to be of another SOP class. */
    public byte[] dataSet(String sopClass) {
        ImplicitBytes data = new ImplicitBytes();
        data.text(0x00080005, "ISO_IR 192"); // Specific Character Set
        data.uid(0x00080016, sopClass); // SOP Class UID
        data.uid(0x00080018, sopInstance); // SOP Instance UID
        data.text(0x00080060, "CT"); // Modality
        data.optional(0x00080080, institution); // Institution Name
        data.text(0x00100010, patientName); // Patient's Name
        data.text(0x00100020, patientId); // Patient ID
        data.uid(0x0020000D, study); // Study Instance UID
        data.uid(0x0020000E, series); // Series Instance UID
        if (pixels.length > 0) {
            data.bytes(0x7FE00010, pixels); // Pixel Data
        }
        return data.toBytes();
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

    private static void number(ByteArrayOutputStream out, int value, int bytes) {
        for (int i = 0; i < bytes; i++) {
            out.write(value >>> (8 * i));
        }
    }

    private static byte[] uid(String uid) {
        return ascii(uid.length() % 2 == 0 ? uid : uid + "\0");
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
