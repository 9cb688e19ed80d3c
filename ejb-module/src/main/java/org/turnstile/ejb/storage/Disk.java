/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.ejb.storage;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * What is done to the files of the archive: the one place where a disk can fail, be full, or stop
 * in the middle.
 */
class Disk {

    /** A file that is written once, from its first byte to its last. */
    interface Sink extends Closeable {

        /** Writes the bytes from one index up to a length. */
        void write(byte[] bytes, int from, int length) throws IOException;

        /** Waits until all that was written would survive a power cut. */
        void force() throws IOException;
    }

    /** A new file. */
    Sink create(Path file) throws IOException {
        FileChannel channel =
                FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        return new Sink() {
            @Override
            public void write(byte[] bytes, int from, int length) throws IOException {
                ByteBuffer rest = ByteBuffer.wrap(bytes, from, length);
                while (rest.hasRemaining()) {
                    channel.write(rest);
                }
            }

            @Override
            public void force() throws IOException {
                channel.force(true);
            }

            @Override
            public void close() throws IOException {
                channel.close();
            }
        };
    }

    /** A folder, with those above it; nothing happens where it is there. */
    void createFolder(Path folder) throws IOException {
        // by itself it learns from an exception that the folder is there
        if (!Files.isDirectory(folder)) {
            Files.createDirectories(folder);
        }
    }

    /** Gives a file another name, in one step. */
    void move(Path from, Path to) throws IOException {
        Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
    }

    /** Waits until the names in a folder would survive a power cut. */
    void forceFolder(Path folder) throws IOException {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    /** Removes a file, if it is there. */
    void delete(Path file) throws IOException {
        Files.deleteIfExists(file);
    }
}
