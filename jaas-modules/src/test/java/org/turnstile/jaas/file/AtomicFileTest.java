/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.jaas.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AtomicFileTest {

    @TempDir private Path folder;
    private Path path;
    private AtomicFile file;

    @BeforeEach
    void aFileThatDoesNotExist() {
        path = folder.resolve("users");
        file = new AtomicFile(path);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(f -> f.getFileName().toString()).sorted().toList();
        }
    }

    private String permissions(Path of) throws IOException {
        assumeTrue(of.getFileSystem().supportedFileAttributeViews().contains("posix"));
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(of));
    }

    @Test
    void aNewFileIsItsOwnersOnly() throws Exception {
        file.replace(bytes("one"));

        assertThat(path).hasContent("one");
        assertThat(permissions(path)).isEqualTo("rw-------");
        assertThat(names()).containsExactly("users");
    }

    @Test
    void aReplacementIsAnotherFileAndLeavesNothingBehind() throws Exception {
        file.replace(bytes("one"));
        Object before = Files.readAttributes(path, "fileKey").get("fileKey");

        file.edit(() -> file.replace(bytes("two")));

        assertThat(path).hasContent("two");
        assertThat(Files.readAttributes(path, "fileKey").get("fileKey")).isNotEqualTo(before);
        assertThat(names()).containsExactly("users", "users.lock");
        assertThat(permissions(folder.resolve("users.lock"))).isEqualTo("rw-------");
    }

    @Test
    void aGroupThatReadsTheFileStillDoesButNobodyElse() throws Exception {
        file.replace(bytes("one"));
        permissions(path);
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwxrw-r--"));

        file.replace(bytes("two"));

        assertThat(permissions(path)).isEqualTo("rw-r-----");
    }

    @Test
    void aLinkStaysALink() throws Exception {
        Path real = Files.writeString(folder.resolve("real"), "one");
        Files.createSymbolicLink(path, real);

        file.edit(() -> file.replace(bytes("two")));

        assertThat(path).isSymbolicLink();
        assertThat(real).hasContent("two");
    }

    @Test
    void anEditThatFailsChangesNothing() throws Exception {
        file.replace(bytes("one"));

        assertThatThrownBy(
                        () ->
                                file.edit(
                                        () -> {
                                            throw new IOException("no");
                                        }))
                .hasMessage("no");

        assertThat(path).hasContent("one");
        file.edit(() -> file.replace(bytes("two")));
        assertThat(path).hasContent("two");
    }

    @Test
    void aFolderInTheFilesPlaceIsNotReplacedAndNoRemainderStays() throws Exception {
        Files.createDirectory(path);
        Files.writeString(path.resolve("x"), "x");

        assertThatThrownBy(() -> file.replace(bytes("one"))).isInstanceOf(IOException.class);

        assertThat(names()).containsExactly("users");
    }

    @Test
    void aSecondEditorInTheSameProcessIsToldRatherThanMixedIn() throws Exception {
        AtomicFile other = new AtomicFile(path);

        assertThatThrownBy(() -> file.edit(() -> other.edit(() -> other.replace(bytes("x")))))
                .isInstanceOf(IOException.class)
                .hasMessage(path + " is being edited by this process already");
    }
}
