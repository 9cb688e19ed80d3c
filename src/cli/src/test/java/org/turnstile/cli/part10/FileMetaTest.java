/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.cli.part10;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class FileMetaTest {

    @Test
    void theStreamStandsAtTheDataSetAfterwards() throws IOException {
        InputStream in = stream(Part10Bytes.image(Part10Bytes.CT, "1.2.3", Part10Bytes.EXPLICIT));
        assertThat(FileMeta.read(in))
                .isEqualTo(new FileMeta(Part10Bytes.CT, "1.2.3", Part10Bytes.EXPLICIT));
        assertThat(in.readAllBytes()).isEqualTo(Part10Bytes.dataSet());
    }

    @Test
    void elementsOfOtherLengthsAreSkippedAndTheGroupLengthNeedNotBeThere() throws IOException {
        Part10Bytes file =
                Part10Bytes.start()
                        .header(0x0000, "UL", 4) // group length, wrong, and not looked at
                        .le32(7)
                        .header(0x0001, "OB", 0) // OB: two bytes unused, length of 32 bits
                        .le32(20_000)
                        .raw(new byte[20_000])
                        .uid(0x0002, Part10Bytes.CT)
                        .uid(0x0003, "1.2.34")
                        .uid(0x0010, Part10Bytes.EXPLICIT);
        assertThat(FileMeta.read(stream(file.bytes())).sopInstance()).isEqualTo("1.2.34");
    }

    @Test
    void aFileWithoutDicmIsNoDicomFile() {
        assertFault(new byte[0], "not a DICOM file");
        assertFault(new byte[500], "not a DICOM file");
        // a data set without preamble, as older software wrote it
        assertFault(Part10Bytes.dataSet(), "not a DICOM file");
    }

    @Test
    void whatIsAbsentIsNamed() {
        assertFault(Part10Bytes.start().bytes(), "Media Storage SOP Class UID (0002,0002): absent");
        assertFault(
                Part10Bytes.start().uid(0x0002, Part10Bytes.CT).bytes(),
                "Media Storage SOP Instance UID (0002,0003): absent");
        assertFault(
                Part10Bytes.start().uid(0x0002, Part10Bytes.CT).uid(0x0003, "1.2").bytes(),
                "Transfer Syntax UID (0002,0010): absent");
    }

    @Test
    void whatIsNoUidIsRefusedAndNotShown() {
        assertFault(
                Part10Bytes.start().uid(0x0002, "../../etc").bytes(),
                "Media Storage SOP Class UID (0002,0002): not a UID");
    }

    @Test
    void aLengthBeyondAllReasonIsNotAllocated() {
        byte[] huge = Part10Bytes.start().header(0x0102, "OB", 0).le32(0xFFFFFFFFL).bytes();
        assertFault(huge, "(0002,0102): a length of 4294967295");
    }

    @Test
    void aFileThatIsCutIsNamedSoWhereverItIsCut() {
        byte[] whole = Part10Bytes.image(Part10Bytes.CT, "1.2.3", Part10Bytes.EXPLICIT);
        int meta = whole.length - Part10Bytes.dataSet().length;
        for (int length = 0; length < meta; length++) {
            byte[] cut = Arrays.copyOf(whole, length);
            assertThatThrownBy(() -> FileMeta.read(stream(cut)))
                    .as("cut after %d bytes", length)
                    .isInstanceOf(Part10Exception.class);
        }
    }

    private static void assertFault(byte[] file, String message) {
        assertThatThrownBy(() -> FileMeta.read(stream(file)))
                .isInstanceOf(Part10Exception.class)
                .hasMessageContaining(message);
    }

    private static InputStream stream(byte[] bytes) {
        return new BufferedInputStream(new ByteArrayInputStream(bytes));
    }
}
