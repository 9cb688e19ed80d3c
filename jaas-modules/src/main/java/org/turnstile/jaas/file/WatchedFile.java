/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.jaas.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.function.Consumer;

/**
 * What a file says now. Each call looks at the file's time, size and identity; only if one of them
 * has changed is it read again. A file with an error gives that error until it is put right: an
 * older state might let in a user who has just been removed.
 *
 * <p>Safe for many threads.
 *
 * @param <T> what the file means; with an {@code equals} that compares content
 */
public final class WatchedFile<T> {

    /** Turns the lines of a file into their meaning. */
    @FunctionalInterface
    public interface Format<T> {
        /** Reads the meaning, or says where the error is. */
        T parse(TextFile file) throws FileSyntaxException;
    }

    /** Turns a file of any kind into its meaning. */
    @FunctionalInterface
    public interface Reader<T> {
        /** Reads the meaning, or says why that cannot be. */
        T read(Path path) throws IOException;
    }

    /**
     * A file that was written a moment ago may be written again without a visible change of time,
     * so it is read again for this long. File systems keep time to 2 s or finer.
     */
    static final Duration COARSEST_TIME = Duration.ofSeconds(2);

    private record Stamp(FileTime modified, long size, Object identity) {}

    private record State<T>(Stamp stamp, boolean settled, T value, IOException error) {}

    private final Path path;
    private final Reader<T> reader;
    private final Consumer<T> changed;
    private final Clock clock;
    private volatile State<T> state = new State<>(null, false, null, null);

    /**
     * Watches a file of lines, which is read at the first call of {@link #current()}.
     *
     * @param path the file
     * @param format what its lines mean
     * @param changed is told of each new meaning
     * @param clock tells how old a change is
     */
    public WatchedFile(Path path, Format<T> format, Consumer<T> changed, Clock clock) {
        this(path, changed, clock, file -> format.parse(TextFile.read(file)));
    }

    private WatchedFile(Path path, Consumer<T> changed, Clock clock, Reader<T> reader) {
        this.path = path;
        this.reader = reader;
        this.changed = changed;
        this.clock = clock;
    }

    /**
     * Watches a file that is not one of lines.
     *
     * @param path the file
     * @param reader what it means; bounds how much it reads
     * @param changed is told of each new meaning
     * @param clock tells how old a change is
     */
    public static <T> WatchedFile<T> of(
            Path path, Reader<T> reader, Consumer<T> changed, Clock clock) {
        return new WatchedFile<>(path, changed, clock, reader);
    }

    /** The file. */
    public Path path() {
        return path;
    }

    /**
     * What the file says now.
     *
     * @throws IOException if it cannot be read or has an error, which is the cause then
     */
    public T current() throws IOException {
        Stamp now = stamp();
        State<T> known = state;
        if (!known.settled() || !now.equals(known.stamp())) {
            known = read(now);
        }
        if (known.error() != null) {
            throw new IOException(known.error().getMessage(), known.error());
        }
        return known.value();
    }

    private Stamp stamp() throws IOException {
        try {
            BasicFileAttributes is = Files.readAttributes(path, BasicFileAttributes.class);
            return new Stamp(is.lastModifiedTime(), is.size(), is.fileKey());
        } catch (IOException e) {
            throw new IOException(path + " does not exist or cannot be reached", e);
        }
    }

    private synchronized State<T> read(Stamp now) {
        State<T> known = state;
        if (known.settled() && now.equals(known.stamp())) {
            return known;
        }
        boolean settled = isSettled(now.modified().toInstant());
        State<T> next;
        try {
            T value = reader.read(path);
            next = new State<>(now, settled, value, null);
        } catch (IOException e) {
            next = new State<>(now, settled, null, e);
        }
        state = next;
        if (next.value() != null && !Objects.equals(next.value(), known.value())) {
            changed.accept(next.value());
        }
        return next;
    }

    private boolean isSettled(Instant modified) {
        Duration age = Duration.between(modified, clock.instant()).abs();
        return age.compareTo(COARSEST_TIME) > 0;
    }
}
