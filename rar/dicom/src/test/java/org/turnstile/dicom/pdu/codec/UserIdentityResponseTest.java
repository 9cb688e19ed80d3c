/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.dicom.pdu.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.turnstile.dicom.pdu.codec.Bytes.ascii;
import static org.turnstile.dicom.pdu.codec.Bytes.hex;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.turnstile.dicom.pdu.AAssociateAc;
import org.turnstile.dicom.pdu.AsynchronousOperations;
import org.turnstile.dicom.pdu.RoleSelection;
import org.turnstile.dicom.pdu.UserIdentityAc;
import org.turnstile.dicom.pdu.UserInformation;

/** The 59H of an accept, and the 58H that Supplement 99 printed in its place. */
class UserIdentityResponseTest {

    /** Item, reserved, length 2, response of zero length. */
    private static final byte[] POS0 = hex("59 00 0002 0000");

    private static Optional<byte[]> response(byte[]... subItems) {
        return response(AssociateBytes.ac(subItems), true);
    }

    private static Optional<byte[]> response(byte[] ac, boolean take58H) {
        try (Wire wire = new Wire(new PduDecoder(PduLimits.DEFAULT, take58H))) {
            AAssociateAc decoded = (AAssociateAc) wire.receive(ac).get(0);
            return decoded.userInformation().userIdentityAc().map(UserIdentityAc::serverResponse);
        }
    }

    @Test
    void case14_subItemsAscendWithTheResponseLast() {
        AAssociateAc ac = Wire.ac(AssociateBytes.ac());
        UserInformation info =
                new UserInformation(
                        16384,
                        "1.2.3.4",
                        Optional.of(new AsynchronousOperations(1, 1)),
                        List.of(new RoleSelection("1.2", true, false)),
                        "T_1",
                        List.of(),
                        List.of(),
                        Optional.empty(),
                        Optional.of(new UserIdentityAc(new byte[0])));
        byte[] bytes =
                Wire.encode(
                        new AAssociateAc(
                                1,
                                ac.calledAeTitle(),
                                ac.callingAeTitle(),
                                ac.applicationContext(),
                                ac.contexts(),
                                info));
        byte[] userInformation =
                hex(
                        "50 00 0033", // user information, 51 bytes
                        "51 00 0004 00004000", // maximum length 16,384
                        "52 00 0007 312E322E332E34", // implementation class UID 1.2.3.4
                        "53 00 0004 0001 0001", // asynchronous operations 1, 1
                        "54 00 0007 0003 312E32 01 00", // role selection of 1.2: SCU, not SCP
                        "55 00 0003 545F31", // implementation version name T_1
                        "59 00 0002 0000"); // user identity response of zero length
        assertThat(bytes).endsWith(userInformation);
        assertThat(bytes).hasSize(6 + (bytes[4] & 0xFF) * 256 + (bytes[5] & 0xFF));
    }

    @Test
    void case43_positiveResponseIsAPresentItemOfZeroLength() {
        assertThat(response(POS0)).hasValueSatisfying(bytes -> assertThat(bytes).isEmpty());
        assertThat(response()).isEmpty();
    }

    @Test
    void case45_serverTicket() {
        assertThat(response(hex("59 00 0005 0003 6F0102")))
                .hasValueSatisfying(bytes -> assertThat(bytes).isEqualTo(hex("6F0102")));
    }

    @Test
    void case60_the58HOfSupplement99IsTakenLeniently() {
        byte[] response = hex("58 00 0003 0001 41");
        assertThat(response(response))
                .hasValueSatisfying(bytes -> assertThat(bytes).isEqualTo(ascii("A")));
        assertThat(response(hex("58 00 0002 0000"))).isPresent();
    }

    @Test
    void case60_the58HOfSupplement99IsIgnoredStrictly() {
        assertThat(response(AssociateBytes.ac(hex("58 00 0002 0000")), false)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "58 00 000B 01 01 0005 616C696365 0000", // the request's, sent back
                "58 00 0000",
                "58 00 0001 00",
                "58 00 0002 0001",
                "58 00 0003 0000 41"
            })
    void case60_a58HOfAnyOtherShapeIsIgnored(String subItem) {
        assertThat(response(hex(subItem))).isEmpty();
        assertThat(response(AssociateBytes.ac(hex(subItem)), false)).isEmpty();
    }

    @Test
    void the59HCountsWhereBothAreThere() {
        byte[] ac = AssociateBytes.ac(hex("59 00 0003 0001 42"), hex("58 00 0003 0001 41"));
        assertThat(response(ac, true))
                .hasValueSatisfying(bytes -> assertThat(bytes).isEqualTo(ascii("B")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "59 00 0002 0001", // response length beyond the item
                "59 00 0003 0003 41",
                "59 00 0003 0000 41", // trailing byte
                "59 00 0001 00", // no room for the response length
                "59 00 0000",
                "59 00 0004 0000" // item length beyond user information
            })
    void case62_lengthsThatDoNotFit(String subItem) {
        assertThat(Wire.abort26(AssociateBytes.ac(hex(subItem))).fault())
                .contains("user identity (59H)");
    }

    @Test
    void twoResponsesAreAFault() {
        assertThat(Wire.abort26(AssociateBytes.ac(POS0, POS0)).fault())
                .contains("user identity (59H): twice");
    }
}
