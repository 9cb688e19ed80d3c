/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.jaas.kerberos.replay;

import java.io.Serial;

/** Whether a request is a replay cannot be told, so it is not accepted now. */
public final class ReplayStoreException extends Exception {
    @Serial private static final long serialVersionUID = 1L;

    ReplayStoreException(String message, Throwable cause) {
        super(message, cause);
    }
}
