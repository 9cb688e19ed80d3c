/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.ejb.storage;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * An object in a temporary file, all of it, and how it begins in memory. Closing it removes the
 * file if it is still there.
 */
final class Spooled implements AutoCloseable {

    private final Disk disk;
    private final Path file;
    private final Disk.Sink sink;
    private final int headLength;
    private final byte[] first;
    private final long size;
    private final String digest;
    private boolean open = true;
    private boolean moved;

    /**
     * With what was learnt in writing it.
     *
     * @param headLength bytes before the data set
     * @param first the first bytes of the data set
     * @param size bytes of the data set
     * @param digest SHA-256 of the data set
     */
    Spooled(
            Disk disk,
            Path file,
            Disk.Sink sink,
            int headLength,
            byte[] first,
            long size,
            String digest) {
        this.disk = disk;
        this.file = file;
        this.sink = sink;
        this.headLength = headLength;
        this.first = first;
        this.size = size;
        this.digest = digest;
    }

    long size() {
        return size;
    }

    String digest() {
        return digest;
    }

    /** Bytes of the whole file. */
    long length() {
        return headLength + size;
    }

    /** The data set from its first byte, the beginning of it out of memory. */
    InputStream dataSet() throws IOException {
        InputStream beginning = new ByteArrayInputStream(first);
        if (first.length == size) {
            return beginning;
        }
        InputStream rest = Files.newInputStream(file);
        rest.skipNBytes(headLength + (long) first.length);
        return new SequenceInputStream(beginning, new BufferedInputStream(rest));
    }

    /** Waits until the file would survive a power cut. */
    void force() throws IOException {
        sink.force();
        sink.close();
        open = false;
    }

    /** Gives the file another name, under which it stays. */
    void moveTo(Path target) throws IOException {
        disk.move(file, target);
        moved = true;
    }

    @Override
    public void close() throws IOException {
        if (open) {
            sink.close();
        }
        if (!moved) {
            disk.delete(file);
        }
    }
}
