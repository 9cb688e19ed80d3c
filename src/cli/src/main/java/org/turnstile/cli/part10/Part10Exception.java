/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.cli.part10;

import java.io.IOException;

/** A file is not a DICOM file, or its file meta information is not to be used. */
public final class Part10Exception extends IOException {
    private static final long serialVersionUID = 1L;

    private final boolean otherFormat;

    /** Says what is wrong with which element of a DICOM file. */
    public Part10Exception(String message) {
        this(message, false);
    }

    private Part10Exception(String message, boolean otherFormat) {
        super(message);
        this.otherFormat = otherFormat;
    }

    /** Of a file in some other format. */
    static Part10Exception otherFormat() {
        return new Part10Exception("not a DICOM file: no DICM after the preamble", true);
    }

    /** Whether the file is no DICOM file at all, rather than a damaged one. */
    public boolean isOtherFormat() {
        return otherFormat;
    }
}
