/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.jaas.kerberos;

import java.util.Arrays;
import org.apache.kerby.kerberos.kerb.type.ap.ApOption;
import org.apache.kerby.kerberos.kerb.type.ap.ApReq;
import org.apache.kerby.kerberos.kerb.type.ticket.Ticket;

/** Reads an AP-REQ whose structure is sound: version, type, options, and that nothing lacks. */
final class ApReqReader {

    /** {@code [0] INTEGER 5, [1] INTEGER 14}: pvno and msg-type, which Kerby does not compare. */
    private static final byte[] VERSION_AND_TYPE = {
        (byte) 0xA0, 3, 2, 1, 5, (byte) 0xA1, 3, 2, 1, 14
    };

    private ApReqReader() {}

    static ApReq read(byte[] apReq) throws RequestRefusedException {
        int start = behindHeader(apReq, behindHeader(apReq, 0));
        int end = Math.min(start + VERSION_AND_TYPE.length, apReq.length);
        if (!Arrays.equals(apReq, start, end, VERSION_AND_TYPE, 0, VERSION_AND_TYPE.length)) {
            throw KerberosError.KRB_AP_ERR_BADVERSION.because("pvno is not 5, or no AP-REQ");
        }
        ApReq request = Sealed.decode(apReq, ApReq.class);
        Ticket ticket = request.getTicket();
        if (request.getApOptions() == null
                || ticket == null
                || ticket.getEncryptedEncPart() == null
                || ticket.getEncryptedEncPart().getCipher() == null
                || request.getEncryptedAuthenticator() == null
                || request.getEncryptedAuthenticator().getCipher() == null) {
            throw KerberosError.KRB_ERR_GENERIC.because("AP-REQ: a field is missing");
        }
        if (request.getApOptions().isFlagSet(ApOption.USE_SESSION_KEY)) {
            throw KerberosError.KRB_ERR_GENERIC.because(
                    "use-session-key: the ticket is not sealed with a service's key");
        }
        return request;
    }

    /** Where the content of the value at that place begins. */
    private static int behindHeader(byte[] der, int at) {
        boolean room = at + 1 < der.length;
        return !room ? der.length : at + 2 + (der[at + 1] < 0 ? der[at + 1] & 0x7F : 0);
    }
}
