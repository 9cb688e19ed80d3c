/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.dicom.pdu.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.turnstile.dicom.pdu.codec.Bytes.hex;
import static org.turnstile.dicom.pdu.codec.Bytes.item;
import static org.turnstile.dicom.pdu.codec.Bytes.join;
import static org.turnstile.dicom.pdu.codec.Bytes.pduOfLength;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Lengths of a 58H that do not fit. The good one is {@code 58 00 000B 01 01 0005 alice 0000}. */
class UserIdentityLengthFaultTest {

    private static final byte[] ALICE1 = hex("58 00 000B 01 01 0005 616C696365 0000");

    private static String fault(String subItem) {
        return Wire.abort26(AssociateBytes.rq(hex(subItem))).fault();
    }

    @Test
    void case33_itemLengthPointsPastUserInformation() {
        assertThat(fault("58 00 000C 01 01 0005 616C696365 0000"))
                .isEqualTo(
                        "user information (50H): user identity (58H) needs 12 bytes, 11 are left");
    }

    @Test
    void case34_itemLengthUnderSix() {
        assertThat(fault("58 00 0005 01 01 0000 00 00000000")).contains("secondary field length");
        assertThat(fault("58 00 0000")).contains("user identity type");
    }

    @Test
    void case35_primaryLengthEatsTheSecondaryLength() {
        assertThat(fault("58 00 000B 01 01 0006 616C696365 0000"))
                .contains("secondary field length needs 2 bytes, 1 are left");
    }

    @Test
    void case36_primaryLengthFFFF() {
        assertThat(fault("58 00 000B 01 01 FFFF 616C696365 0000"))
                .contains("primary field needs 65535 bytes, 7 are left");
    }

    @Test
    void case37_secondaryLengthWithoutByte() {
        assertThat(fault("58 00 000B 01 01 0005 616C696365 0001"))
                .contains("secondary field needs 1 bytes, 0 are left");
    }

    @Test
    void case38_trailingBytesInTheItem() {
        assertThat(fault("58 00 000D 01 01 0005 616C696365 0000 ABCD"))
                .isEqualTo("user identity (58H): 2 bytes too many");
    }

    @Test
    void case39_secondaryLengthMissing() {
        assertThat(fault("58 00 0009 01 01 0005 616C696365"))
                .contains("secondary field length needs 2 bytes, 0 are left");
    }

    @Test
    void case40a_userInformationShorterThanTheIdentity() {
        byte[] body =
                join(
                        AssociateBytes.header(),
                        AssociateBytes.applicationContext(),
                        AssociateBytes.contextRq(1),
                        hex("50 00 0008"), // shorter than the item in it
                        ALICE1);
        assertThat(Wire.abort26(Bytes.pdu(0x01, body)).fault())
                .isEqualTo(
                        "user information (50H): user identity (58H) needs 11 bytes, 4 are left");
    }

    @Test
    void case40b_pduShorterThanUserInformation() {
        byte[] rq = AssociateBytes.rq(ALICE1);
        byte[] body = Arrays.copyOfRange(rq, 6, rq.length);
        assertThat(Wire.abort26(pduOfLength(0x01, body.length - 3L, body)).fault())
                .startsWith("A-ASSOCIATE-RQ: user information (50H) needs");
    }

    @Test
    void case40c_pduLengthFFFFFFFFAllocatesNothing() {
        try (Wire wire = new Wire()) {
            List<Object> emitted = wire.receive(pduOfLength(0x01, 0xFFFFFFFFL, new byte[0]));
            assertThat(emitted)
                    .singleElement()
                    .isInstanceOfSatisfying(
                            MalformedPdu.class,
                            fault -> assertThat(fault.fault()).contains("4294967295"));
            assertThat(wire.used()).isZero();
        }
    }

    @Test
    void case40d_endOfConnectionInThePrimaryFieldEmitsNothing() {
        byte[] rq = AssociateBytes.rq(ALICE1);
        try (Wire wire = new Wire()) {
            assertThat(wire.receive(Arrays.copyOf(rq, rq.length - 4))).isEmpty();
        }
    }

    @Test
    void case40e_byteAfterByteIsOnlyWaitedFor() {
        byte[] rq = AssociateBytes.rq(ALICE1);
        try (Wire wire = new Wire()) {
            for (int i = 0; i < rq.length - 1; i++) {
                assertThat(wire.receive(new byte[] {rq[i]})).isEmpty();
            }
            assertThat(wire.receive(new byte[] {rq[rq.length - 1]})).hasSize(1);
        }
    }

    @Test
    void anItemOutsideThatReachesPastThePduIsMalformedToo() {
        byte[] outside = item(0x58, new byte[4]);
        outside[3] = 0x7F;
        assertThat(Wire.abort26(AssociateBytes.rqWithItems(outside)).fault())
                .contains("user identity (58H) needs 127 bytes, 4 are left");
    }

    @Test
    void faultsNameLengthsAndNeverTheContent() {
        assertThat(fault("58 00 0013 02 01 0005 616C696365 0006 736563726574 0000"))
                .doesNotContain("alice", "secret");
    }
}
