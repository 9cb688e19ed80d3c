/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.ejb.access;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.turnstile.api.access.AccessLimits;
import org.turnstile.api.access.AccessSyntaxException;
import org.turnstile.api.access.AccessText;

/**
 * The file {@code access}. Before each operation its time, size and identity are looked at; only if
 * one of them has changed is it read and brought into the database. While it is missing or faulty,
 * nobody sees anything: an older state might show what has just been taken away. Safe for many
 * threads; one imports, the others wait for it, though not for ever.
 */
final class AccessFile {

    /** Brings a text into the database. */
    @FunctionalInterface
    interface Import {
        void run(AccessText text) throws SQLException, IOException;
    }

    /**
     * A file that was written a moment ago may be written again without a visible change of time,
     * so it is read again for this long. File systems keep time to 2 s or finer.
     */
    static final Duration COARSEST_TIME = Duration.ofSeconds(2);

    private record Stamp(FileTime modified, long size, Object identity) {}

    private record State(Stamp stamp, boolean settled, String imported, String error) {}

    private final Path path;
    private final AccessLimits limits;
    private final Duration patience;
    private final Clock clock;
    private final ReentrantLock lock = new ReentrantLock();
    private volatile State state = new State(null, false, "", "");

    /**
     * Watches a file, which is read at the first operation.
     *
     * @param patience how long an operation waits for an import that another one does
     */
    AccessFile(Path path, AccessLimits limits, Duration patience, Clock clock) {
        this.path = path;
        this.limits = limits;
        this.patience = patience;
        this.clock = clock;
    }

    Path path() {
        return path;
    }

    /**
     * Imports the file if it has changed; when this returns the database holds what it says.
     *
     * @throws AccessUnavailableException if the file or the database cannot be read, if the file
     *     has an error, or if it takes too long
     */
    void bringUpToDate(Import into) throws AccessUnavailableException {
        Stamp now = stamp();
        if (isKnown(now)) {
            check();
            return;
        }
        await();
        try {
            if (!isKnown(now)) {
                read(now, into);
            }
            check();
        } finally {
            lock.unlock();
        }
    }

    /**
     * What it says now.
     *
     * @throws IOException if it cannot be read
     */
    AccessText text() throws IOException {
        return AccessText.read(path, limits);
    }

    private boolean isKnown(Stamp now) {
        State known = state;
        return known.settled() && now.equals(known.stamp());
    }

    private void check() throws AccessUnavailableException {
        String error = state.error();
        if (!error.isEmpty()) {
            throw new AccessUnavailableException(error);
        }
    }

    private Stamp stamp() throws AccessUnavailableException {
        try {
            BasicFileAttributes is = Files.readAttributes(path, BasicFileAttributes.class);
            return new Stamp(is.lastModifiedTime(), is.size(), is.fileKey());
        } catch (IOException e) {
            throw new AccessUnavailableException(path + " does not exist or cannot be reached", e);
        }
    }

    private void await() throws AccessUnavailableException {
        try {
            if (!lock.tryLock(patience.toNanos(), TimeUnit.NANOSECONDS)) {
                throw new AccessUnavailableException(
                        path + " is still being imported after " + patience);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AccessUnavailableException(path + ": interrupted", e);
        }
    }

    /** An error of the file is remembered with its stamp; one of the database is not. */
    private void read(Stamp now, Import into) throws AccessUnavailableException {
        boolean settled = isSettled(now.modified().toInstant());
        AccessText text;
        try {
            text = text();
        } catch (IOException e) {
            throw new AccessUnavailableException(path + " cannot be read: " + e.getMessage(), e);
        }
        String digest = text.digest();
        if (digest.equals(state.imported())) {
            state = new State(now, settled, digest, state.error());
            return;
        }
        try {
            into.run(text);
            state = new State(now, settled, digest, "");
        } catch (AccessSyntaxException e) {
            state = new State(now, settled, digest, path + ", " + e.getMessage());
        } catch (SQLException | IOException e) {
            // what the database holds now is not known
            state = new State(null, false, "", "");
            throw new AccessUnavailableException(path + " is not in the database", e);
        }
    }

    private boolean isSettled(Instant modified) {
        Duration age = Duration.between(modified, clock.instant()).abs();
        return age.compareTo(COARSEST_TIME) > 0;
    }
}
