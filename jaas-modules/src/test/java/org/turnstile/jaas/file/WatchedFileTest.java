/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.jaas.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WatchedFileTest {

    private static final FileTime LONG_AGO = FileTime.from(Instant.parse("2020-01-01T00:00:00Z"));

    @TempDir private Path folder;
    private final List<String> changes = new ArrayList<>();
    private final AtomicInteger reads = new AtomicInteger();
    private Path path;
    private WatchedFile<String> file;

    @BeforeEach
    void aFileThatNobodyHasTouchedForLong() throws Exception {
        path = Files.writeString(folder.resolve("file"), "one");
        Files.setLastModifiedTime(path, LONG_AGO);
        file = new WatchedFile<>(path, this::parse, changes::add, Clock.systemUTC());
    }

    private String parse(TextFile text) throws FileSyntaxException {
        reads.incrementAndGet();
        String all = String.join("+", text.lines());
        if (all.contains("bad")) {
            throw text.error(1, 2, "bad");
        }
        return all;
    }

    @Test
    void aFileThatDoesNotChangeIsReadOnce() throws Exception {
        for (int i = 0; i < 5; i++) {
            assertThat(file.current()).isEqualTo("one");
        }

        assertThat(reads).hasValue(1);
        assertThat(changes).containsExactly("one");
        assertThat(file.path()).isEqualTo(path);
    }

    @Test
    void anEditInPlaceIsSeenAtOnce() throws Exception {
        file.current();

        Files.writeString(path, "two");

        assertThat(file.current()).isEqualTo("two");
        assertThat(changes).containsExactly("one", "two");
    }

    @Test
    void aSecondEditOfTheSameSizeWithinTheSameTickIsSeen() throws Exception {
        FileTime now = FileTime.from(Instant.now());
        Files.writeString(path, "two");
        Files.setLastModifiedTime(path, now);
        assertThat(file.current()).isEqualTo("two");

        Files.writeString(path, "six");
        Files.setLastModifiedTime(path, now);

        assertThat(file.current()).isEqualTo("six");
    }

    @Test
    void anotherFileInItsPlaceIsSeenEvenWithTheSameTimeAndSize() throws Exception {
        file.current();

        Path other = Files.writeString(folder.resolve("other"), "two");
        Files.setLastModifiedTime(other, LONG_AGO);
        Files.move(other, path, StandardCopyOption.ATOMIC_MOVE);

        assertThat(file.current()).isEqualTo("two");
    }

    @Test
    void aTouchWithoutAChangeIsNoChange() throws Exception {
        file.current();

        Files.setLastModifiedTime(path, FileTime.from(Instant.now().minusSeconds(60)));
        file.current();

        assertThat(reads).hasValue(2);
        assertThat(changes).containsExactly("one");
    }

    @Test
    void onceAFreshFileHasSettledItIsNotReadAgain() throws Exception {
        Instant later = Instant.now().plus(Duration.ofMinutes(1));
        WatchedFile<String> settled =
                new WatchedFile<>(
                        path, this::parse, changes::add, Clock.fixed(later, ZoneOffset.UTC));
        Files.writeString(path, "two");

        settled.current();
        settled.current();

        assertThat(reads).hasValue(1);
    }

    @Test
    void anErrorStaysUntilItIsPutRight() throws Exception {
        file.current();
        Files.writeString(path, "bad one");
        Files.setLastModifiedTime(path, LONG_AGO);

        for (int i = 0; i < 3; i++) {
            assertThatThrownBy(file::current)
                    .isInstanceOf(IOException.class)
                    .hasMessage(path + ", line 1, column 2: bad")
                    .hasCauseInstanceOf(FileSyntaxException.class);
        }

        assertThat(reads).as("a file with an error is not parsed at each login").hasValue(2);
        Files.writeString(path, "good");
        assertThat(file.current()).isEqualTo("good");
    }

    @Test
    void aFileThatGoesAwayIsMissedAndTakenUpAgain() throws Exception {
        file.current();
        Files.delete(path);

        assertThatThrownBy(file::current)
                .isInstanceOf(IOException.class)
                .hasMessageContaining(path + " does not exist");

        Files.writeString(path, "back");
        assertThat(file.current()).isEqualTo("back");
    }
}
