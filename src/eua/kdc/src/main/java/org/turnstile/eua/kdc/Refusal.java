/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.eua.kdc;

import org.apache.kerby.kerberos.kerb.KrbErrorCode;
import org.apache.kerby.kerberos.kerb.KrbException;

/** A request is answered with a KRB-ERROR. */
final class Refusal extends KrbException {
    private static final long serialVersionUID = 1L;

    @SuppressWarnings("serial") // never serialized
    private final byte[] methodData;

    Refusal(KrbErrorCode code) {
        this(code, new byte[0]);
    }

    /**
     * @param methodData how to authenticate, for the client (RFC 4120 §5.9.1); empty: nothing
     */
    Refusal(KrbErrorCode code, byte[] methodData) {
        super(code);
        this.methodData = methodData;
    }

    byte[] methodData() {
        return methodData.clone();
    }
}
