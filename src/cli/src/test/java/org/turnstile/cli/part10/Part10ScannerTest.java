/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.cli.part10;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class Part10ScannerTest {

    @TempDir private Path folder;
    private final List<String> failures = new ArrayList<>();

    @Test
    void aFolderIsSearchedToItsDepthsInTheOrderOfNames() throws IOException {
        image("b", "1.2.2");
        Files.createDirectories(folder.resolve("a/deep"));
        image("a/deep/x", "1.2.1");
        assertThat(scan(folder))
                .extracting(file -> file.meta().sopInstance())
                .containsExactly("1.2.1", "1.2.2");
        assertThat(failures).isEmpty();
    }

    @Test
    void whatIsNotDicomFailsByName() throws IOException {
        Files.writeString(folder.resolve("README"), "text");
        assertThat(scan(folder, folder.resolve("none"))).isEmpty();
        assertThat(failures)
                .containsExactly(
                        "README: not a DICOM file: no DICM after the preamble",
                        "none: no such file");
    }

    @Test
    void aDicomdirIsLeftOutOfAFolderAndRefusedWhenNamed() throws IOException {
        Path directory = folder.resolve("DICOMDIR");
        Files.write(
                directory, Part10Bytes.image(Part10File.DIRECTORY, "1.2.3", Part10Bytes.EXPLICIT));
        assertThat(scan(folder)).isEmpty();
        assertThat(failures).isEmpty();
        assertThat(scan(directory)).isEmpty();
        assertThat(failures).containsExactly("DICOMDIR: a DICOMDIR is not sent");
    }

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

    private Path image(String name, String sopInstance) throws IOException {
        byte[] bytes = Part10Bytes.image(Part10Bytes.CT, sopInstance, Part10Bytes.EXPLICIT);
        return Files.write(folder.resolve(name), bytes);
    }

    private List<Part10File> scan(Path... paths) {
        Part10Scanner scanner =
                new Part10Scanner((path, why) -> failures.add(path.getFileName() + ": " + why));
        List.of(paths).forEach(scanner::scan);
        return scanner.files();
    }
}
