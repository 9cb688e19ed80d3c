/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.dicom.dimse;

import java.io.Serial;
import org.turnstile.dicom.pdu.AAbort;

/**
 * A message that breaks the rules of the message exchange; ends the association. Has no stack
 * trace: it says what the peer did.
 */
final class DimseFault extends Exception {
    @Serial private static final long serialVersionUID = 1L;

    private final transient AAbort abort;

    DimseFault(AAbort abort, String message) {
        super(message, null, false, false);
        this.abort = abort;
    }

    /** What the peer is told. */
    AAbort abort() {
        return abort;
    }
}
