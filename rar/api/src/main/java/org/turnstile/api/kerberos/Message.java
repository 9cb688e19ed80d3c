/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.api.kerberos;

/** The two messages of an exchange (RFC 4120 §5.5) and their token ids (RFC 4121 §4.1). */
enum Message {
    /** KRB-AP-REQ, [APPLICATION 14]. */
    AP_REQ(0x6E, 0x0100),
    /** KRB-AP-REP, [APPLICATION 15]. */
    AP_REP(0x6F, 0x0200);

    private final int tag;
    private final int tokenId;

    Message(int tag, int tokenId) {
        this.tag = tag;
        this.tokenId = tokenId;
    }

    int tag() {
        return tag;
    }

    int tokenId() {
        return tokenId;
    }

    boolean begins(byte[] message) {
        return message.length > 0 && (message[0] & 0xFF) == tag;
    }

    /** All that the reader still has, which must be this message and sound DER. */
    byte[] whole(DerReader reader) throws KerberosTokenException {
        byte[] message = reader.rest();
        Der.check(tag, reader);
        return message;
    }
}
