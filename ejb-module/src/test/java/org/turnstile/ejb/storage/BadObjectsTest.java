/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.ejb.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.turnstile.api.Status;
import org.turnstile.api.StoreRequest;
import org.turnstile.api.data.Tag;
import org.turnstile.api.data.VR;
import org.turnstile.api.io.TransferSyntax;
import org.turnstile.ejb.testing.Databases;
import org.turnstile.ejb.testing.TestDatabase;

/** Data sets that are damaged, or want to do damage, and large ones that are neither. */
class BadObjectsTest {

    private static final TestDataset OBJECT = TestDataset.of(1, 1);

    /** (0040,A730) SQ, undefined length. */
    private static final byte[] SEQUENCE = {
        0x40, 0, 0x30, (byte) 0xA7, 'S', 'Q', 0, 0, -1, -1, -1, -1
    };

    /** (FFFE,E000), undefined length. */
    private static final byte[] ITEM = {-2, -1, 0, (byte) 0xE0, -1, -1, -1, -1};

    @TempDir private Path home;
    private TestDatabase database;
    private TestArchive archive;

    @BeforeEach
    void open() {
        database = Databases.H2.open();
        archive = new TestArchive(home.resolve("objects"), database);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void whatIsNoDataSetIsNotUnderstood() throws IOException {
        byte[] noise = new byte[5000];
        new Random(1).nextBytes(noise);

        assertNotUnderstood(noise);
        assertNotUnderstood(new byte[0]);
        assertNotUnderstood(OBJECT.bytes(TransferSyntax.IMPLICIT_VR_LITTLE_ENDIAN));
        assertNotUnderstood(OBJECT.bytes(TransferSyntax.EXPLICIT_VR_BIG_ENDIAN));
    }

    @Test
    void aDataSetThatEndsBeforeItsPixelDataIsNotUnderstood() throws IOException {
        byte[] whole = OBJECT.bytes();
        // PixelData is 12 bytes of header and 4 of value; ends between elements are no error
        for (int length = 1; length < whole.length - 16; length += 7) {
            byte[] cut = Arrays.copyOf(whole, length);
            assertThat(archive.store(Requests.store(OBJECT, cut)).code()).isEqualTo(0xC000);
        }
        assertThat(archive.below("")).isEmpty();
    }

    @Test
    void aLengthThatGoesBeyondTheEndIsNotUnderstood() throws IOException {
        for (int length : new int[] {0x7FFFFFFE, 0xFFFFFFFE, 1 << 20, 400}) {
            // (0042,0011) OB, reserved, length
            ByteBuffer element = ByteBuffer.allocate(12).order(ByteOrder.LITTLE_ENDIAN);
            element.putShort((short) 0x42).putShort((short) 0x11);
            element.put((byte) 'O').put((byte) 'B').putShort((short) 0).putInt(length);
            assertNotUnderstood(joined(withoutPixels(), element.array()));
        }
    }

    @Test
    void sequencesTenThousandDeepAreNotUnderstood() throws IOException {
        ByteArrayOutputStream deep = new ByteArrayOutputStream();
        deep.writeBytes(withoutPixels());
        for (int i = 0; i < 10_000; i++) {
            deep.writeBytes(SEQUENCE);
            deep.writeBytes(ITEM);
        }

        assertNotUnderstood(deep.toByteArray());
    }

    @Test
    void aDeflateBombIsRefusedWithoutBeingInflated() throws IOException {
        // an element before those that the index needs, and one behind them
        for (byte[] bomb :
                new byte[][] {bomb(new byte[0], 0x09, 0x10), bomb(withoutPixels(), 0x42, 0x11)}) {
            assertThat(archive.store(deflated(bomb)).code()).isEqualTo(0xC000);
        }
        assertThat(archive.below("")).isEmpty();
    }

    /** What was there before, and an element of OB with 1 GiB of zeros, deflated. */
    private static byte[] bomb(byte[] before, int group, int element) throws IOException {
        ByteArrayOutputStream bomb = new ByteArrayOutputStream();
        try (DeflaterOutputStream out = new DeflaterOutputStream(bomb, new Deflater(9, true))) {
            out.write(before);
            byte[] header = {0, 0, 0, 0, 'O', 'B', 0, 0, 0, 0, 0, 0x40};
            header[0] = (byte) group;
            header[2] = (byte) element;
            out.write(header);
            for (int i = 0; i < 1024; i++) {
                out.write(new byte[1 << 20]);
            }
        }
        return bomb.toByteArray();
    }

    private static StoreRequest deflated(byte[] dataSet) {
        StoreRequest plain = Requests.store(OBJECT, dataSet);
        return new StoreRequest(
                plain.association(),
                plain.sopClass(),
                plain.sopInstance(),
                TransferSyntax.DEFLATED_EXPLICIT_VR_LITTLE_ENDIAN.uid(),
                new ByteArrayInputStream(dataSet));
    }

    @Test
    void aLargeDocumentBeforeThePixelDataIsKept() throws IOException {
        TestDataset document =
                OBJECT.with(
                        o ->
                                o.setBytes(
                                        Tag.EncapsulatedDocument,
                                        VR.OB,
                                        new byte[3 * ObjectReader.MAX_HEADER]));

        assertThat(archive.store(document)).isEqualTo(Status.SUCCESS);
        assertThat(archive.files()).hasSize(1);
    }

    @Test
    void aHeaderLongerThanWhatIsReadFirstIsReadFromTheFile() throws IOException {
        TestDataset object =
                OBJECT.with(
                        o ->
                                o.setBytes(
                                        0x00090010,
                                        VR.LO,
                                        "US ".getBytes(StandardCharsets.US_ASCII)));
        TestDataset large = object.with(o -> o.setBytes(0x00091001, VR.OB, new byte[200_000]));

        assertThat(archive.store(large)).isEqualTo(Status.SUCCESS);
        assertThat(archive.rows("SELECT size FROM instance"))
                .containsExactly("" + large.bytes().length);
    }

    @Test
    void valuesThatDoNotFitAreCutKeysAreRefused() throws IOException {
        String characters = "x".repeat(1000);
        TestDataset longTexts =
                OBJECT.with(
                        o -> {
                            o.setString(Tag.StudyDescription, characters);
                            o.setString(Tag.PatientName, characters);
                            o.setString(Tag.Modality, characters);
                            o.setString(Tag.StudyDate, "today");
                        });

        assertThat(archive.store(longTexts)).isEqualTo(Status.SUCCESS);
        assertThat(archive.rows("SELECT length(description), study_date FROM study"))
                .containsExactly("256|null");
        TestDataset longKey =
                TestDataset.of(2, 1).with(o -> o.setString(Tag.PatientID, "x".repeat(65)));
        assertThat(archive.store(longKey).comment())
                .isEqualTo("Patient ID has more than 64 characters");
    }

    private void assertNotUnderstood(byte[] dataSet) throws IOException {
        assertThat(archive.store(Requests.store(OBJECT, dataSet)).code()).isEqualTo(0xC000);
        assertThat(archive.below("")).isEmpty();
    }

    private static byte[] withoutPixels() {
        return OBJECT.with(o -> o.remove(Tag.PixelData)).bytes();
    }

    private static byte[] joined(byte[] one, byte[] other) {
        return ByteBuffer.allocate(one.length + other.length).put(one).put(other).array();
    }
}
