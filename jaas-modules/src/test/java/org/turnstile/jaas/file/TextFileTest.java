/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.jaas.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TextFileTest {

    @TempDir private Path folder;

    private Path write(byte[] bytes) throws IOException {
        return Files.write(folder.resolve("file"), bytes);
    }

    private TextFile read(String text) throws IOException {
        return TextFile.read(write(text.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void linesEndWithLineFeedWithOrWithoutCarriageReturn() throws Exception {
        assertThat(read("a\nb\r\n\nc").lines()).containsExactly("a", "b", "", "c");
        assertThat(read("a\n").lines()).containsExactly("a");
        assertThat(read("").lines()).isEmpty();
    }

    @Test
    void otherLineSeparatorsAreCharactersLikeAnyOther() throws Exception {
        assertThat(read("a\u2028b\rc").lines()).containsExactly("a\u2028b\rc");
    }

    @Test
    void commentsAndBlankLinesSayNothing() {
        assertThat(TextFile.isComment("")).isTrue();
        assertThat(TextFile.isComment(" \t ")).isTrue();
        assertThat(TextFile.isComment("  # a:b")).isTrue();
        assertThat(TextFile.isComment("a # b")).isFalse();
    }

    @Test
    void bytesThatAreNotUtf8AreNamedByLine() throws Exception {
        Path file = write(new byte[] {'a', '\n', (byte) 0xC3, 0x28, '\n'});

        assertThatThrownBy(() -> TextFile.read(file))
                .isInstanceOf(FileSyntaxException.class)
                .hasMessage(file + ", line 2, column 1: not UTF-8");
    }

    @Test
    void anEndlessLineIsRefused() {
        assertThatThrownBy(() -> read("a\n" + "x".repeat(TextFile.MAX_LINE + 1)))
                .isInstanceOfSatisfying(
                        FileSyntaxException.class,
                        e -> {
                            assertThat(e.line()).isEqualTo(2);
                            assertThat(e.column()).isEqualTo(TextFile.MAX_LINE + 1);
                        });
    }

    @Test
    void aHugeFileIsRefusedWithoutBeingHeld() throws Exception {
        Path huge = folder.resolve("huge");
        try (RandomAccessFile file = new RandomAccessFile(huge.toFile(), "rw")) {
            file.setLength(8L << 30); // sparse: 8 GiB that take no room
        }

        assertThatThrownBy(() -> TextFile.read(huge))
                .isInstanceOf(IOException.class)
                .hasMessage(huge + " has more than " + TextFile.MAX_BYTES + " bytes");
    }

    @Test
    void aFolderADeviceAndNothingAreNoFiles() {
        Path none = folder.resolve("none");
        assertThatThrownBy(() -> TextFile.read(folder)).hasMessage(folder + " is no file");
        assertThatThrownBy(() -> TextFile.read(none)).hasMessage(none + " does not exist");
        Path device = Path.of("/dev/zero");
        assumeTrue(Files.exists(device));
        assertThatThrownBy(() -> TextFile.read(device)).hasMessage("/dev/zero is no file");
    }
}
