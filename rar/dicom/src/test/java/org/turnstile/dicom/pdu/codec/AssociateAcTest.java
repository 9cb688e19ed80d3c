/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.dicom.pdu.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.turnstile.dicom.pdu.codec.AssociateBytes.acWithItems;
import static org.turnstile.dicom.pdu.codec.AssociateBytes.header;
import static org.turnstile.dicom.pdu.codec.AssociateBytes.transferSyntax;
import static org.turnstile.dicom.pdu.codec.Bytes.ascii;
import static org.turnstile.dicom.pdu.codec.Bytes.hex;
import static org.turnstile.dicom.pdu.codec.Bytes.item;
import static org.turnstile.dicom.pdu.codec.Bytes.pdu;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.turnstile.dicom.pdu.AAssociateAc;
import org.turnstile.dicom.pdu.PresentationContextAc;
import org.turnstile.dicom.pdu.UserInformation;

/** A-ASSOCIATE-AC but for its user information. */
class AssociateAcTest {

    private static final byte[] EXAMPLE =
            hex(
                    "02 00 00000084", // A-ASSOCIATE-AC, 132 bytes
                    "0001 0000", // protocol version, reserved
                    "5455524E5354494C4520202020202020", // called AE title TURNSTILE
                    "4D4F44414C4954593120202020202020", // calling AE title MODALITY1
                    "00".repeat(32), // reserved
                    "10 00 0015", // application context
                    "312E322E3834302E31303030382E332E312E312E31", // 1.2.840.10008.3.1.1.1
                    "21 00 000B 01 00 00 00", // presentation context 1, reserved, acceptance
                    "40 00 0003 312E32", // transfer syntax 1.2
                    "21 00 0008 03 00 03 00", // context 3: abstract-syntax-not-supported
                    "40 00 0000", // transfer syntax, not significant
                    "50 00 0008", // user information
                    "51 00 0004 00004000"); // maximum length 16,384

    private static PresentationContextAc second(String context) {
        return Wire.ac(acWithItems(hex(context))).contexts().get(1);
    }

    @Test
    void everyFieldIsReadAndWritten() {
        AAssociateAc expected =
                new AAssociateAc(
                        1,
                        "TURNSTILE",
                        "MODALITY1",
                        "1.2.840.10008.3.1.1.1",
                        List.of(
                                new PresentationContextAc(1, 0, "1.2"),
                                new PresentationContextAc(3, 3, "")),
                        UserInformation.of(16384, "", ""));
        assertThat(Wire.ac(EXAMPLE)).isEqualTo(expected);
        assertThat(Wire.encode(expected)).isEqualTo(EXAMPLE);
        assertThat(expected.contexts())
                .extracting(PresentationContextAc::accepted)
                .containsExactly(true, false);
    }

    @Test
    void aeTitlesAreNotTested() {
        AAssociateAc ac = Wire.ac(pdu(0x02, header(new byte[16], ascii("\u0001".repeat(16)))));
        assertThat(ac.calledAeTitle()).isEmpty();
        assertThat(ac.callingAeTitle()).isEmpty();
        assertThat(ac.applicationContext()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "21 00 0004 03 00 04 00", // no transfer syntax
                "21 00 0008 03 00 04 00 40000000", // an empty one
                "21 00 0008 03 00 04 00 40000004", // one that is not there
                "21 00 0007 03 00 04 00 FFFFFF"
            })
    void theTransferSyntaxOfARejectedContextIsNotSignificant(String context) {
        assertThat(second(context)).isEqualTo(new PresentationContextAc(3, 4, ""));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "21 00 0004 03 00 00 00", // accepted without transfer syntax
                "21 00 0008 03 00 00 00 40000000", // with an empty one
                "21 00 0008 03 00 00 00 40000004", // with one beyond the item
                "21 00 0003 03 00 00", // reserved byte missing
                "21 00 0000"
            })
    void anAcceptedContextHasATransferSyntax(String context) {
        Wire.abort26(acWithItems(hex(context)));
    }

    @Test
    void anAcceptedContextHasOneTransferSyntaxAlone() {
        byte[] id = hex("03000000");
        Wire.abort26(acWithItems(item(0x21, id, transferSyntax("1.2"), transferSyntax("1.3"))));
        byte[] unknownToo = item(0x21, id, hex("99 00 0000"), transferSyntax("1.2"));
        assertThat(Wire.ac(acWithItems(unknownToo)).contexts()).hasSize(2);
    }

    @Test
    void contextIdsAreOddAndUnique() {
        Wire.abort26(acWithItems(AssociateBytes.contextAc(1)));
        Wire.abort26(acWithItems(AssociateBytes.contextAc(2)));
    }

    @Test
    void secondUserInformationIsAFault() {
        byte[] info = item(0x50, AssociateBytes.maximumLength());
        assertThat(Wire.abort26(acWithItems(info, info)).fault())
                .isEqualTo("user information (50H): twice");
    }

    @Test
    void unknownItemsAreIgnored() {
        AAssociateAc ac = Wire.ac(acWithItems(hex("20 00 0001 00"), hex("58 00 0000")));
        assertThat(ac.contexts()).hasSize(1);
        assertThat(ac.userInformation().userIdentityAc()).isEmpty();
    }
}
