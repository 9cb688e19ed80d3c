/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.eua.kdc;

import java.time.Duration;
import java.util.List;
import org.apache.kerby.kerberos.kerb.KrbCodec;
import org.apache.kerby.kerberos.kerb.KrbException;
import org.apache.kerby.kerberos.kerb.common.EncryptionUtil;
import org.apache.kerby.kerberos.kerb.crypto.CheckSumHandler;
import org.apache.kerby.kerberos.kerb.type.KerberosTime;
import org.apache.kerby.kerberos.kerb.type.ap.ApOptions;
import org.apache.kerby.kerberos.kerb.type.ap.ApReq;
import org.apache.kerby.kerberos.kerb.type.ap.Authenticator;
import org.apache.kerby.kerberos.kerb.type.base.CheckSum;
import org.apache.kerby.kerberos.kerb.type.base.CheckSumType;
import org.apache.kerby.kerberos.kerb.type.base.KeyUsage;
import org.apache.kerby.kerberos.kerb.type.base.NameType;
import org.apache.kerby.kerberos.kerb.type.base.PrincipalName;
import org.apache.kerby.kerberos.kerb.type.kdc.EncAsRepPart;
import org.apache.kerby.kerberos.kerb.type.kdc.EncKdcRepPart;
import org.apache.kerby.kerberos.kerb.type.kdc.EncTgsRepPart;
import org.apache.kerby.kerberos.kerb.type.kdc.KdcOption;
import org.apache.kerby.kerberos.kerb.type.kdc.KdcOptions;
import org.apache.kerby.kerberos.kerb.type.kdc.KdcRep;
import org.apache.kerby.kerberos.kerb.type.kdc.KdcReqBody;
import org.apache.kerby.kerberos.kerb.type.kdc.TgsReq;
import org.apache.kerby.kerberos.kerb.type.pa.PaDataEntry;
import org.apache.kerby.kerberos.kerb.type.pa.PaDataType;
import org.apache.kerby.kerberos.kerb.type.ticket.Ticket;

/** TGS-REQs of one ticket-granting ticket's holder, field by field. */
final class TgsRequests {
    private final String client;
    private final Ticket ticket;
    private final EncKdcRepPart part;

    /**
     * @param reply the AS-REP with the ticket-granting ticket
     */
    TgsRequests(String client, String passcode, KdcRep reply) throws KrbException {
        this.client = client;
        this.ticket = reply.getTicket();
        this.part =
                EncryptionUtil.unseal(
                        reply.getEncryptedEncPart(),
                        AsRequests.key(client, passcode),
                        KeyUsage.AS_REP_ENCPART,
                        EncAsRepPart.class);
    }

    private TgsRequests(String client, Ticket ticket, EncKdcRepPart part) {
        this.client = client;
        this.ticket = ticket;
        this.part = part;
    }

    /** Requests with the ticket of a TGS-REP in place of the ticket-granting ticket. */
    TgsRequests of(KdcRep reply) throws KrbException {
        return new TgsRequests(client, reply.getTicket(), unseal(reply));
    }

    EncKdcRepPart granted() {
        return part;
    }

    EncTgsRepPart unseal(KdcRep reply) throws KrbException {
        return EncryptionUtil.unseal(
                reply.getEncryptedEncPart(),
                part.getKey(),
                KeyUsage.TGS_REP_ENCPART_SESSKEY,
                EncTgsRepPart.class);
    }

    KdcReqBody body(List<String> service, KdcOption... options) {
        KdcReqBody body = new KdcReqBody();
        body.setKdcOptions(new KdcOptions());
        for (KdcOption option : options) {
            body.getKdcOptions().setFlag(option);
        }
        body.setRealm(AsRequests.REALM);
        body.setSname(new PrincipalName(service, NameType.NT_SRV_INST));
        // later than any ticket-granting ticket lives
        body.setTill(KerberosTime.now().extend(Duration.ofDays(6).toMillis()));
        body.setNonce(7);
        body.setEtypes(KeySet.TYPES);
        return body;
    }

    TgsReq without(KdcReqBody body) {
        TgsReq request = new TgsReq();
        request.setReqBody(body);
        return request;
    }

    TgsReq sealed(KdcReqBody body) throws KrbException {
        return sealed(body, client, AsRequests.REALM, checksum(body));
    }

    TgsReq sealed(KdcReqBody body, String name, String realm, CheckSum checksum)
            throws KrbException {
        Authenticator authenticator = new Authenticator();
        authenticator.setAuthenticatorVno(5);
        authenticator.setCrealm(realm);
        authenticator.setCname(new PrincipalName(name));
        authenticator.setCtime(KerberosTime.now());
        authenticator.setCusec(0);
        if (checksum != null) {
            authenticator.setCksum(checksum);
        }
        ApReq apReq = new ApReq();
        apReq.setApOptions(new ApOptions());
        apReq.setTicket(ticket);
        apReq.setEncryptedAuthenticator(
                EncryptionUtil.seal(authenticator, part.getKey(), KeyUsage.TGS_REQ_AUTH));
        TgsReq request = without(body);
        request.addPaData(new PaDataEntry(PaDataType.TGS_REQ, KrbCodec.encode(apReq)));
        return request;
    }

    CheckSum checksum(KdcReqBody body) throws KrbException {
        return CheckSumHandler.checksumWithKey(
                CheckSumType.HMAC_SHA1_96_AES256,
                KrbCodec.encode(body),
                part.getKey().getKeyData(),
                KeyUsage.TGS_REQ_AUTH_CKSUM);
    }
}
