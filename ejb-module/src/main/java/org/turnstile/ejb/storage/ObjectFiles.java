/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.ejb.storage;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;

/**
 * The files of the archive. An object is spooled, forced to disk, renamed to {@code
 * xx/yy/SERIES/INSTANCE-random.dcm}, which was never used before, and the folder is forced too:
 * after a crash there is either the whole object or an unfinished spool file that nobody was told
 * of. For any number of threads.
 */
final class ObjectFiles {

    /** Unfinished objects. */
    static final String SPOOL = "spool";

    /** What recovery could not make sense of. */
    static final String QUARANTINE = "quarantine";

    private static final int FOLDERS_REMEMBERED = 10_000;

    private final Path folder;
    private final Disk disk;
    private final RecentFolders known = new RecentFolders(FOLDERS_REMEMBERED);

    /**
     * Opens the store, making its folders if need be.
     *
     * @throws IOException if a folder cannot be made
     */
    ObjectFiles(Path folder, Disk disk) throws IOException {
        this.folder = folder;
        this.disk = disk;
        disk.createFolder(folder.resolve(SPOOL));
        disk.createFolder(folder.resolve(QUARANTINE));
    }

    Path folder() {
        return folder;
    }

    Disk disk() {
        return disk;
    }

    /** Removes what an earlier run left unfinished; answers how many files there were. */
    int removeUnfinished() throws IOException {
        int removed = 0;
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder.resolve(SPOOL))) {
            for (Path file : files) {
                disk.delete(file);
                removed++;
            }
        }
        return removed;
    }

    /**
     * Reads an object to its end into a temporary file.
     *
     * @throws org.turnstile.api.AssociationLostException if the object does not come to its end
     * @throws IOException if it cannot be written; nothing is left of it
     */
    Spooled spool(FileHead head, InputStream dataSet) throws IOException {
        Path file = folder.resolve(SPOOL).resolve(UUID.randomUUID().toString());
        return new Spooling(disk, file).write(head.bytes(), dataSet);
    }

    /**
     * Gives a spooled and forced object its final name.
     *
     * @param series UID of its series, which was checked
     * @param instance UID of the object, which was checked
     * @return the name, relative to {@link #folder}
     * @throws IOException if that fails; nothing is left of it
     */
    String place(Spooled object, String series, String instance) throws IOException {
        int hash = series.hashCode();
        String folders = HexFormat.of().toHexDigits((short) hash);
        String name =
                String.join(
                        "/",
                        folders.substring(0, 2),
                        folders.substring(2),
                        series,
                        instance + "-" + UUID.randomUUID() + ".dcm");
        moveTo(object, name);
        boolean durable = false;
        try {
            force(folder.resolve(name).getParent());
            durable = true;
        } finally {
            if (!durable) {
                remove(name);
            }
        }
        return name;
    }

    private void moveTo(Spooled object, String name) throws IOException {
        Path target = folder.resolve(name);
        disk.createFolder(target.getParent());
        object.moveTo(target);
    }

    /** A new folder is a name in the one above it. */
    private void force(Path own) throws IOException {
        disk.forceFolder(own);
        if (known.contains(own)) {
            return;
        }
        Path second = own.getParent();
        for (Path above : List.of(second, second.getParent(), folder)) {
            disk.forceFolder(above);
        }
        known.add(own);
    }

    /**
     * Makes good the file of an object that was sent again, if it is gone or cut off.
     *
     * @param object the same content, spooled and forced
     * @param name the name that the index has for it
     * @return whether there was need
     */
    boolean restore(Spooled object, String name) throws IOException {
        Path kept = folder.resolve(name);
        if (Files.isRegularFile(kept) && Files.size(kept) >= object.size()) {
            return false;
        }
        moveTo(object, name);
        force(kept.getParent());
        return true;
    }

    /** Removes an object that no row names. */
    void remove(String name) throws IOException {
        disk.delete(folder.resolve(name));
    }
}
