/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.dicom.pdu.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.turnstile.dicom.pdu.codec.AssociateBytes.applicationContext;
import static org.turnstile.dicom.pdu.codec.AssociateBytes.contextRq;
import static org.turnstile.dicom.pdu.codec.AssociateBytes.header;
import static org.turnstile.dicom.pdu.codec.AssociateBytes.rqWithItems;
import static org.turnstile.dicom.pdu.codec.AssociateBytes.transferSyntax;
import static org.turnstile.dicom.pdu.codec.Bytes.ascii;
import static org.turnstile.dicom.pdu.codec.Bytes.hex;
import static org.turnstile.dicom.pdu.codec.Bytes.item;
import static org.turnstile.dicom.pdu.codec.Bytes.join;
import static org.turnstile.dicom.pdu.codec.Bytes.pdu;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.turnstile.dicom.pdu.AAssociateRq;
import org.turnstile.dicom.pdu.PresentationContextRq;
import org.turnstile.dicom.pdu.UserInformation;

/** A-ASSOCIATE-RQ but for its user information. */
class AssociateRqTest {

    private static final byte[] EXAMPLE =
            hex(
                    "01 00 000000A9", // A-ASSOCIATE-RQ, 169 bytes
                    "0001 0000", // protocol version, reserved
                    "5455524E5354494C4520202020202020", // called AE title TURNSTILE
                    "4D4F44414C4954593120202020202020", // calling AE title MODALITY1
                    "00".repeat(32), // reserved
                    "10 00 0015", // application context
                    "312E322E3834302E31303030382E332E312E312E31", // 1.2.840.10008.3.1.1.1
                    "20 00 0034 01 000000", // presentation context 1
                    "30 00 0011 312E322E3834302E31303030382E312E31", // Verification
                    "40 00 0003 312E32", // transfer syntax 1.2
                    "40 00 0003 312E33", // transfer syntax 1.3
                    "40 00 0009 312E332E332E332E33", // transfer syntax 1.3.3.3.3
                    "50 00 0010", // user information
                    "51 00 0004 00004000", // maximum length 16,384
                    "55 00 0004 54455354"); // implementation version name TEST

    private static AAssociateRq withTitles(String called, String calling) {
        return Wire.rq(pdu(0x01, header(ascii(called), ascii(calling))));
    }

    @Test
    void everyFieldIsReadAndWritten() {
        AAssociateRq expected =
                new AAssociateRq(
                        1,
                        "TURNSTILE",
                        "MODALITY1",
                        "1.2.840.10008.3.1.1.1",
                        List.of(
                                new PresentationContextRq(
                                        1,
                                        "1.2.840.10008.1.1",
                                        List.of("1.2", "1.3", "1.3.3.3.3"))),
                        UserInformation.of(16384, "", "TEST"),
                        List.of());
        assertThat(Wire.rq(EXAMPLE)).isEqualTo(expected);
        assertThat(Wire.encode(expected)).isEqualTo(EXAMPLE);
    }

    @ParameterizedTest
    @CsvSource({
        "'AE              ', AE",
        "'              AE', AE",
        "'  TWO WORDS     ', TWO WORDS",
        "'SIXTEEN_LETTERS_', SIXTEEN_LETTERS_",
        "'                ', ''"
    })
    void spacesAroundAnAeTitleArePadding(String title, String expected) {
        assertThat(withTitles(title, "PEER            ").calledAeTitle()).isEqualTo(expected);
        assertThat(withTitles("PEER            ", title).callingAeTitle()).isEqualTo(expected);
    }

    @Test
    void nulsAfterAnAeTitleArePaddingToo() {
        assertThat(withTitles("AE\0\0\0\0\0\0\0\0\0\0\0\0\0\0", "\0".repeat(16)))
                .extracting(AAssociateRq::calledAeTitle, AAssociateRq::callingAeTitle)
                .containsExactly("AE", "");
    }

    @ParameterizedTest
    @ValueSource(ints = {0x00, 0x0A, 0x1B, 0x7F, 0x80, 0xC3})
    void anAeTitleIsPrintableAscii(int character) {
        byte[] header = header();
        header[4 + 3] = (byte) character;
        assertThat(Wire.abort26(pdu(0x01, header)).fault())
                .isEqualTo("A-ASSOCIATE-RQ: called AE title has character " + character);
    }

