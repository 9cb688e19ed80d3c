/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.cli.part10;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.turnstile.api.UID;
import org.turnstile.api.data.UIDs;
import org.turnstile.api.io.DatasetException;
import org.turnstile.api.io.FileMetaInformation;

/**
 * A DICOM file whose file meta information has been read.
 *
 * @param path where it is
 * @param meta what it is; its SOP class, SOP instance and transfer syntax are UIDs
 * @param size bytes of the whole file
 */
public record Part10File(Path path, FileMetaInformation meta, long size) {

    /**
     * Reads the file meta information.
     *
     * @throws Part10Exception if the file is not a DICOM file, or does not say what it holds
     */
    public static Part10File of(Path path) throws IOException {
        try (InputStream in = buffered(path)) {
            return new Part10File(path, meta(in), Files.size(path));
        }
    }

    /**
     * Opens the data set, as it stands behind the file meta information.
     *
     * @throws Part10Exception if the file is another one now
     */
    public InputStream openDataSet() throws IOException {
        InputStream in = buffered(path);
        boolean same = false;
        try {
            same = meta(in).equals(meta);
            if (!same) {
                throw new Part10Exception("has changed meanwhile");
            }
            return in;
        } finally {
            if (!same) {
                in.close();
            }
        }
    }

    /** Whether this is a DICOMDIR, which is never sent (PS3.3 Annex F). */
    public boolean isDirectory() {
        return meta.mediaStorageSopClass().equals(UIDs.MediaStorageDirectoryStorage);
    }

    private static FileMetaInformation meta(InputStream in) throws IOException {
        FileMetaInformation meta;
        try {
            meta = FileMetaInformation.read(in);
        } catch (DatasetException e) {
            Part10Exception wrong =
                    e.field().equals(FileMetaInformation.PREFIX)
                            ? Part10Exception.otherFormat()
                            : new Part10Exception(e.getMessage());
            wrong.initCause(e);
            throw wrong;
        }
        requireUid(meta.mediaStorageSopClass(), "Media Storage SOP Class UID (0002,0002)");
        requireUid(meta.mediaStorageSopInstance(), "Media Storage SOP Instance UID (0002,0003)");
        requireUid(meta.transferSyntax(), "Transfer Syntax UID (0002,0010)");
        return meta;
    }

    private static void requireUid(String uid, String name) throws Part10Exception {
        if (!UID.isValid(uid)) {
            throw new Part10Exception(name + ": " + (uid.isEmpty() ? "absent" : "not a UID"));
        }
    }

    private static InputStream buffered(Path path) throws IOException {
        return new BufferedInputStream(Files.newInputStream(path), 64 * 1024);
    }
}
