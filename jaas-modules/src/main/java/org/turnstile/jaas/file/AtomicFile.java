/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.jaas.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Set;

/**
 * A file that is replaced in one step, so that a reader sees the old or the new content and nothing
 * between, also after a power cut. Editors in several processes wait for each other by a lock on a
 * file of their own, {@code NAME.lock} beside it, since the file itself is another one after each
 * edit. One object serves all threads of a process.
 */
public final class AtomicFile {

    /** One edit, under the lock. */
    @FunctionalInterface
    public interface Edit {
        /** Reads and replaces. */
        void run() throws IOException;
    }

    private static final Set<PosixFilePermission> OWNER_ONLY =
            PosixFilePermissions.fromString("rw-------");

    private static final Set<PosixFilePermission> MOST =
            PosixFilePermissions.fromString("rw-r-----");

    private static final Set<StandardOpenOption> CREATE =
            Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE);

    private final Path path;

    /** The file, which need not exist. */
    public AtomicFile(Path path) {
        this.path = path;
    }

    /**
     * Runs one edit while no other process runs one.
     *
     * @throws IOException if the lock cannot be had, or from the edit
     */
    public synchronized void edit(Edit edit) throws IOException {
        Path target = real();
        Path lockFile = target.resolveSibling(path.getFileName() + ".lock");
        try (FileChannel channel = FileChannel.open(lockFile, CREATE, ownerOnly(lockFile))) {
            // before the lock: POSIX ends a lock when the process closes any descriptor of the file
            keepOwner(target, lockFile);
            try (FileLock lock = channel.lock()) {
                edit.run();
            }
        } catch (OverlappingFileLockException e) {
            throw new IOException(path + " is being edited by this process already", e);
        }
    }

    /** Replaces the content; a new file can be read by its owner only. */
    public void replace(byte[] content) throws IOException {
        Path target = real();
        Path folder = target.getParent();
        Path next =
                Files.createTempFile(folder, "." + path.getFileName(), ".tmp", ownerOnly(folder));
        try {
            try (FileChannel channel = FileChannel.open(next, StandardOpenOption.WRITE)) {
                ByteBuffer bytes = ByteBuffer.wrap(content);
                while (bytes.hasRemaining()) {
                    channel.write(bytes);
                }
                channel.force(true);
            }
            keepOwner(target, next);
            Files.move(
                    next,
                    target,
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
            flush(folder);
        } finally {
            Files.deleteIfExists(next);
        }
    }

    /** Where links lead, so that a link stays one. */
    private Path real() throws IOException {
        return Files.exists(path) ? path.toRealPath() : path.toAbsolutePath();
    }

    private static boolean isPosix(Path path) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix");
    }

    private static FileAttribute<?>[] ownerOnly(Path path) {
        return isPosix(path)
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(OWNER_ONLY)}
                : new FileAttribute<?>[0];
    }

    /** An administrator's edit must not take the file away from the server that reads it. */
    private static void keepOwner(Path target, Path next) throws IOException {
        if (!isPosix(target) || !Files.exists(target)) {
            return;
        }
        PosixFileAttributes old = Files.readAttributes(target, PosixFileAttributes.class);
        PosixFileAttributeView view =
                Files.getFileAttributeView(
                        next, PosixFileAttributeView.class, LinkOption.NOFOLLOW_LINKS);
        PosixFileAttributes mine = view.readAttributes();
        if (!mine.group().equals(old.group())) {
            view.setGroup(old.group());
        }
        if (!mine.owner().equals(old.owner())) {
            view.setOwner(old.owner());
        }
        Set<PosixFilePermission> permissions = EnumSet.copyOf(old.permissions());
        permissions.retainAll(MOST);
        permissions.addAll(OWNER_ONLY);
        if (!mine.permissions().equals(permissions)) {
            view.setPermissions(permissions);
        }
    }

    /** Makes the rename last; only POSIX systems let a folder be opened for that. */
    private static void flush(Path folder) throws IOException {
        if (isPosix(folder)) {
            try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }
}
