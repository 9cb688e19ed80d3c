/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.eua.kdc;

import java.time.Duration;
import java.util.List;
import org.apache.kerby.kerberos.kerb.KrbCodec;
import org.apache.kerby.kerberos.kerb.KrbException;
import org.apache.kerby.kerberos.kerb.common.EncryptionUtil;
import org.apache.kerby.kerberos.kerb.type.KerberosTime;
import org.apache.kerby.kerberos.kerb.type.base.EncryptionKey;
import org.apache.kerby.kerberos.kerb.type.base.EncryptionType;
import org.apache.kerby.kerberos.kerb.type.base.KeyUsage;
import org.apache.kerby.kerberos.kerb.type.base.NameType;
import org.apache.kerby.kerberos.kerb.type.base.PrincipalName;
import org.apache.kerby.kerberos.kerb.type.kdc.AsReq;
import org.apache.kerby.kerberos.kerb.type.kdc.KdcOption;
import org.apache.kerby.kerberos.kerb.type.kdc.KdcOptions;
import org.apache.kerby.kerberos.kerb.type.kdc.KdcReqBody;
import org.apache.kerby.kerberos.kerb.type.pa.PaDataEntry;
import org.apache.kerby.kerberos.kerb.type.pa.PaDataType;
import org.apache.kerby.kerberos.kerb.type.pa.PaEncTsEnc;

/** AS-REQs, field by field. */
final class AsRequests {
    static final String REALM = "TURNSTILE.TEST";

    private AsRequests() {}

    /** A request of a client for a ticket-granting ticket, without any padata. */
    static AsReq bare(String client) {
        AsReq request = new AsReq();
        request.setReqBody(body(client));
        return request;
    }

    private static KdcReqBody body(String client) {
        KdcReqBody body = new KdcReqBody();
        body.setKdcOptions(new KdcOptions());
        body.setCname(new PrincipalName(List.of(client), NameType.NT_PRINCIPAL));
        body.setRealm(REALM);
        body.setSname(new PrincipalName(List.of("krbtgt", REALM), NameType.NT_SRV_INST));
        body.setTill(KerberosTime.now().extend(Duration.ofHours(8).toMillis()));
        body.setNonce(42);
        body.setEtypes(KeySet.TYPES);
        return body;
    }

    /** A request with the time, sealed with the key of a passcode. */
    static AsReq sealed(String client, String passcode) throws KrbException {
        return sealed(client, passcode, System.currentTimeMillis());
    }

    static AsReq sealed(String client, String passcode, long millis) throws KrbException {
        AsReq request = bare(client);
        request.addPaData(timestamp(key(client, passcode), millis));
        return request;
    }

    static PaDataEntry timestamp(EncryptionKey key, long millis) throws KrbException {
        PaEncTsEnc time = new PaEncTsEnc();
        // patimestamp has seconds, pausec what is left of them
        time.setPaTimestamp(new KerberosTime(millis / 1000 * 1000));
        time.setPaUsec((int) (millis % 1000) * 1000);
        return new PaDataEntry(
                PaDataType.ENC_TIMESTAMP,
                KrbCodec.encode(EncryptionUtil.seal(time, key, KeyUsage.AS_REQ_PA_ENC_TS)));
    }

    static EncryptionKey key(String client, String passcode) throws KrbException {
        return KeySet.of(client + "@" + REALM, passcode.toCharArray(), 1).strongest();
    }

    static AsReq with(AsReq request, KdcOption... options) {
        for (KdcOption option : options) {
            request.getReqBody().getKdcOptions().setFlag(option);
        }
        return request;
    }

    static AsReq with(AsReq request, PaDataType type, byte... value) {
        request.addPaData(new PaDataEntry(type, value));
        return request;
    }

    static AsReq ofType(AsReq request, EncryptionType type) {
        request.getReqBody().setEtypes(List.of(type));
        return request;
    }
}
