/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.eua.kdc;

import org.apache.kerby.kerberos.kerb.KrbCodec;
import org.apache.kerby.kerberos.kerb.KrbErrorCode;
import org.apache.kerby.kerberos.kerb.KrbException;
import org.apache.kerby.kerberos.kerb.common.KrbUtil;
import org.apache.kerby.kerberos.kerb.type.KerberosTime;
import org.apache.kerby.kerberos.kerb.type.base.KrbError;
import org.apache.kerby.kerberos.kerb.type.base.PrincipalName;
import org.apache.kerby.kerberos.kerb.type.kdc.KdcReqBody;

/** Makes KRB-ERROR messages (RFC 4120 §5.9.1), which say the code and nothing of what is inside. */
final class ErrorReplies {
    private static final int MICROSECONDS = 1000;

    private final String realm;

    ErrorReplies(String realm) {
        this.realm = realm;
    }

    /**
     * @param body what was asked for; null, when it could not be read
     * @param methodData how to authenticate; empty: nothing
     */
    byte[] of(KrbErrorCode code, KdcReqBody body, byte[] methodData) throws KrbException {
        long now = System.currentTimeMillis();
        KrbError error = new KrbError();
        error.setStime(new KerberosTime(now));
        error.setSusec((int) (now % MICROSECONDS) * MICROSECONDS);
        error.setErrorCode(code);
        error.setRealm(realm);
        error.setSname(isPlain(sname(body)) ? sname(body) : KrbUtil.makeTgsPrincipal(realm));
        if (body != null && isPlain(body.getCname())) {
            error.setCrealm(realm);
            error.setCname(body.getCname());
        }
        error.setEtext(code.getMessage());
        if (methodData.length > 0) {
            error.setEdata(methodData);
        }
        return KrbCodec.encode(error);
    }

    /** Who wants what, for the log: names that would break a line are left out. */
    String describe(KdcReqBody body) {
        if (body == null) {
            return "unreadable request";
        }
        String client = isPlain(body.getCname()) ? body.getCname().getName() : "ticket holder";
        return client + " for " + (isPlain(sname(body)) ? sname(body).getName() : "?");
    }

    private static PrincipalName sname(KdcReqBody body) {
        return body == null ? null : body.getSname();
    }

    private static boolean isPlain(PrincipalName name) {
        return name != null && PrincipalNames.isPlain(name);
    }
}
