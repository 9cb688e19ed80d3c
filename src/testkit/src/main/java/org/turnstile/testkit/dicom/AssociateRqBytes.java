/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.testkit.dicom;

import java.util.ArrayList;
import java.util.List;

/**
 * An A-ASSOCIATE-RQ (PS3.8 §9.3.2), right by default and wrong where a test says so.
 *
 * <p>By default: protocol version 0001, one context 1 of Verification in Implicit VR Little Endian,
 * 51H of 16,384 bytes and 52H.
 */
public final class AssociateRqBytes {

    private static final String DEFAULT_CONTEXT =
            contextItem(1, Uids.VERIFICATION, Uids.IMPLICIT_VR_LE);

    private int protocolVersion = 1;
    private String called = "TURNSTILE";
    private String calling = "SCRIPTED";
    private String applicationContext = Uids.APPLICATION_CONTEXT;
    private final List<String> contexts = new ArrayList<>();
    private final UserInformationBytes userInformation = new UserInformationBytes(16384);
    private final List<String> itemsAfter = new ArrayList<>();
    private long pduLength = -1;

    private AssociateRqBytes() {}

    /** A request for Verification. */
    public static AssociateRqBytes verification() {
        return new AssociateRqBytes();
    }

    /** A request for Verification with further sub-items in 50H, after 51H and 52H. */
    public static AssociateRqBytes with(String... subItems) {
        return new AssociateRqBytes().subItems(subItems);
    }

    /** Called AE title, 1 to 16 characters; default TURNSTILE. */
    public AssociateRqBytes called(String title) {
        called = title;
        return this;
    }

    /** Calling AE title, 1 to 16 characters; default SCRIPTED. */
    public AssociateRqBytes calling(String title) {
        calling = title;
        return this;
    }

    /** Protocol version, 16 bits; default 1. */
    public AssociateRqBytes protocolVersion(int version) {
        protocolVersion = version;
        return this;
    }

    /** Application context name; default that of DICOM. */
    public AssociateRqBytes applicationContext(String uid) {
        applicationContext = uid;
        return this;
    }

    /** Adds a presentation context; the first call replaces the default one. */
    public AssociateRqBytes context(int id, String abstractSyntax, String... transferSyntaxes) {
        contexts.add(contextItem(id, abstractSyntax, transferSyntaxes));
        return this;
    }

    /** Maximum length (51H) that the peer takes; default 16,384. */
    public AssociateRqBytes maximumLength(long bytes) {
        userInformation.first(bytes);
        return this;
    }

    /** Adds sub-items of 50H, each in hexadecimal. */
    public AssociateRqBytes subItems(String... hex) {
        userInformation.add(hex);
        return this;
    }

    /** Puts these sub-items into 50H and no others: not even 51H and 52H. */
    public AssociateRqBytes onlySubItems(String... hex) {
        userInformation.only(hex);
        return this;
    }

    /** Adds top-level items after 50H, each in hexadecimal. */
    public AssociateRqBytes itemAfter(String hex) {
        itemsAfter.add(hex);
        return this;
    }

    /** Claims this length of 50H, 0 to 65,535. */
    public AssociateRqBytes userInformationLength(int claimed) {
        userInformation.length(claimed);
        return this;
    }

    /** Claims this length of the PDU, 0 to FFFFFFFFH. */
    public AssociateRqBytes pduLength(long claimed) {
        pduLength = claimed;
        return this;
    }

    /** The whole PDU. */
    public byte[] toBytes() {
        ByteWriter value = new ByteWriter().u16(protocolVersion).zeros(2);
        value.aeTitle(called).aeTitle(calling).zeros(32);
        value.bytes(ByteWriter.item(0x10, applicationContext));
        (contexts.isEmpty() ? List.of(DEFAULT_CONTEXT) : contexts)
                .forEach(context -> value.bytes(Hex.bytes(context)));
        value.bytes(userInformation.toBytes());
        itemsAfter.forEach(item -> value.bytes(Hex.bytes(item)));
        byte[] bytes = value.toBytes();
        return ByteWriter.pdu(0x01, pduLength < 0 ? bytes.length : pduLength, bytes);
    }

    private static String contextItem(int id, String abstractSyntax, String... transferSyntaxes) {
        ByteWriter value = new ByteWriter().u8(id).zeros(3);
        value.bytes(ByteWriter.item(0x30, abstractSyntax));
        for (String transferSyntax : transferSyntaxes) {
            value.bytes(ByteWriter.item(0x40, transferSyntax));
        }
        return Hex.of(ByteWriter.item(0x20, value.toBytes()));
    }
}
