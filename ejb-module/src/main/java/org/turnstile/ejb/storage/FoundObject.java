/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.ejb.storage;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Instant;
import org.turnstile.ejb.index.Content;
import org.turnstile.ejb.index.Placement;
import org.turnstile.ejb.index.attributes.ObjectAttributes;

/**
 * An object that is under its final name already.
 *
 * @param attributes what the index keeps of it
 * @param content its file, which has its place
 */
record FoundObject(ObjectAttributes attributes, Content content) implements Placement {

    private static final int BUFFER = 256 * 1024;

    /**
     * Reads a file of the archive.
     *
     * @param name relative to the folder
     * @throws RefusedException if it holds no object that the archive would keep
     * @throws IOException if it cannot be read, or is no DICOM file
     */
    static FoundObject read(Path folder, String name) throws RefusedException, IOException {
        Path file = folder.resolve(name);
        FileHead head;
        MessageDigest digest = Spooling.sha256();
        long size = 0;
        try (InputStream in = Files.newInputStream(file)) {
            head = FileHead.read(in);
            byte[] buffer = new byte[BUFFER];
            for (int got = in.read(buffer); got > 0; got = in.read(buffer)) {
                digest.update(buffer, 0, got);
                size += got;
            }
        }
        ObjectReader.checkCommand(head.sopClass(), head.sopInstance(), head.transferSyntax());
        ObjectAttributes attributes = ObjectReader.read(head, () -> dataSet(file), size);
        Instant storedAt = Files.getLastModifiedTime(file).toInstant();
        Content content = new Content(name, size, Spooling.hex(digest), storedAt);
        return new FoundObject(attributes, content);
    }

    private static InputStream dataSet(Path file) throws IOException {
        InputStream in = new BufferedInputStream(Files.newInputStream(file));
        FileHead.read(in);
        return in;
    }

    @Override
    public String digest() {
        return content.digest();
    }

    @Override
    public Content place() {
        return content;
    }
}
