/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.eua.kdc;

import org.apache.kerby.kerberos.kerb.KrbCodec;
import org.apache.kerby.kerberos.kerb.KrbErrorCode;
import org.apache.kerby.kerberos.kerb.KrbException;
import org.apache.kerby.kerberos.kerb.type.base.KrbError;

/** Reads KRB-ERROR messages. */
final class Errors {
    private Errors() {}

    static KrbErrorCode of(byte[] reply) throws KrbException {
        return KrbCodec.decode(reply, KrbError.class).getErrorCode();
    }
}
