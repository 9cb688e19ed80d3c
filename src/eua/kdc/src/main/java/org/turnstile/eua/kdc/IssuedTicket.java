/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.eua.kdc;

import org.apache.kerby.kerberos.kerb.KrbErrorCode;
import org.apache.kerby.kerberos.kerb.request.KrbIdentity;
import org.apache.kerby.kerberos.kerb.type.KerberosTime;
import org.apache.kerby.kerberos.kerb.type.base.EncryptionKey;

/** Rules of every ticket. */
final class IssuedTicket {
    private IssuedTicket() {}

    /**
     * @throws Refusal the server is a user, for whom no ticket is issued
     */
    static void checkServer(KrbIdentity server) throws Refusal {
        if ((server.getKdcFlags() & Principal.DISALLOW_SERVER) != 0) {
            throw new Refusal(KrbErrorCode.KDC_ERR_MUST_USE_USER2USER);
        }
    }

    /** The server's strongest key, whatever types the client knows: it does not open the ticket. */
    static EncryptionKey sealingKey(KrbIdentity server) {
        return server.getKey(KeySet.TYPES.get(0));
    }

    static KerberosTime earlier(KerberosTime a, KerberosTime b) {
        return a.lessThan(b) ? a : b;
    }
}
