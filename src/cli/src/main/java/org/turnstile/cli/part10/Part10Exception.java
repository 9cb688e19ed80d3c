/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.cli.part10;

import java.io.IOException;

/** A file is not a DICOM file, or its file meta information is not to be used. */
public final class Part10Exception extends IOException {
    private static final long serialVersionUID = 1L;

    /** Says what is wrong with which element. */
    public Part10Exception(String message) {
        super(message);
    }
}
