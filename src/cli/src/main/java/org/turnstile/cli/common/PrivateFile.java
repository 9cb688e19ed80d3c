/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.cli.common;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/** Writes files that only the user can read (mode 0600), from their first byte on. */
public final class PrivateFile {

    private PrivateFile() {}

    /**
     * Writes a file, or replaces it in one step, whoever could read the old one.
     *
     * @throws CommandFailedException if it cannot be written, or is something else than a file
     */
    public static void write(Path file, byte[] content) throws CommandFailedException {
        if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)
                && !Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            throw new CommandFailedException(
                    ExitCode.NO_FILE, file + ": is there already, and is no file");
        }
        try {
            replace(file.toAbsolutePath(), content);
        } catch (IOException e) {
            throw new CommandFailedException(
                    ExitCode.NO_FILE, file + ": cannot be written: " + e.getMessage(), e);
        }
    }

    private static void replace(Path file, byte[] content) throws IOException {
        Path folder = file.getParent();
        Path next = Files.createTempFile(folder, ".turnstile", ".tmp", ownerOnly(folder));
        try {
            Files.write(next, content);
            Files.move(
                    next,
                    file,
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(next);
        }
    }

    private static FileAttribute<?>[] ownerOnly(Path folder) {
        return folder.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }
}
