/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.eua.kdc;

import java.util.Set;
import org.apache.kerby.kerberos.kerb.KrbCodec;
import org.apache.kerby.kerberos.kerb.KrbErrorCode;
import org.apache.kerby.kerberos.kerb.KrbException;
import org.apache.kerby.kerberos.kerb.common.EncryptionUtil;
import org.apache.kerby.kerberos.kerb.server.KdcContext;
import org.apache.kerby.kerberos.kerb.server.request.TgsRequest;
import org.apache.kerby.kerberos.kerb.type.ap.ApReq;
import org.apache.kerby.kerberos.kerb.type.ap.Authenticator;
import org.apache.kerby.kerberos.kerb.type.base.CheckSum;
import org.apache.kerby.kerberos.kerb.type.base.CheckSumType;
import org.apache.kerby.kerberos.kerb.type.base.KeyUsage;
import org.apache.kerby.kerberos.kerb.type.kdc.KdcOption;
import org.apache.kerby.kerberos.kerb.type.kdc.TgsReq;
import org.apache.kerby.kerberos.kerb.type.pa.PaDataEntry;
import org.apache.kerby.kerberos.kerb.type.pa.PaDataType;
import org.apache.kerby.kerberos.kerb.type.ticket.EncTicketPart;
import org.apache.kerby.kerberos.kerb.type.ticket.TicketFlag;
import org.apache.kerby.kerberos.kerb.type.ticket.TicketFlags;

/**
 * The ticket-granting service exchange (RFC 4120 §3.3): a ticket for a service, for whoever holds a
 * ticket-granting ticket and its key.
 */
final class TgsExchange extends TgsRequest {
    private static final Set<CheckSumType> KEYED =
            Set.of(CheckSumType.HMAC_SHA1_96_AES128, CheckSumType.HMAC_SHA1_96_AES256);

    TgsExchange(TgsReq request, KdcContext context) {
        super(request, context);
    }

    @Override
    protected void preauth() throws KrbException {
        PaDataEntry proof = getKdcReq().getPaData().findEntry(PaDataType.TGS_REQ);
        if (proof == null) {
            throw new Refusal(KrbErrorCode.KDC_ERR_PADATA_TYPE_NOSUPP);
        }
        verifyAuthenticator(proof);
        checkAuthenticator(proof);
        if (getClientEntry() == null) {
            throw new Refusal(KrbErrorCode.KDC_ERR_C_PRINCIPAL_UNKNOWN);
        }
        IssuedTicket.checkServer(getServerEntry());
        checkOptions();
        setPreAuthenticated(flags().isFlagSet(TicketFlag.PRE_AUTH));
    }

    /** Kerby takes a request without checksum, and does not compare the realm. */
    private void checkAuthenticator(PaDataEntry proof) throws KrbException {
        ApReq apReq = KrbCodec.decode(proof.getPaDataValue(), ApReq.class);
        Authenticator authenticator =
                EncryptionUtil.unseal(
                        apReq.getEncryptedAuthenticator(),
                        getTgtSessionKey(),
                        KeyUsage.TGS_REQ_AUTH,
                        Authenticator.class);
        CheckSum checksum = authenticator.getCksum();
        if (checksum == null || !KEYED.contains(checksum.getCksumtype())) {
            throw new Refusal(KrbErrorCode.KRB_AP_ERR_INAPP_CKSUM);
        }
        if (!tgt().getCrealm().equals(authenticator.getCrealm())) {
            throw new Refusal(KrbErrorCode.KRB_AP_ERR_BADMATCH);
        }
    }

    private void checkOptions() throws Refusal {
        boolean forwarded = asks(KdcOption.FORWARDED) && !flags().isFlagSet(TicketFlag.FORWARDABLE);
        boolean renewed = asks(KdcOption.RENEW) && !flags().isFlagSet(TicketFlag.RENEWABLE);
        if (forwarded || renewed) {
            throw new Refusal(KrbErrorCode.KDC_ERR_BADOPTION);
        }
    }

    boolean asks(KdcOption option) {
        return getKdcOptions().isFlagSet(option);
    }

    EncTicketPart tgt() {
        return getTgtTicket().getEncPart();
    }

    private TicketFlags flags() {
        return tgt().getFlags();
    }

    @Override
    protected void issueTicket() throws KrbException {
        setTicket(new ServiceIssuer(this).issueTicket());
    }
}
