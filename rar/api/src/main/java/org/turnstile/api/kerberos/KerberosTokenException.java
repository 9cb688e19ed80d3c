/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.api.kerberos;

import java.io.Serial;

/** Bytes that are no Kerberos token in a framing that is known. Quotes nothing of the token. */
public final class KerberosTokenException extends Exception {
    @Serial private static final long serialVersionUID = 1L;

    private final int offset;

    KerberosTokenException(int offset, String what) {
        super("byte " + offset + ": " + what);
        this.offset = offset;
    }

    /** Where the fault is, in bytes from the start of the field. */
    public int offset() {
        return offset;
    }
}
