/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.jaas.kerberos;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.apache.kerby.asn1.type.Asn1Type;
import org.apache.kerby.kerberos.kerb.KrbCodec;
import org.apache.kerby.kerberos.kerb.KrbException;
import org.apache.kerby.kerberos.kerb.crypto.EncryptionHandler;
import org.apache.kerby.kerberos.kerb.type.base.CheckSum;
import org.apache.kerby.kerberos.kerb.type.base.EncryptionKey;
import org.apache.kerby.kerberos.kerb.type.base.KeyUsage;
import org.apache.kerby.kerberos.kerb.type.ticket.Ticket;
import org.apache.kerby.kerberos.kerb.type.ticket.TicketFlags;

/**
 * The checksum of an authenticator by which alice hands on a forwarded ticket-granting ticket (RFC
 * 4121 §4.1.1), with the KRB-CRED in it (RFC 4120 §5.8) written value by value.
 */
final class Delegation {

    private static final int GSS_CHECKSUM = 0x8003;

    private Delegation() {}

    /** A checksum with a type that Kerby has no name for. */
    private static final class GssChecksum extends CheckSum {
        GssChecksum(byte[] content) {
            setFieldAsInt(CheckSumField.CKSUM_TYPE, GSS_CHECKSUM);
            setChecksum(content);
        }
    }

    /** Flags as given; 1 is GSS_C_DELEG_FLAG. */
    static CheckSum checksum(int flags, EncryptionKey sessionKey) {
        byte[] cred = krbCred(sessionKey);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(new byte[] {16, 0, 0, 0}); // Lgth
        out.writeBytes(new byte[16]); // Bnd: no channel bindings
        out.writeBytes(new byte[] {(byte) flags, 0, 0, 0}); // Flags
        out.writeBytes(new byte[] {1, 0}); // DlgOpt
        out.writeBytes(new byte[] {(byte) cred.length, (byte) (cred.length >>> 8)}); // Dlgth
        out.writeBytes(cred); // Deleg
        return new GssChecksum(out.toByteArray());
    }

    private static byte[] krbCred(EncryptionKey sessionKey) {
        try {
            EncryptionKey tgtKey = Request.key(Request.AES256);
            byte[] info =
                    tlv(
                            0x30,
                            field(0, der(tgtKey)),
                            field(1, realm()),
                            field(2, der(Request.name("alice"))),
                            field(3, der(new TicketFlags(0x60000000))), // forwardable, forwarded
                            field(4, der(Request.time(Instant.now()))),
                            field(6, der(Request.time(Instant.now().plusSeconds(3_600)))),
                            field(8, realm()),
                            field(9, der(Request.name("krbtgt", Request.REALM))));
            byte[] part = tlv(0x7D, tlv(0x30, field(0, tlv(0x30, info))));
            byte[] sealed =
                    der(EncryptionHandler.encrypt(part, sessionKey, KeyUsage.KRB_CRED_ENCPART));
            Ticket tgt = new Ticket();
            tgt.setSname(Request.name("krbtgt", Request.REALM));
            tgt.setRealm(Request.REALM);
            tgt.setEncryptedEncPart(
                    EncryptionHandler.encrypt(new byte[64], tgtKey, KeyUsage.KDC_REP_TICKET));
            return tlv(
                    0x76,
                    tlv(
                            0x30,
                            field(0, new byte[] {2, 1, 5}), // pvno
                            field(1, new byte[] {2, 1, 22}), // msg-type
                            field(2, tlv(0x30, der(tgt))),
                            field(3, sealed)));
        } catch (KrbException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] der(Asn1Type value) throws KrbException {
        return KrbCodec.encode(value);
    }

    private static byte[] realm() {
        return tlv(0x1B, Request.REALM.getBytes(StandardCharsets.US_ASCII)); // GeneralString
    }

    private static byte[] field(int number, byte[] value) {
        return tlv(0xA0 | number, value);
    }

    /** A value with a length of up to 65,535. */
    static byte[] tlv(int tag, byte[]... parts) {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            content.writeBytes(part);
        }
        int length = content.size();
        ByteArrayOutputStream value = new ByteArrayOutputStream();
        value.write(tag);
        if (length >= 0x100) {
            value.writeBytes(new byte[] {(byte) 0x82, (byte) (length >>> 8)});
        } else if (length >= 0x80) {
            value.write(0x81);
        }
        value.write(length);
        value.writeBytes(content.toByteArray());
        return value.toByteArray();
    }
}
