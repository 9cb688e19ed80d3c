/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.dicom.dimse.client;

import java.io.Serial;
import java.time.Duration;

/** The peer did not do in time what it had to do next. The association has been aborted. */
public final class DimseTimeoutException extends AssociationException {
    @Serial private static final long serialVersionUID = 1L;

    /**
     * Of a wait.
     *
     * @param what what was waited for
     * @param time for how long
     */
    public DimseTimeoutException(String what, Duration time) {
        super(what + ": not within " + time.toMillis() + " ms");
    }
}