    @Test
    void protocolVersionIsHandedOn() {
        byte[] header = header();
        header[0] = (byte) 0x80;
        header[1] = 2;
        assertThat(Wire.rq(pdu(0x01, header)).protocolVersion()).isEqualTo(0x8002);
    }

    @Test
    void reservedBytesAreNotTested() {
        byte[] header = header();
        header[2] = 1;
        header[67] = 1;
        byte[] context = contextRq(1);
        context[1] = context[5] = context[6] = context[7] = context[9] = (byte) 0xFF;
        assertThat(Wire.rq(pdu(0x01, header, applicationContext(), context)).contexts()).hasSize(1);
    }

    @Test
    void absentItemsAreEmpty() {
        AAssociateRq rq = Wire.rq(pdu(0x01, header()));
        assertThat(rq.applicationContext()).isEmpty();
        assertThat(rq.contexts()).isEmpty();
        assertThat(rq.userInformation()).isEqualTo(UserInformation.of(0, "", ""));
        assertThat(rq.deviations()).isEmpty();
    }

    @Test
    void itemsComeInAnyOrder() {
        byte[] rq =
                pdu(
                        0x01,
                        header(),
                        item(0x50, AssociateBytes.maximumLength()),
                        contextRq(3),
                        applicationContext(),
                        contextRq(1));
        assertThat(Wire.rq(rq).contexts())
                .extracting(PresentationContextRq::id)
                .containsExactly(3, 1);
        assertThat(Wire.rq(rq).applicationContext()).isEqualTo("1.2.840.10008.3.1.1.1");
    }

    @Test
    void unknownItemsAreIgnored() {
        byte[] rq =
                rqWithItems(
                        hex("21 00 0001 00"), // an item of an accept
                        hex("7F 00 0000"),
                        item(0x20, hex("03000000"), hex("99 00 0001 00"), verification()));
        assertThat(Wire.rq(rq).contexts())
                .extracting(PresentationContextRq::id)
                .containsExactly(1, 3);
        assertThat(Wire.rq(rq).deviations()).isEmpty();
    }

    @Test
    void anUnknownSopClassIsNoFault() {
        byte[] context =
                item(0x20, hex("03000000"), item(0x30, ascii("NOT.A.UID")), transferSyntax("1.2"));
        assertThat(Wire.rq(rqWithItems(context)).contexts().get(1).abstractSyntax())
                .isEqualTo("NOT.A.UID");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 2, 254})
    void contextIdsAreOdd(int id) {
        assertThat(Wire.abort26(rqWithItems(contextRq(id))).fault())
                .contains("presentation context ID " + id + " is even");
    }

    @Test
    void contextIdsAreUnique() {
        assertThat(Wire.abort26(rqWithItems(contextRq(1))).fault())
                .contains("presentation context ID 1 twice");
    }

    @Test
    void aContextHasOneAbstractSyntaxAndATransferSyntax() {
        byte[] id = hex("03000000");
        Wire.abort26(rqWithItems(item(0x20, id)));
        Wire.abort26(rqWithItems(item(0x20, id, AssociateBytes.abstractSyntax("1.2"))));
        Wire.abort26(rqWithItems(item(0x20, id, transferSyntax("1.2"))));
        Wire.abort26(
                rqWithItems(item(0x20, id, AssociateBytes.abstractSyntax("1.2"), verification())));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "20 00 0000",
                "20 00 0003 030000",
                "20 00 0006 03000000 3000", // sub-item header cut
                "20 00 0008 03000000 30000001", // sub-item beyond its context
                "20 00 0008 03000000 30000000", // empty abstract syntax
                "10 00 0000", // empty application context
                "10 00 0003 312E32", // a second application context
                "99 00 0001", // unknown, but beyond the PDU
                "50 00 0001", // user information beyond the PDU
                "50",
                "50 00 00"
            })
    void malformedItems(String item) {
        Wire.abort26(rqWithItems(hex(item)));
    }

    @Test
    void aHeaderShorterThan68BytesIsMalformed() {
        assertThat(Wire.abort26(pdu(0x01, new byte[67])).fault())
                .isEqualTo("length of PDU type 1: 67 is not 68 to 1048576");
    }

    private static byte[] verification() {
        return join(AssociateBytes.abstractSyntax("1.2.840.10008.1.1"), transferSyntax("1.2"));
    }
}
