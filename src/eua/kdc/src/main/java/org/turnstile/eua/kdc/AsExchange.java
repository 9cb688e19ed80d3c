/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.eua.kdc;

import org.apache.kerby.kerberos.kerb.KrbCodec;
import org.apache.kerby.kerberos.kerb.KrbErrorCode;
import org.apache.kerby.kerberos.kerb.KrbException;
import org.apache.kerby.kerberos.kerb.common.EncryptionUtil;
import org.apache.kerby.kerberos.kerb.server.KdcContext;
import org.apache.kerby.kerberos.kerb.server.request.AsRequest;
import org.apache.kerby.kerberos.kerb.type.base.EncryptedData;
import org.apache.kerby.kerberos.kerb.type.base.EncryptionKey;
import org.apache.kerby.kerberos.kerb.type.base.KeyUsage;
import org.apache.kerby.kerberos.kerb.type.kdc.AsReq;
import org.apache.kerby.kerberos.kerb.type.kdc.KdcOption;
import org.apache.kerby.kerberos.kerb.type.kdc.KdcOptions;
import org.apache.kerby.kerberos.kerb.type.pa.PaDataEntry;
import org.apache.kerby.kerberos.kerb.type.pa.PaDataType;
import org.apache.kerby.kerberos.kerb.type.pa.PaEncTsEnc;

/**
 * The authentication service exchange (RFC 4120 §3.1): a ticket-granting ticket for whoever proves,
 * by the time sealed with it, to know the passcode. There is no way around the proof.
 */
final class AsExchange extends AsRequest {
    private final Guard guard;

    AsExchange(AsReq request, KdcContext context, Guard guard) {
        super(request, context);
        this.guard = guard;
    }

    @Override
    protected void preauth() throws KrbException {
        refuseWhatIsNeverIssued();
        String client = getClientPrincipal().getName();
        if (guard.lockouts().isLocked(client)) {
            throw new Refusal(KrbErrorCode.KDC_ERR_CLIENT_REVOKED);
        }
        PaEncTsEnc time = unseal(client);
        if (!time.getAllTime().isInClockSkew(guard.clockSkewMillis())) {
            throw new Refusal(KrbErrorCode.KRB_AP_ERR_SKEW);
        }
        guard.replays().use(client + ' ' + time.getAllTime().getTime() + ' ' + time.getPaUsec());
        guard.lockouts().succeeded(client);
        setPreAuthenticated(true);
    }

    private void refuseWhatIsNeverIssued() throws Refusal {
        KdcOptions options = getKdcReq().getReqBody().getKdcOptions();
        if (options.isFlagSet(KdcOption.FORWARDED) || options.isFlagSet(KdcOption.RENEW)) {
            throw new Refusal(KrbErrorCode.KDC_ERR_BADOPTION);
        }
        // a wish that may go unheard
        options.clearFlag(KdcOption.RENEWABLE_OK);
        IssuedTicket.checkServer(getServerEntry());
    }

    private PaEncTsEnc unseal(String client) throws KrbException {
        PaDataEntry proof = getKdcReq().getPaData().findEntry(PaDataType.ENC_TIMESTAMP);
        if (proof == null) {
            throw new Refusal(KrbErrorCode.KDC_ERR_PREAUTH_REQUIRED, methodData());
        }
        try {
            EncryptedData sealed = KrbCodec.decode(proof.getPaDataValue(), EncryptedData.class);
            EncryptionKey key = getClientKey(sealed.getEType());
            if (key == null) {
                throw new Refusal(KrbErrorCode.KDC_ERR_ETYPE_NOSUPP);
            }
            return EncryptionUtil.unseal(sealed, key, KeyUsage.AS_REQ_PA_ENC_TS, PaEncTsEnc.class);
        } catch (Refusal e) {
            throw e;
        } catch (KrbException | RuntimeException e) {
            guard.lockouts().failed(client);
            Refusal wrong = new Refusal(KrbErrorCode.KDC_ERR_PREAUTH_FAILED, methodData());
            wrong.initCause(e);
            throw wrong;
        }
    }

    private byte[] methodData() throws KrbException {
        return MethodDataHints.of(getClientPrincipal(), getKdcReq().getReqBody().getEtypes());
    }

    @Override
    protected void issueTicket() throws KrbException {
        setTicket(new TgtIssuer(this).issueTicket());
    }
}
