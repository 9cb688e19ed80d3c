/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.cli.part10;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A DICOM file whose file meta information has been read.
 *
 * @param path where it is
 * @param meta what it is
 * @param size bytes of the whole file
 */
public record Part10File(Path path, FileMeta meta, long size) {

    /** Media Storage Directory Storage: a DICOMDIR, which is never sent (PS3.3 Annex F). */
    public static final String DIRECTORY = "1.2.840.10008.1.3.10";

    /**
     * Reads the file meta information.
     *
     * @throws Part10Exception if the file is not a DICOM file
     */
    public static Part10File of(Path path) throws IOException {
        try (InputStream in = buffered(path)) {
            return new Part10File(path, FileMeta.read(in), Files.size(path));
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
            same = FileMeta.read(in).equals(meta);
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

    /** Whether this is a DICOMDIR. */
    public boolean isDirectory() {
        return meta.sopClass().equals(DIRECTORY);
    }

    private static InputStream buffered(Path path) throws IOException {
        return new BufferedInputStream(Files.newInputStream(path), 64 * 1024);
    }
}
