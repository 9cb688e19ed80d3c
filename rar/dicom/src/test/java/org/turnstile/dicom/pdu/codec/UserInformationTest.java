/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.dicom.pdu.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.turnstile.dicom.pdu.codec.Bytes.ascii;
import static org.turnstile.dicom.pdu.codec.Bytes.hex;
import static org.turnstile.dicom.pdu.codec.Bytes.item;

import java.nio.ByteBuffer;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.turnstile.dicom.pdu.AAssociateRq;
import org.turnstile.dicom.pdu.AsynchronousOperations;
import org.turnstile.dicom.pdu.CommonExtendedNegotiation;
import org.turnstile.dicom.pdu.ExtendedNegotiation;
import org.turnstile.dicom.pdu.RoleSelection;
import org.turnstile.dicom.pdu.UserInformation;

/** The sub-items 51H to 57H of user information. */
class UserInformationTest {

    private static UserInformation decode(byte[]... subItems) {
        return Wire.rq(AssociateBytes.rqWithOnly(subItems)).userInformation();
    }

    @Test
    void maximumLengthIsUnsigned() {
        assertThat(decode(hex("51 00 0004 FFFFFFFF")).maximumLength()).isEqualTo(4294967295L);
        assertThat(decode(hex("51 00 0004 00000000")).maximumLength()).isZero();
    }

    @Test
    void asynchronousOperationsWindow() {
        assertThat(decode(hex("53 00 0004 0001 FFFF")).asynchronousOperations())
                .contains(new AsynchronousOperations(1, 65535));
    }

    @Test
    void roleSelections() {
        // item, reserved, length, UID length, UID, SCU-role, SCP-role
        byte[] first = hex("54 00 0007 0003 312E32 01 00");
        byte[] second = hex("54 00 0007 0003 312E33 00 01");
        assertThat(decode(first, second).roleSelections())
                .containsExactly(
                        new RoleSelection("1.2", true, false),
                        new RoleSelection("1.3", false, true));
    }

    @Test
    void extendedNegotiation() {
        // item, reserved, length, UID length, UID, application information
        assertThat(decode(hex("56 00 0008 0003 312E32 010203")).extendedNegotiations())
                .containsExactly(new ExtendedNegotiation("1.2", ByteBuffer.wrap(hex("010203"))));
        assertThat(decode(hex("56 00 0005 0003 312E32")).extendedNegotiations())
                .containsExactly(new ExtendedNegotiation("1.2", ByteBuffer.allocate(0)));
    }

    @Test
    void commonExtendedNegotiation() {
        byte[] item =
                hex(
                        "57 00 0016", // item, version, length
                        "0003 312E32", // SOP class UID 1.2
                        "0003 312E33", // service class UID 1.3
                        "000A", // length of the related ones
                        "0003 312E34", // related general SOP class UID 1.4
                        "0003 312E35"); // and 1.5
        assertThat(decode(item).commonExtendedNegotiations())
                .containsExactly(
                        new CommonExtendedNegotiation("1.2", "1.3", List.of("1.4", "1.5")));
    }

    @Test
    void whatFollowsTheRelatedClassesIsReserved() {
        assertThat(
                        decode(hex("57 00 000E 0003 312E32 0003 312E33 0000 FFFF"))
                                .commonExtendedNegotiations())
                .containsExactly(new CommonExtendedNegotiation("1.2", "1.3", List.of()));
    }

    @Test
    void whatIsAbsentIsEmpty() {
        assertThat(decode()).isEqualTo(UserInformation.of(0, "", ""));
        AAssociateRq rq = Wire.rq(AssociateBytes.rqWithItems());
        assertThat(rq.userInformation()).isEqualTo(UserInformation.of(0, "", ""));
    }

    @ParameterizedTest
    @CsvSource({
        "312E3200,          1.2", // padded to even length
        "312E3220,          1.2",
        "20312E32,          1.2",
        "312E320000000000,  1.2"
    })
    void paddedUidsAreTakenAsMeant(String bytes, String uid) {
        assertThat(decode(item(0x52, hex(bytes))).implementationClassUid()).isEqualTo(uid);
    }

    @Test
    void versionNameIsTrimmedAndCut() {
        assertThat(decode(item(0x55, ascii(" NAME 1 "))).implementationVersionName())
                .isEqualTo("NAME 1");
        assertThat(decode(item(0x55, ascii("NAME_OF_TWENTY_BYTES"))).implementationVersionName())
                .isEqualTo("NAME_OF_TWENTY_B");
        assertThat(decode(item(0x55, ascii(""))).implementationVersionName()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "51 00 0003 004000", // maximum length of three bytes
                "51 00 0005 0000400000", // of five
                "51 00 0000",
                "52 00 0000", // no UID
                "52 00 0002 2020", // blank UID
                "52 00 0003 310A32", // control character in a UID
                "52 00 0003 31C332", // character beyond ASCII
                "52 00 0003 312032", // space in a UID
                "53 00 0002 0001", // no number performed
                "53 00 0006 0001 0001 0001", // trailing bytes
                "54 00 0007 0004 312E32 01 00", // UID length beyond its roles
                "54 00 0006 0003 312E32 01", // no SCP-role
                "54 00 0008 0003 312E32 01 00 00", // trailing byte
                "55 00 0002 410A", // control character in a name
                "56 00 0001 00", // no UID length
                "56 00 0005 0004 312E32", // UID length beyond the item
                "57 00 0005 0003 312E32", // no service class
                "57 00 000C 0003 312E32 0003 312E33 0001", // related class beyond the item
                "57 00 000F 0003 312E32 0003 312E33 0003 0002 31", // beyond its own length
                "5A 00 0001", // unknown, but beyond user information
                "51", // header cut
                "51 00 00"
            })
    void malformedSubItems(String subItem) {
        Wire.abort26(AssociateBytes.rqWithOnly(hex(subItem)));
        Wire.abort26(AssociateBytes.acWithItems(item(0x50, hex(subItem))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "51 00 0004 00004000",
                "52 00 0003 312E32",
                "53 00 0004 0001 0001",
                "55 00 0001 41"
            })
    void whatMayStandThereOnceIsAFaultTwice(String subItem) {
        assertThat(Wire.abort26(AssociateBytes.rqWithOnly(hex(subItem, subItem))).fault())
                .endsWith("twice");
        assertThat(Wire.abort26(AssociateBytes.acWithItems(item(0x50, hex(subItem, subItem)))))
                .isNotNull();
    }

    @Test
    void aUidIsAtMost64Characters() {
        String longest = "1.".repeat(31) + "11";
        assertThat(decode(item(0x52, ascii(longest))).implementationClassUid()).isEqualTo(longest);
        assertThat(
                        Wire.abort26(AssociateBytes.rqWithOnly(item(0x52, ascii(longest + "1"))))
                                .fault())
                .contains("implementation class UID of 65 characters, at most 64");
    }
}
