/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.testkit.dicom;

/** An A-ASSOCIATE-AC (PS3.8 §9.3.3) that a scripted server answers with. */
public final class AssociateAcBytes {

    private final ByteWriter contexts = new ByteWriter();
    private final UserInformationBytes userInformation = new UserInformationBytes(16384);

    private AssociateAcBytes() {}

    /** Accepts one presentation context in Implicit VR Little Endian. */
    public static AssociateAcBytes accepting(int contextId) {
        return new AssociateAcBytes().context(contextId, 0, Uids.IMPLICIT_VR_LE);
    }

    /**
     * Adds an answer to a presentation context.
     *
     * @param result 0 acceptance to 4 transfer syntaxes not supported
     */
    public AssociateAcBytes context(int id, int result, String transferSyntax) {
        ByteWriter value = new ByteWriter().u8(id).u8(0).u8(result).u8(0);
        value.bytes(ByteWriter.item(0x40, transferSyntax));
        contexts.bytes(ByteWriter.item(0x21, value.toBytes()));
        return this;
    }

    /** Maximum length (51H) that the server takes; default 16,384. */
    public AssociateAcBytes maximumLength(long bytes) {
        userInformation.first(bytes);
        return this;
    }

    /** Adds sub-items of 50H, each in hexadecimal. */
    public AssociateAcBytes subItems(String... hex) {
        userInformation.add(hex);
        return this;
    }

    /** The whole PDU. */
    public byte[] toBytes() {
        ByteWriter value = new ByteWriter().u16(1).zeros(2);
        value.aeTitle("TURNSTILE").aeTitle("SCRIPTED").zeros(32);
        value.bytes(ByteWriter.item(0x10, Uids.APPLICATION_CONTEXT));
        value.bytes(contexts.toBytes()).bytes(userInformation.toBytes());
        byte[] bytes = value.toBytes();
        return ByteWriter.pdu(0x02, bytes.length, bytes);
    }
}
