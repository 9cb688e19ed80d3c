/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.api.kerberos;

/**
 * One leg of SPNEGO around the GSS-API token of Kerberos (RFC 4178 §4.2). The token in a
 * NegTokenInit is that of the first mechanism in the list; so Kerberos must come first, and with
 * its acceptance the negotiation is over and needs no mechListMIC.
 */
final class Spnego {

    private static final int SEQUENCE = 0x30;
    private static final int OCTET_STRING = 0x04;
    private static final int ENUMERATED = 0x0A;
    private static final int NEG_TOKEN_INIT = 0xA0;
    static final int NEG_TOKEN_RESP = 0xA1;
    private static final int ACCEPT_COMPLETED = 0;

    private Spnego() {}

    /** Reads what stands behind the SPNEGO mechanism of an initial token. */
    static KerberosToken request(DerReader content) throws KerberosTokenException {
        DerReader init =
                content.enter(NEG_TOKEN_INIT, "NegTokenInit").enter(SEQUENCE, "NegTokenInit");
        content.end("NegTokenInit");
        int at = init.offset();
        Mechanism first =
                Gss.mechanism(init.enter(0xA0, "mechTypes").enter(SEQUENCE, "MechTypeList"));
        if (!first.isKerberos()) {
            throw new KerberosTokenException(at, "the first mechanism is not Kerberos");
        }
        if (init.tag() == 0xA1) {
            init.next("reqFlags");
        }
        DerReader token = init.enter(0xA2, "mechToken").enter(OCTET_STRING, "mechToken");
        if (init.tag() == 0xA3) {
            init.next("mechListMIC");
        }
        init.end("NegTokenInit");
        return new KerberosToken(Framing.SPNEGO, first, Gss.message(token, Message.AP_REQ));
    }

    /** Reads a NegTokenResp that completes the negotiation. */
    static KerberosToken reply(DerReader field) throws KerberosTokenException {
        DerReader resp =
                field.enter(NEG_TOKEN_RESP, "NegTokenResp").enter(SEQUENCE, "NegTokenResp");
        field.end("NegTokenResp");
        checkState(resp);
        Mechanism mechanism = Mechanism.KRB5;
        if (resp.tag() == 0xA1) {
            int at = resp.offset();
            mechanism = Gss.mechanism(resp.next("supportedMech"));
            if (!mechanism.isKerberos()) {
                throw new KerberosTokenException(at, "supportedMech is not Kerberos");
            }
        }
        DerReader token = resp.enter(0xA2, "responseToken").enter(OCTET_STRING, "responseToken");
        if (resp.tag() == 0xA3) {
            resp.next("mechListMIC");
        }
        resp.end("NegTokenResp");
        return new KerberosToken(Framing.SPNEGO, mechanism, Gss.message(token, Message.AP_REP));
    }

    private static void checkState(DerReader resp) throws KerberosTokenException {
        DerReader state = resp.enter(0xA0, "negState").enter(ENUMERATED, "negState");
        int value = state.octet("negState");
        state.end("negState");
        if (value != ACCEPT_COMPLETED) {
            throw state.fault("negState is %d, not accept-completed".formatted(value));
        }
    }

    static byte[] init(Mechanism mechanism, byte[] apReq) {
        byte[] mechTypes = Der.value(0xA0, Der.value(SEQUENCE, mechanism.der()));
        byte[] mechToken =
                Der.value(0xA2, Der.value(OCTET_STRING, Gss.token(apReq, Message.AP_REQ)));
        byte[] init = Der.value(NEG_TOKEN_INIT, Der.value(SEQUENCE, mechTypes, mechToken));
        return Der.value(Gss.TAG, Mechanism.SPNEGO.der(), init);
    }

    static byte[] resp(Mechanism mechanism, byte[] apRep) {
        byte[] negState = Der.value(0xA0, Der.value(ENUMERATED, new byte[] {ACCEPT_COMPLETED}));
        byte[] supportedMech = Der.value(0xA1, mechanism.der());
        byte[] responseToken =
                Der.value(0xA2, Der.value(OCTET_STRING, Gss.token(apRep, Message.AP_REP)));
        return Der.value(
                NEG_TOKEN_RESP, Der.value(SEQUENCE, negState, supportedMech, responseToken));
    }
}
