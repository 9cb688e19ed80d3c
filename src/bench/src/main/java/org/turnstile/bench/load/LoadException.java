/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.bench.load;

import java.io.IOException;
import java.io.Serial;

/** The SCP did not do as asked; a measurement with errors in it says nothing, so it ends. */
public final class LoadException extends IOException {
    @Serial private static final long serialVersionUID = 1L;

    /** Says what came instead of what. */
    public LoadException(String message) {
        super(message);
    }

    /** Says what failed, and why. */
    public LoadException(String message, Throwable cause) {
        super(message, cause);
    }
}
