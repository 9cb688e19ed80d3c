/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.cli.part10;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.turnstile.api.data.UIDs;

class Part10ScannerTest {

    @TempDir private Path folder;
    private final List<String> failures = new ArrayList<>();
    private final List<String> skipped = new ArrayList<>();

    @Test
    void aFolderIsSearchedToItsDepthsInTheOrderOfNames() throws IOException {
        image("b", "1.2.2");
        Files.createDirectories(folder.resolve("a/deep"));
        image("a/deep/x", "1.2.1");
        assertThat(scan(folder))
                .extracting(file -> file.meta().mediaStorageSopInstance())
                .containsExactly("1.2.1", "1.2.2");
        assertThat(failures).isEmpty();
    }

    @Test
    void whatIsNotDicomIsSkippedInAFolderAndFailsWhereItIsNamed() throws IOException {
        Path readme = Files.writeString(folder.resolve("README"), "text");
        assertThat(scan(folder)).isEmpty();
        assertThat(failures).isEmpty();
        assertThat(skipped).containsExactly("README: not a DICOM file: no DICM after the preamble");
        assertThat(scan(readme, folder.resolve("none"))).isEmpty();
        assertThat(failures)
                .containsExactly(
                        "README: not a DICOM file: no DICM after the preamble",
                        "none: no such file");
    }

    @Test
    void aDamagedDicomFileFailsWhereverItIs() throws IOException {
        Files.write(folder.resolve("damaged"), Part10Bytes.start().bytes());
        image("good", "1.2.3");
        assertThat(scan(folder)).hasSize(1);
        assertThat(failures).hasSize(1);
        assertThat(failures.get(0)).startsWith("damaged: File Meta Information");
    }

    @Test
    void aLinkToAFolderIsFollowedWhereItIsNamedOnly() throws IOException {
        Path real = Files.createDirectory(folder.resolve("real"));
        image("real/image", "1.2.3");
        Path link = Files.createSymbolicLink(folder.resolve("link"), real);
        Files.createSymbolicLink(real.resolve("circle"), folder);
        assertThat(scan(link)).hasSize(1);
        assertThat(scan(folder)).hasSize(1);
    }

    @Test
    void aDicomdirIsLeftOutOfAFolderAndRefusedWhenNamed() throws IOException {
        Path directory = folder.resolve("DICOMDIR");
        Files.write(
                directory,
                Part10Bytes.image(
                        UIDs.MediaStorageDirectoryStorage, "1.2.3", Part10Bytes.EXPLICIT));
        assertThat(scan(folder)).isEmpty();
        assertThat(failures).isEmpty();
        assertThat(scan(directory)).isEmpty();
        assertThat(failures).containsExactly("DICOMDIR: a DICOMDIR is not sent");
    }

    private Path image(String name, String sopInstance) throws IOException {
        byte[] bytes = Part10Bytes.image(Part10Bytes.CT, sopInstance, Part10Bytes.EXPLICIT);
        return Files.write(folder.resolve(name), bytes);
    }

    private List<Part10File> scan(Path... paths) {
        Part10Scanner scanner = new Part10Scanner(new Notes());
        List.of(paths).forEach(scanner::scan);
        return scanner.files();
    }

    private final class Notes implements ScanNotes {
        @Override
        public void failed(Path path, String why) {
            failures.add(path.getFileName() + ": " + why);
        }

        @Override
        public void skipped(Path path, String why) {
            skipped.add(path.getFileName() + ": " + why);
        }
    }
}
