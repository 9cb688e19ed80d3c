/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.api.kerberos;

import java.util.HexFormat;

/** Tokens written out byte by byte, after RFC 4121 and RFC 4178 and not by our own encoder. */
final class TokenBytes {

    /** [APPLICATION 14] { SEQUENCE { [0] INTEGER 5 } }: looks like an AP-REQ from outside. */
    static final byte[] AP_REQ = hex("6E 07 30 05 A0 03 02 01 05");

    /** [APPLICATION 15] { SEQUENCE { [0] INTEGER 5 } }: looks like an AP-REP from outside. */
    static final byte[] AP_REP = hex("6F 07 30 05 A0 03 02 01 05");

    static final String KRB5 = "06 09 2A 86 48 86 F7 12 01 02 02 "; // 1.2.840.113554.1.2.2
    static final String MS_KRB5 = "06 09 2A 86 48 82 F7 12 01 02 02 "; // 1.2.840.48018.1.2.2
    static final String NTLM = "06 0A 2B 06 01 04 01 82 37 02 02 0A "; // 1.3.6.1.4.1.311.2.2.10
    static final String SPNEGO = "06 06 2B 06 01 05 05 02 "; // 1.3.6.1.5.5.2

    /** 60, length 22 = mechanism 11 + token id 2 + AP-REQ 9. */
    static final String GSS_REQ = "60 16 " + KRB5 + "01 00 6E 07 30 05 A0 03 02 01 05 ";

    static final String GSS_REP = "60 16 " + KRB5 + "02 00 6F 07 30 05 A0 03 02 01 05 ";

    /** NegTokenInit with mechTypes { krb5 } and the token above. */
    static final byte[] SPNEGO_REQ =
            hex(
                    "60 37 "
                            + SPNEGO
                            + "A0 2D 30 2B " // [0] NegTokenInit, 43 = 15 + 28
                            + "A0 0D 30 0B " // [0] mechTypes
                            + KRB5
                            + "A2 1A 04 18 " // [2] mechToken, 24
                            + GSS_REQ);

    /** NegTokenResp: accept-completed, supportedMech krb5, the token above. */
    static final byte[] SPNEGO_REP =
            hex(
                    "A1 30 30 2E " // [1] NegTokenResp, 46 = 5 + 13 + 28
                            + "A0 03 0A 01 00 " // [0] negState
                            + "A1 0B " // [1] supportedMech
                            + KRB5
                            + "A2 1A 04 18 " // [2] responseToken
                            + GSS_REP);

    private TokenBytes() {}

    static byte[] hex(String text) {
        return HexFormat.of().parseHex(text.replace(" ", ""));
    }

    /** A NegTokenInit of any parts, for lists and fields that a sound one has not. */
    static byte[] init(String... parts) {
        return Der.value(
                0x60, hex(SPNEGO), Der.value(0xA0, Der.value(0x30, hex(String.join("", parts)))));
    }

    /** A NegTokenResp of any parts. */
    static byte[] resp(String... parts) {
        return Der.value(0xA1, Der.value(0x30, hex(String.join("", parts))));
    }
}
