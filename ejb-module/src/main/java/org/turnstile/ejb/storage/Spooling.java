/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.ejb.storage;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Writes one object to a temporary file, each byte read once: written, and taken into a digest. */
final class Spooling {

    /** What is read first and kept: most objects begin their pixel data before. */
    private static final int FIRST = 16 * 1024;

    private static final int BUFFER = 256 * 1024;

    private final Disk disk;
    private final Path file;
    private final MessageDigest digest;

    Spooling(Disk disk, Path file) {
        this.disk = disk;
        this.file = file;
        this.digest = sha256();
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    static String hex(MessageDigest digest) {
        return HexFormat.of().formatHex(digest.digest());
    }

    /**
     * Writes head and data set.
     *
     * @throws org.turnstile.api.AssociationLostException if the object does not come to its end
     * @throws IOException if it cannot be written; nothing is left of it
     */
    Spooled write(byte[] head, InputStream dataSet) throws IOException {
        Disk.Sink sink = disk.create(file);
        boolean complete = false;
        try {
            sink.write(head, 0, head.length);
            byte[] first = dataSet.readNBytes(FIRST);
            take(sink, first, first.length);
            long size = first.length;
            if (first.length == FIRST) {
                size += rest(sink, dataSet);
            }
            Spooled all = new Spooled(disk, file, sink, head.length, first, size, hex(digest));
            complete = true;
            return all;
        } finally {
            if (!complete) {
                sink.close();
                disk.delete(file);
            }
        }
    }

    private long rest(Disk.Sink sink, InputStream dataSet) throws IOException {
        byte[] buffer = new byte[BUFFER];
        long size = 0;
        int got = dataSet.readNBytes(buffer, 0, buffer.length);
        while (got > 0) {
            take(sink, buffer, got);
            size += got;
            got = dataSet.readNBytes(buffer, 0, buffer.length);
        }
        return size;
    }

    private void take(Disk.Sink sink, byte[] bytes, int length) throws IOException {
        digest.update(bytes, 0, length);
        sink.write(bytes, 0, length);
    }
}
