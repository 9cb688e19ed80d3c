/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.api.kerberos;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/** Object identifiers of GSS-API mechanisms, as the content of a DER value. */
enum Mechanism {
    /** Kerberos: 1.2.840.113554.1.2.2 (RFC 4121 §1.1). */
    KRB5("2a864886f712010202"),
    /** Kerberos as Windows also calls it in SPNEGO: 1.2.840.48018.1.2.2. */
    MS_KRB5("2a864882f712010202"),
    /** SPNEGO: 1.3.6.1.5.5.2 (RFC 4178 §3). */
    SPNEGO("2b0601050502");

    static final int TAG = 0x06;

    private final String oid;

    Mechanism(String hex) {
        oid = hex;
    }

    static Optional<Mechanism> of(byte[] oid) {
        String hex = HexFormat.of().formatHex(oid);
        return Arrays.stream(values()).filter(m -> m.oid.equals(hex)).findFirst();
    }

    boolean isKerberos() {
        return this != SPNEGO;
    }

    byte[] der() {
        return Der.value(TAG, HexFormat.of().parseHex(oid));
    }
}
