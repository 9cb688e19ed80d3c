/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.cli.common;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PrivateFileTest {

    @TempDir private Path folder;

    @Test
    void givenANewFile_thenOnlyItsOwnerCanReadIt() throws Exception {
        Path file = folder.resolve("ticket");
        PrivateFile.write(file, new byte[] {1, 2});
        assertThat(file).hasBinaryContent(new byte[] {1, 2});
        assertThat(permissions(file)).isEqualTo("rw-------");
    }

    @Test
    void givenAFileThatAllCanRead_thenItIsReplacedByOneThatTheyCannot() throws Exception {
        Path file = Files.writeString(folder.resolve("ticket"), "old and long");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
        PrivateFile.write(file, new byte[] {3});
        assertThat(file).hasBinaryContent(new byte[] {3});
        assertThat(permissions(file)).isEqualTo("rw-------");
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    void givenSomethingElseThanAFile_thenItStays() throws Exception {
        Path link = Files.createSymbolicLink(folder.resolve("link"), folder.resolve("target"));
        assertFails(link, "link: is there already, and is no file");
        assertFails(folder, "is there already, and is no file");
        assertThat(folder.resolve("target")).doesNotExist();
    }

    @Test
    void givenNoSuchFolder_thenItIsSaid() {
        assertFails(folder.resolve("absent").resolve("ticket"), "ticket: cannot be written: ");
    }

    private static void assertFails(Path file, String why) {
        assertThatThrownBy(() -> PrivateFile.write(file, new byte[1]))
                .isInstanceOfSatisfying(
                        CommandFailedException.class,
                        e -> assertThat(e.exitCode()).isEqualTo(ExitCode.NO_FILE))
                .hasMessageContaining(why);
    }

    private static String permissions(Path file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }
}
