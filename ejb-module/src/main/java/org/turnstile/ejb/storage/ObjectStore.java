/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.ejb.storage;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;
import org.turnstile.api.Implementation;
import org.turnstile.api.StoreRequest;
import org.turnstile.api.io.FileMetaInformation;

/**
 * Objects as Part 10 files. A file is spooled, forced to disk, renamed to a name that was never
 * used before, and its folder is forced too: after a crash there is either the whole object or an
 * unfinished spool file that nobody was told of.
 */
final class ObjectStore {

    private static final String SPOOL = "spool";
    private static final int BUFFER = 64 * 1024;

    private final Path folder;
    private final Path spool;

    /**
     * Opens the store, making its folders if need be.
     *
     * @throws IOException if a folder cannot be made
     */
    ObjectStore(Path folder) throws IOException {
        this.folder = folder;
        this.spool = Files.createDirectories(folder.resolve(SPOOL));
    }

    Path folder() {
        return folder;
    }

    /** Removes what an earlier run left unfinished; answers how many files there were. */
    int removeUnfinished() throws IOException {
        int removed = 0;
        try (DirectoryStream<Path> files = Files.newDirectoryStream(spool)) {
            for (Path file : files) {
                Files.delete(file);
                removed++;
            }
        }
        return removed;
    }

    /**
     * Stores an object; when it returns the object is on disk under its final name.
     *
     * @return the file
     * @throws org.turnstile.api.AssociationLostException if the object does not come to its end
     * @throws IOException if it cannot be written
     */
    Path store(StoreRequest request) throws IOException {
        String name = UUID.randomUUID().toString();
        Path temporary = spool.resolve(name);
        try {
            write(request, temporary);
            Path target = folderOf(request.sopInstance()).resolve(name + ".dcm");
            Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE);
            force(target.getParent());
            return target;
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    private void write(StoreRequest request, Path file) throws IOException {
        try (FileChannel channel =
                FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            OutputStream out = new BufferedOutputStream(Channels.newOutputStream(channel), BUFFER);
            head(request).write(out);
            request.dataSet().transferTo(out);
            out.flush();
            channel.force(true);
        }
    }

    private static FileMetaInformation head(StoreRequest request) {
        return new FileMetaInformation(
                request.sopClass(),
                request.sopInstance(),
                request.transferSyntax(),
                Implementation.CLASS_UID,
                request.association().callingAeTitle());
    }

    /** Two levels by hash, so that no folder grows without bound; the UID itself is checked. */
    private Path folderOf(String sopInstance) throws IOException {
        int hash = sopInstance.hashCode();
        Path first = folder.resolve(String.format("%02x", hash >>> 8 & 0xFF));
        Path second = first.resolve(String.format("%02x", hash & 0xFF));
        Path own = second.resolve(sopInstance);
        if (!Files.isDirectory(own)) {
            Files.createDirectories(own);
            force(second);
            force(first);
            force(folder);
        }
        return own;
    }

    private static void force(Path directory) throws IOException {
        try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }
}
