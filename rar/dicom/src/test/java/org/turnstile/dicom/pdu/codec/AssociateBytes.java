/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.dicom.pdu.codec;

import static org.turnstile.dicom.pdu.codec.Bytes.ascii;
import static org.turnstile.dicom.pdu.codec.Bytes.hex;
import static org.turnstile.dicom.pdu.codec.Bytes.item;
import static org.turnstile.dicom.pdu.codec.Bytes.join;
import static org.turnstile.dicom.pdu.codec.Bytes.pdu;

/**
 * The A-ASSOCIATE PDUs of the tests: application context, Verification / Implicit VR Little Endian
 * as context 1, and what a test puts into user information.
 */
final class AssociateBytes {

    static final int RQ = 0x01;
    static final int AC = 0x02;

    private static final byte[] HEADER =
            join(
                    hex("0001"), // protocol version
                    hex("0000"), // reserved
                    ascii("TURNSTILE       "), // called AE title
                    ascii("MODALITY1       "), // calling AE title
                    new byte[32]); // reserved

    private AssociateBytes() {}

    static byte[] header() {
        return HEADER.clone();
    }

    /** Version, AE titles and reserved bytes, with AE titles of 16 bytes. */
    static byte[] header(byte[] called, byte[] calling) {
        return join(hex("0001 0000"), called, calling, new byte[32]);
    }

    static byte[] applicationContext() {
        return item(0x10, ascii("1.2.840.10008.3.1.1.1"));
    }

    static byte[] abstractSyntax(String uid) {
        return item(0x30, ascii(uid));
    }

    static byte[] transferSyntax(String uid) {
        return item(0x40, ascii(uid));
    }

    /** A proposed context: Verification, Implicit VR Little Endian. */
    static byte[] contextRq(int id) {
        return contextRq(id, transferSyntax("1.2.840.10008.1.2"));
    }

    static byte[] contextRq(int id, byte[] transferSyntaxes) {
        return item(
                0x20,
                Bytes.bytes(id, 0, 0, 0),
                abstractSyntax("1.2.840.10008.1.1"),
                transferSyntaxes);
    }

    /** An accepted context: Implicit VR Little Endian. */
    static byte[] contextAc(int id) {
        return item(0x21, Bytes.bytes(id, 0, 0, 0), transferSyntax("1.2.840.10008.1.2"));
    }

    /** 51H, 16,384 bytes. */
    static byte[] maximumLength() {
        return hex("51 00 0004 00004000");
    }

    /** 52H. */
    static byte[] classUid() {
        return item(0x52, ascii("1.2.3.4"));
    }

    /** 55H. */
    static byte[] versionName() {
        return item(0x55, ascii("PEER_1"));
    }

    /** A request with 51H, 52H and these sub-items. */
    static byte[] rq(byte[]... subItems) {
        return rqWithOnly(maximumLength(), classUid(), join(subItems));
    }

    /** A request with these sub-items and no others. */
    static byte[] rqWithOnly(byte[]... subItems) {
        return rqWithItems(item(0x50, subItems));
    }

    /** A request with these items beside its application and presentation context. */
    static byte[] rqWithItems(byte[]... items) {
        return pdu(RQ, header(), applicationContext(), contextRq(1), join(items));
    }

    /** An accept with 51H, 52H and these sub-items. */
    static byte[] ac(byte[]... subItems) {
        return acWithItems(item(0x50, maximumLength(), classUid(), join(subItems)));
    }

    /** An accept with these items beside its application and presentation context. */
    static byte[] acWithItems(byte[]... items) {
        return pdu(AC, header(), applicationContext(), contextAc(1), join(items));
    }
}
