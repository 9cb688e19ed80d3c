/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.dicom.dimse.command;

import java.io.Serial;
import org.turnstile.dicom.pdu.AAbort;

/**
 * A message that breaks the rules of the message exchange; ends the association. Has no stack
 * trace: it says what the peer did.
 */
public final class DimseFault extends Exception {
    @Serial private static final long serialVersionUID = 1L;

    private final transient AAbort abort;

    /**
     * A fault.
     *
     * @param abort what the peer is told
     * @param message names field and value, never a secret
     */
    public DimseFault(AAbort abort, String message) {
        super(message, null, false, false);
        this.abort = abort;
    }

    /** What the peer is told. */
    public AAbort abort() {
        return abort;
    }
}
