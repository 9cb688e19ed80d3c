/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.cli.part10;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class Part10FileTest {

    @TempDir private Path folder;

    @Test
    void theDataSetIsWhatFollowsTheMetaInformation() throws IOException {
        Path path = image("image", "1.2.3");
        Part10File file = Part10File.of(path);
        assertThat(file.size()).isEqualTo(Files.size(path));
        try (InputStream dataSet = file.openDataSet()) {
            assertThat(dataSet.readAllBytes()).isEqualTo(Part10Bytes.dataSet());
        }
    }

    @Test
    void aFileThatBecameAnotherIsNotSentAsTheFirst() throws IOException {
        Part10File file = Part10File.of(image("image", "1.2.3"));
        image("image", "1.2.4");
        assertThatThrownBy(file::openDataSet)
                .isInstanceOf(Part10Exception.class)
                .hasMessage("has changed meanwhile");
    }

    @Test
    void aFileWithoutDicmIsOfAnotherFormat() throws IOException {
        for (byte[] each : new byte[][] {{}, new byte[500], Part10Bytes.dataSet()}) {
            assertThatThrownBy(() -> Part10File.of(write("other", each)))
                    .isInstanceOfSatisfying(
                            Part10Exception.class, e -> assertThat(e.isOtherFormat()).isTrue())
                    .hasMessage("not a DICOM file: no DICM after the preamble");
        }
    }

    @Test
    void whatIsAbsentIsNamed() throws IOException {
        assertFault(
                Part10Bytes.start().uid(0x0003, "1.2"),
                "Media Storage SOP Class UID (0002,0002): absent");
        assertFault(
                Part10Bytes.start().uid(0x0002, Part10Bytes.CT),
                "Media Storage SOP Instance UID (0002,0003): absent");
        assertFault(
                Part10Bytes.start().uid(0x0002, Part10Bytes.CT).uid(0x0003, "1.2"),
                "Transfer Syntax UID (0002,0010): absent");
    }

    @Test
    void whatIsNoUidIsRefusedAndNotShown() throws IOException {
        assertFault(
                Part10Bytes.start().uid(0x0002, "../../etc"),
                "Media Storage SOP Class UID (0002,0002): not a UID");
    }

    @Test
    void aDamagedGroupIsNoOtherFormat() throws IOException {
        byte[] whole = Part10Bytes.image(Part10Bytes.CT, "1.2.3", Part10Bytes.EXPLICIT);
        assertThatThrownBy(() -> Part10File.of(write("cut", Arrays.copyOf(whole, 150))))
                .isInstanceOfSatisfying(
                        Part10Exception.class, e -> assertThat(e.isOtherFormat()).isFalse())
                .hasMessageContaining("the file ends in it");
    }

    private void assertFault(Part10Bytes file, String message) throws IOException {
        Path path = write("faulty", file.bytes());
        assertThatThrownBy(() -> Part10File.of(path))
                .isInstanceOf(Part10Exception.class)
                .hasMessage(message);
    }

    private Path image(String name, String sopInstance) throws IOException {
        return write(name, Part10Bytes.image(Part10Bytes.CT, sopInstance, Part10Bytes.EXPLICIT));
    }

    private Path write(String name, byte[] bytes) throws IOException {
        return Files.write(folder.resolve(name), bytes);
    }
}
