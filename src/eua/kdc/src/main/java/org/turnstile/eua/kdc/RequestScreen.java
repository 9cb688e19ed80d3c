/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.eua.kdc;

import java.util.List;
import org.apache.kerby.kerberos.kerb.KrbErrorCode;
import org.apache.kerby.kerberos.kerb.type.kdc.KdcOption;
import org.apache.kerby.kerberos.kerb.type.kdc.KdcReq;
import org.apache.kerby.kerberos.kerb.type.kdc.KdcReqBody;
import org.apache.kerby.kerberos.kerb.type.pa.PaData;
import org.apache.kerby.kerberos.kerb.type.pa.PaDataEntry;
import org.apache.kerby.kerberos.kerb.type.pa.PaDataType;

/**
 * Takes from a request what Kerby shall not see. Kerby counts padata of any type as
 * pre-authentication, and has code for tokens, certificates and FAST: only the one proof that each
 * exchange knows is passed on, and whatever else came is ignored, as RFC 4120 §5.2.7 asks.
 */
final class RequestScreen {
    private static final List<KdcOption> UNSUPPORTED =
            List.of(
                    KdcOption.POSTDATED,
                    KdcOption.PROXY,
                    KdcOption.CNAME_IN_ADDL_TKT,
                    KdcOption.REQUEST_ANONYMOUS,
                    KdcOption.ENC_TKT_IN_SKEY,
                    KdcOption.VALIDATE);

    private final String realm;

    RequestScreen(String realm) {
        this.realm = realm;
    }

    /**
     * @param proof the one type of padata that the exchange knows
     * @throws Refusal the request lacks a field, or asks for what we do not do
     */
    void check(KdcReq request, PaDataType proof) throws Refusal {
        KdcReqBody body = request.getReqBody();
        require(body != null && body.getKdcOptions() != null, KrbErrorCode.KRB_ERR_GENERIC);
        require(realm.equals(body.getRealm()), KrbErrorCode.WRONG_REALM);
        require(
                body.getEtypes() != null && !body.getEtypes().isEmpty(),
                KrbErrorCode.KDC_ERR_ETYPE_NOSUPP);
        require(
                body.getSname() != null && PrincipalNames.isPlain(body.getSname()),
                KrbErrorCode.KDC_ERR_S_PRINCIPAL_UNKNOWN);
        require(
                body.getCname() == null || PrincipalNames.isPlain(body.getCname()),
                KrbErrorCode.KDC_ERR_C_PRINCIPAL_UNKNOWN);
        require(
                UNSUPPORTED.stream().noneMatch(o -> body.getKdcOptions().isFlagSet(o)),
                KrbErrorCode.KDC_ERR_BADOPTION);
        keepOnly(request, proof);
    }

    private static void keepOnly(KdcReq request, PaDataType proof) throws Refusal {
        PaData kept = new PaData();
        PaDataEntry entry = request.getPaData() == null ? null : find(request.getPaData(), proof);
        if (entry != null) {
            require(entry.getPaDataValue() != null, KrbErrorCode.KRB_ERR_GENERIC);
            DerShape.check(entry.getPaDataValue());
            kept.addElement(entry);
        }
        request.setPaData(kept);
    }

    private static PaDataEntry find(PaData all, PaDataType type) {
        return all.getElements().stream()
                .filter(e -> e.getPaDataType() == type)
                .findFirst()
                .orElse(null);
    }

    private static void require(boolean holds, KrbErrorCode otherwise) throws Refusal {
        if (!holds) {
            throw new Refusal(otherwise);
        }
    }
}
