/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.dicom.dimse.client;

import java.io.Serial;
import org.turnstile.dicom.association.Ending;

/** The association was aborted by either side, or its connection broke. */
public final class AssociationAbortedException extends AssociationException {
    @Serial private static final long serialVersionUID = 1L;

    private final transient Ending ending;

    /** Of an ending. */
    public AssociationAbortedException(Ending ending) {
        super(ending.text());
        this.ending = ending;
    }

    /** How it ended. */
    public Ending ending() {
        return ending;
    }
}
