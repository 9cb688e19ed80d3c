/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.bench.archive;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Random;
import org.turnstile.api.data.Dataset;
import org.turnstile.api.data.DatasetBuilder;
import org.turnstile.api.data.Tag;
import org.turnstile.api.data.UIDs;
import org.turnstile.api.data.VR;
import org.turnstile.api.io.DatasetWriter;
import org.turnstile.api.io.TransferSyntax;

/**
 * The one object that all objects of a load are made of: a CT image with square noise of about the
 * size wanted, in Explicit VR Little Endian.
 */
final class ObjectTemplate {

    /** SOP Class UID. */
    static final String SOP_CLASS = UIDs.CTImageStorage;

    /** Institution Name of all objects, for rules of who sees them. */
    static final String INSTITUTION = "BENCH";

    /** Smallest size that has room for an image. */
    static final int LEAST = 1_500;

    /** Largest size. */
    static final int MOST = 200_000_000;

    private static final int BYTES_OF_PIXEL = 2;
    private static final int PIXEL_DATA_HEADER = 12;
    private static final long SEED = 20_261_101;

    private final byte[] bytes;
    private final int headLength;

    private ObjectTemplate(byte[] bytes, int headLength) {
        this.bytes = bytes;
        this.headLength = headLength;
    }

    /**
     * An object of a size.
     *
     * @param size bytes of the data set, about; 1,500 to 200,000,000
     * @throws IllegalArgumentException if it is out of range
     */
    static ObjectTemplate ofSize(int size) {
        if (size < LEAST || size > MOST) {
            throw new IllegalArgumentException(
                    "size: " + size + " is not " + LEAST + " to " + MOST);
        }
        int edge = 1;
        byte[] head = encoded(attributes(edge));
        edge = (int) Math.sqrt((size - head.length - PIXEL_DATA_HEADER) / (double) BYTES_OF_PIXEL);
        return new ObjectTemplate(withPixels(encoded(attributes(edge)), edge), head.length);
    }

    /** The data set. */
    byte[] bytes() {
        return bytes;
    }

    /** Length of all that comes before Pixel Data. */
    int headLength() {
        return headLength;
    }

    private static Dataset attributes(int edge) {
        DatasetBuilder image = Dataset.builder();
        image.setString(Tag.ImageType, "ORIGINAL", "PRIMARY", "AXIAL");
        identifying(image);
        image.setString(Tag.StudyDate, "20260102").setString(Tag.StudyTime, "101530");
        image.setString(Tag.Modality, "CT").setString(Tag.Manufacturer, "Turnstile");
        image.setString(Tag.InstitutionName, INSTITUTION);
        image.setString(Tag.ReferringPhysicianName, "Referrer^Rita");
        image.setString(Tag.StudyDescription, "CT of the chest");
        image.setString(Tag.SeriesDescription, "Axial 5 mm");
        image.setString(Tag.PatientBirthDate, "19700301").setString(Tag.PatientSex, "F");
        image.setString(Tag.BodyPartExamined, "CHEST").setString(Tag.StudyID, "1");
        image.setString(Tag.SeriesNumber, "1").setString(Tag.InstanceNumber, "1");
        pixels(image, edge);
        return image.build();
    }

    private static void identifying(DatasetBuilder image) {
        image.setString(Tag.SOPClassUID, SOP_CLASS);
        image.setString(Tag.SOPInstanceUID, Identifying.INSTANCE.zero());
        image.setString(Tag.StudyInstanceUID, Identifying.STUDY.zero());
        image.setString(Tag.SeriesInstanceUID, Identifying.SERIES.zero());
        image.setString(Tag.PatientID, Identifying.PATIENT_ID.zero());
        image.setString(Tag.PatientName, VR.PN, Identifying.PATIENT_NAME.zero());
        image.setString(Tag.AccessionNumber, Identifying.ACCESSION_NUMBER.zero());
    }

    private static void pixels(DatasetBuilder image, int edge) {
        image.setLong(Tag.SamplesPerPixel, 1);
        image.setString(Tag.PhotometricInterpretation, "MONOCHROME2");
        image.setLong(Tag.Rows, edge).setLong(Tag.Columns, edge);
        image.setLong(Tag.BitsAllocated, 16).setLong(Tag.BitsStored, 16);
        image.setLong(Tag.HighBit, 15).setLong(Tag.PixelRepresentation, 0);
    }

    private static byte[] encoded(Dataset dataset) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            new DatasetWriter(TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN).write(dataset, out);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return out.toByteArray();
    }

    /** By hand, so that large ones are in memory once. */
    private static byte[] withPixels(byte[] head, int edge) {
        byte[] pixels = new byte[edge * edge * BYTES_OF_PIXEL];
        new Random(SEED).nextBytes(pixels);
        return ByteBuffer.allocate(head.length + PIXEL_DATA_HEADER + pixels.length)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(head)
                .putShort((short) 0x7FE0)
                .putShort((short) 0x0010)
                .put((byte) 'O')
                .put((byte) 'W')
                .putShort((short) 0)
                .putInt(pixels.length)
                .put(pixels)
                .array();
    }
}
