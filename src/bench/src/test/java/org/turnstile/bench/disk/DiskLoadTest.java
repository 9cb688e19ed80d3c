/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.bench.disk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiskLoadTest {

    @TempDir private Path folder;

    private List<Path> files() throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).toList();
        }
    }

    @Test
    void eachWriterLeavesItsFilesUnderTheirFinalNames() throws Exception {
        double perSecond = new DiskLoad(folder, 5_000, 3).run(2);

        assertThat(perSecond).isPositive();
        assertThat(files())
                .hasSize(6)
                .allSatisfy(file -> assertThat(file).hasSize(5_000))
                .contains(folder.resolve("0/2"), folder.resolve("1/0"));
    }

    @Test
    void aFileThatCannotBeWrittenIsToldWithItsCause() throws IOException {
        Files.createDirectories(folder.resolve("spool"));
        Files.createFile(folder.resolve("spool/1"));

        assertThatThrownBy(() -> new DiskLoad(folder, 10, 1).run(2))
                .isInstanceOf(IOException.class)
                .hasCauseInstanceOf(FileAlreadyExistsException.class);
    }

    @Test
    void refusesWhatIsOutOfRange() {
        assertThatThrownBy(() -> new DiskLoad(folder, 0, 1)).hasMessage("size: 0");
        assertThatThrownBy(() -> new DiskLoad(folder, 1, 0)).hasMessage("objects: 0");
    }
}
