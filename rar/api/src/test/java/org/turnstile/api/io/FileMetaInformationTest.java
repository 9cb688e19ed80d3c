/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.api.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.turnstile.api.data.UIDs;

class FileMetaInformationTest {

    private static final FileMetaInformation META =
            new FileMetaInformation(
                    UIDs.CTImageStorage, "1.2.3", UIDs.ExplicitVRLittleEndian, "1.2.4", "MODALITY");

    private static byte[] written(FileMetaInformation meta) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        meta.write(out);
        return out.toByteArray();
    }

    @Test
    void whatIsWrittenIsReadAndNoByteMore() throws IOException {
        byte[] bytes = written(META);
        ByteArrayInputStream in = new ByteArrayInputStream(Arrays.copyOf(bytes, bytes.length + 10));
        assertThat(FileMetaInformation.read(in)).isEqualTo(META);
        assertThat(in.available()).isEqualTo(10);
    }

    @Test
    void anUnknownSourceIsNotWritten() throws IOException {
        FileMetaInformation meta =
                new FileMetaInformation(
                        UIDs.CTImageStorage, "1.2.3", UIDs.ImplicitVRLittleEndian, "1.2.4", "");
        assertThat(FileMetaInformation.read(new ByteArrayInputStream(written(meta))))
                .isEqualTo(meta);
        assertThat(written(meta).length).isLessThan(written(META).length);
    }

    @Test
    void theGroupLengthNeedNotBeRightNorThere() throws IOException {
        byte[] wrong = written(META);
        wrong[140] = 7; // value of (0002,0000)
        assertThat(FileMetaInformation.read(new ByteArrayInputStream(wrong))).isEqualTo(META);
        byte[] right = written(META);
        ByteArrayOutputStream without = new ByteArrayOutputStream();
        without.write(right, 0, 132);
        without.write(right, 144, right.length - 144); // behind the 12 bytes of (0002,0000)
        without.write(new byte[] {8, 0, 5, 0}); // the tag (0008,0005)
        ByteArrayInputStream in = new ByteArrayInputStream(without.toByteArray());
        assertThat(FileMetaInformation.read(in)).isEqualTo(META);
        assertThat(in.readAllBytes()).containsExactly(8, 0, 5, 0);
    }

    @Test
    void privateInformationIsPassedOver() throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.writeBytes(written(META));
        // (0002,0102) OB, 16 bits unused, 32 bits of length
        file.write(new byte[] {2, 0, 2, 1, 'O', 'B', 0, 0, 0, 0, 1, 0});
        file.write(new byte[0x10000]);
        assertThat(FileMetaInformation.read(new ByteArrayInputStream(file.toByteArray())))
                .isEqualTo(META);
    }

    @Test
    void whatIsNoDicomFileIsSaidOfThePrefix() throws IOException {
        byte[] prefix = written(META);
        prefix[128] = 'd';
        for (byte[] each : new byte[][] {prefix, new byte[0], new byte[100], new byte[131]}) {
            assertThatThrownBy(() -> FileMetaInformation.read(new ByteArrayInputStream(each)))
                    .isInstanceOfSatisfying(
                            DatasetException.class,
                            e -> assertThat(e.field()).isEqualTo(FileMetaInformation.PREFIX));
        }
    }

    @Test
    void aDamagedGroupIsRefused() throws IOException {
        byte[] bytes = written(META);
        refused(Arrays.copyOf(bytes, 132), "there is none");
        byte[] noVr = bytes.clone();
        noVr[148] = 1; // VR of (0002,0001)
        refused(noVr, "(0002,0001) VR at byte 152: there is none");
        byte[] unsorted = bytes.clone();
        unsorted[146] = 9; // (0002,0009) before (0002,0002)
        refused(unsorted, "(0002,0002)");
    }

    @Test
    void aFileThatIsCutInTheGroupIsRefusedWhereverItIsCut() throws IOException {
        byte[] bytes = written(META);
        // the last element: (0002,0016) AE, length 8, MODALITY; of one byte no group can be told
        for (int length = bytes.length - 14; length < bytes.length; length++) {
            refused(Arrays.copyOf(bytes, length), "the file ends in it");
        }
    }

    @Test
    void aLengthBeyondAllReasonIsNotAllocated() {
        byte[] file = new byte[144];
        byte[] start = {
            'D',
            'I',
            'C',
            'M', // prefix
            2,
            0,
            2,
            1,
            'O',
            'B',
            0,
            0, // (0002,0102) OB, unused
            -1,
            -1,
            -1,
            0x7F // length 7FFFFFFFH
        };
        System.arraycopy(start, 0, file, 128, 16);
        refused(file, "(0002,0102) value length at byte 144: 2147483647");
    }

    @Test
    void aStreamWithoutMarksIsRefused() {
        assertThatThrownBy(
                        () ->
                                FileMetaInformation.read(
                                        new SequenceInputStream(
                                                InputStream.nullInputStream(),
                                                InputStream.nullInputStream())))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("marks");
    }

    private static void refused(byte[] bytes, String message) {
        assertThatThrownBy(() -> FileMetaInformation.read(new ByteArrayInputStream(bytes)))
                .isInstanceOf(DatasetException.class)
                .hasMessageContaining(message);
    }
}
