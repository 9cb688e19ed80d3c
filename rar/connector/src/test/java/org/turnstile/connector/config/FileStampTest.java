/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.connector.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileStampTest {

    private static final FileTime LONG_AGO = FileTime.from(Instant.parse("2026-01-01T00:00:00Z"));

    @TempDir private Path folder;

    @Test
    void aMissingFileHasNoStamp() throws IOException {
        assertThat(FileStamp.of(folder.resolve("none"))).isEmpty();
    }

    @Test
    void aFileThatWasLeftAloneStillHolds() throws IOException {
        Path file = write("a", "one");
        assertThat(stamp(file).stillHolds(stamp(file))).isTrue();
    }

    @Test
    void anotherSizeOrTimeDoesNotHold() throws IOException {
        Path file = write("a", "one");
        FileStamp before = stamp(file);
        write("a", "three");
        assertThat(before.stillHolds(stamp(file))).isFalse();
        write("a", "two");
        assertThat(before.stillHolds(stamp(file))).isTrue();
        Files.setLastModifiedTime(file, FileTime.from(LONG_AGO.toInstant().plusNanos(1_000_000)));
        assertThat(before.stillHolds(stamp(file))).isFalse();
    }

    @Test
    void aFileReplacedByOneOfTheSameSizeAndTimeDoesNotHold() throws IOException {
        Path file = write("a", "one");
        FileStamp before = stamp(file);
        Files.move(write("b", "two"), file, StandardCopyOption.REPLACE_EXISTING);
        assertThat(before.stillHolds(stamp(file))).isFalse();
    }

    @Test
    void aFileWrittenJustNowIsNotTrustedSinceAnotherWriteMightNotShow() throws IOException {
        Path file = Files.writeString(folder.resolve("new"), "one");
        assertThat(stamp(file).sameAs(stamp(file))).isTrue();
        assertThat(stamp(file).stillHolds(stamp(file))).isFalse();
    }

    private Path write(String name, String text) throws IOException {
        Path file = Files.writeString(folder.resolve(name), text);
        return Files.setLastModifiedTime(file, LONG_AGO);
    }

    private static FileStamp stamp(Path file) throws IOException {
        return FileStamp.of(file).orElseThrow();
    }
}
