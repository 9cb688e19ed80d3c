/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.connector.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What tells one state of a file from the next without reading it. Taken before the file is read,
 * so that a change in between is noticed at the next look.
 *
 * @param modified time of the last change
 * @param size bytes
 * @param fileKey the file system's own key, which differs once a file was replaced
 * @param settled whether the last change was long enough ago that another would show in its time
 */
public record FileStamp(Instant modified, long size, String fileKey, boolean settled) {

    /** Coarser than the time stamps of any file system in use. */
    private static final Duration RESOLUTION = Duration.ofSeconds(2);

    /**
     * The stamp of a file; empty if there is none.
     *
     * @throws IOException if it is there and cannot be looked at
     */
    public static Optional<FileStamp> of(Path file) throws IOException {
        BasicFileAttributes attributes;
        try {
            attributes = Files.readAttributes(file, BasicFileAttributes.class);
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
        Instant modified = attributes.lastModifiedTime().toInstant();
        return Optional.of(
                new FileStamp(
                        modified,
                        attributes.size(),
                        String.valueOf(attributes.fileKey()),
                        modified.plus(RESOLUTION).isBefore(Instant.now())));
    }

    /** Whether nothing tells the two states apart. */
    public boolean sameAs(FileStamp other) {
        return modified.equals(other.modified)
                && size == other.size
                && fileKey.equals(other.fileKey);
    }

    /** Whether what was read when this stamp was taken still holds. */
    public boolean stillHolds(FileStamp now) {
        return settled && sameAs(now);
    }
}
