/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.eua.kdc;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import org.apache.kerby.kerberos.kerb.KrbCodec;
import org.apache.kerby.kerberos.kerb.KrbErrorCode;
import org.apache.kerby.kerberos.kerb.KrbException;
import org.apache.kerby.kerberos.kerb.server.KdcContext;
import org.apache.kerby.kerberos.kerb.server.request.KdcRequest;
import org.apache.kerby.kerberos.kerb.type.base.KrbMessage;
import org.apache.kerby.kerberos.kerb.type.kdc.AsReq;
import org.apache.kerby.kerberos.kerb.type.kdc.KdcReq;
import org.apache.kerby.kerberos.kerb.type.kdc.KdcReqBody;
import org.apache.kerby.kerberos.kerb.type.kdc.TgsReq;
import org.apache.kerby.kerberos.kerb.type.pa.PaDataType;

/** Answers requests: bytes in, bytes out, whatever comes. Safe for several threads. */
final class Exchanges {
    private static final Logger LOG = System.getLogger(Exchanges.class.getName());

    private final KdcContext context;
    private final Guard guard;
    private final RequestScreen screen;
    private final ErrorReplies errors;

    Exchanges(KdcContext context, Guard guard) {
        this.context = context;
        this.guard = guard;
        this.screen = new RequestScreen(context.getKdcRealm());
        this.errors = new ErrorReplies(context.getKdcRealm());
    }

    /** The reply: a KRB-ERROR for what is refused, and for what cannot be read. */
    byte[] answer(byte[] message, InetAddress from) throws KrbException {
        KdcReqBody body = null;
        try {
            KdcReq request = decode(message);
            body = request.getReqBody();
            KdcRequest exchange = exchange(request);
            exchange.setReqPackage(ByteBuffer.wrap(message));
            exchange.setClientAddress(from);
            exchange.process();
            byte[] reply = KrbCodec.encode(exchange.getReply());
            LOG.log(Level.INFO, "issued: {0} from {1}", errors.describe(body), from);
            return reply;
        } catch (KrbException | RuntimeException e) {
            KrbErrorCode code = code(e);
            LOG.log(Level.INFO, "{0}: {1} from {2}", code, errors.describe(body), from);
            // the request is the client's, its faults are of no interest to who runs this
            LOG.log(Level.DEBUG, "refused", e);
            byte[] hints = e instanceof Refusal refusal ? refusal.methodData() : new byte[0];
            return errors.of(code, body, hints);
        }
    }

    private static KdcReq decode(byte[] message) throws KrbException {
        DerShape.check(message);
        KrbMessage decoded;
        try {
            decoded = KrbCodec.decodeMessage(ByteBuffer.wrap(message));
        } catch (IOException e) {
            throw new KrbException(KrbErrorCode.KRB_AP_ERR_MSG_TYPE, e);
        }
        if (decoded instanceof KdcReq request) {
            return request;
        }
        throw new Refusal(KrbErrorCode.KRB_AP_ERR_MSG_TYPE);
    }

    private KdcRequest exchange(KdcReq request) throws Refusal {
        if (request instanceof AsReq asReq) {
            screen.check(request, PaDataType.ENC_TIMESTAMP);
            return new AsExchange(asReq, context, guard);
        }
        if (request instanceof TgsReq tgsReq) {
            screen.check(request, PaDataType.TGS_REQ);
            return new TgsExchange(tgsReq, context);
        }
        throw new Refusal(KrbErrorCode.KRB_AP_ERR_MSG_TYPE);
    }

    private static KrbErrorCode code(Exception e) {
        if (e instanceof KrbException refused && refused.getKrbErrorCode() != null) {
            return refused.getKrbErrorCode();
        }
        return KrbErrorCode.KRB_ERR_GENERIC;
    }
}
