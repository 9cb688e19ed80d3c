/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.cli.part10;

import java.nio.file.Path;

/** Hears which files a {@link Part10Scanner} does not take. */
public interface ScanNotes {

    /** A file or folder that was asked for cannot be used. */
    void failed(Path path, String why);

    /** A file in a folder is left out, since it is no DICOM file. */
    void skipped(Path path, String why);
}
