/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.api;

import java.io.IOException;
import java.io.Serial;

/** The association ended while a handler still read from it or wrote to it. */
public final class AssociationLostException extends IOException {
    @Serial private static final long serialVersionUID = 1L;

    /** Says how the association ended. */
    public AssociationLostException(String message) {
        super(message);
    }
}
