/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.eua.kdc;

import java.util.List;
import org.apache.kerby.kerberos.kerb.KrbCodec;
import org.apache.kerby.kerberos.kerb.KrbException;
import org.apache.kerby.kerberos.kerb.type.base.EncryptionType;
import org.apache.kerby.kerberos.kerb.type.base.EtypeInfo2;
import org.apache.kerby.kerberos.kerb.type.base.EtypeInfo2Entry;
import org.apache.kerby.kerberos.kerb.type.base.MethodData;
import org.apache.kerby.kerberos.kerb.type.base.PrincipalName;
import org.apache.kerby.kerberos.kerb.type.pa.PaDataEntry;
import org.apache.kerby.kerberos.kerb.type.pa.PaDataType;

/**
 * What a client is told about how to authenticate: with PA-ENC-TIMESTAMP, by a key of one of these
 * types, derived with this salt (RFC 4120 §5.2.7.5).
 */
final class MethodDataHints {
    private MethodDataHints() {}

    static byte[] of(PrincipalName client, List<EncryptionType> offered) throws KrbException {
        EtypeInfo2 info = new EtypeInfo2();
        for (EncryptionType type : KeySet.TYPES) {
            if (offered.contains(type)) {
                EtypeInfo2Entry entry = new EtypeInfo2Entry();
                entry.setEtype(type);
                entry.setSalt(PrincipalName.makeSalt(client));
                info.add(entry);
            }
        }
        MethodData data = new MethodData();
        data.add(new PaDataEntry(PaDataType.ETYPE_INFO2, KrbCodec.encode(info)));
        // MIT does not try what is not named
        data.add(new PaDataEntry(PaDataType.ENC_TIMESTAMP, new byte[0]));
        return KrbCodec.encode(data);
    }
}
