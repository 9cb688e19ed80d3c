/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.api.kerberos;

/** A Kerberos message as a GSS-API token: 60, the mechanism, a token id (RFC 4121 §4.1). */
final class Gss {

    static final int TAG = 0x60;

    private Gss() {}

    /** The message's own bytes, behind the token id. */
    static byte[] message(DerReader token, Message kind) throws KerberosTokenException {
        DerReader content = token.enter(TAG, "a GSS-API token");
        token.end("the GSS-API token");
        int at = content.offset();
        if (mechanism(content) != Mechanism.KRB5) {
            throw new KerberosTokenException(at, "a mechanism other than Kerberos");
        }
        return behindMechanism(content, kind);
    }

    static Mechanism mechanism(DerReader content) throws KerberosTokenException {
        int at = content.offset();
        byte[] oid = content.enter(Mechanism.TAG, "a mechanism").rest();
        return Mechanism.of(oid)
                .orElseThrow(() -> new KerberosTokenException(at, "an unknown mechanism"));
    }

    static byte[] behindMechanism(DerReader content, Message kind) throws KerberosTokenException {
        int at = content.offset();
        int id = (content.octet("token id") << 8) | content.octet("token id");
        if (id != kind.tokenId()) {
            throw new KerberosTokenException(
                    at, "expects token id %04X, finds %04X".formatted(kind.tokenId(), id));
        }
        return kind.whole(content);
    }

    static byte[] token(byte[] message, Message kind) {
        byte[] id = {(byte) (kind.tokenId() >>> 8), (byte) kind.tokenId()};
        return Der.value(TAG, Mechanism.KRB5.der(), id, message);
    }
}
