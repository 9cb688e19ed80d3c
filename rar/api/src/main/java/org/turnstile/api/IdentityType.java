/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.api;

import java.util.Optional;

/** The forms in which an A-ASSOCIATE-RQ names its user (PS3.7 Table D.3-14). */
public enum IdentityType {
    /** A user name that nothing proves. */
    USERNAME(1),
    /** A user name with a passcode or a one-time value. */
    PASSCODE(2),
    /** A Kerberos AP-REQ. */
    KERBEROS(3),
    /** A SAML assertion. */
    SAML(4),
    /** A JSON Web Token. */
    JWT(5);

    private final int code;

    IdentityType(int code) {
        this.code = code;
    }

    /** User-Identity-Type as it stands on the wire, 1 to 5. */
    public int code() {
        return code;
    }

    /** The type with this code; empty for a reserved one (0 and 6 to 255). */
    public static Optional<IdentityType> of(int code) {
        return code >= 1 && code <= 5 ? Optional.of(values()[code - 1]) : Optional.empty();
    }
}
