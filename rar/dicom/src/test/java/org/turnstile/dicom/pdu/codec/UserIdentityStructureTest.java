/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.dicom.pdu.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.turnstile.dicom.pdu.codec.Bytes.ascii;
import static org.turnstile.dicom.pdu.codec.Bytes.hex;
import static org.turnstile.dicom.pdu.codec.Bytes.item;
import static org.turnstile.dicom.pdu.codec.Bytes.join;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.turnstile.dicom.pdu.AAssociateRq;
import org.turnstile.dicom.pdu.Deviation;
import org.turnstile.dicom.pdu.UserIdentityRq;

/** The 58H of a request: its structure, good and odd. */
class UserIdentityStructureTest {

    /** Item, reserved, length 11, type 1, response requested, 5 "alice", no secondary. */
    private static final byte[] ALICE1 = hex("58 00 000B 01 01 0005 616C696365 0000");

    /** Item, reserved, length 17, type 2, response requested, 5 "alice", 6 "secret". */
    private static final byte[] ALICE_SECRET =
            hex("58 00 0011 02 01 0005 616C696365 0006 736563726574");

    private static void assertAlice(UserIdentityRq identity) {
        assertThat(identity.type()).isEqualTo(1);
        assertThat(identity.positiveResponseRequested()).isTrue();
        assertThat(identity.primary()).isEqualTo(ascii("alice"));
        assertThat(identity.secondary()).isEmpty();
    }

    private static List<Deviation> deviations(byte[] rq) {
        return Wire.rq(rq).deviations();
    }

    @Test
    void case01_usernameWithoutResponse() {
        UserIdentityRq identity = Wire.identity(hex("58 00 000B 01 00 0005 616C696365 0000"));
        assertThat(identity.type()).isEqualTo(1);
        assertThat(identity.positiveResponseRequested()).isFalse();
        assertThat(identity.primary()).isEqualTo(ascii("alice"));
    }

    @Test
    void case02_noIdentity() {
        AAssociateRq rq = Wire.rq(AssociateBytes.rq());
        assertThat(rq.userInformation().userIdentityRq()).isEmpty();
        assertThat(rq.deviations()).isEmpty();
    }

    @Test
    void case03_usernameWithResponse() {
        assertAlice(Wire.identity(ALICE1));
    }

    @ParameterizedTest
    @CsvSource({
        "58 00 000D 01 01 0007 4DC3BC6C6C6572 0000,   Müller",
        "58 00 000C 01 01 0006 E5B1B1E794B0 0000,     山田",
        "58 00 000A 01 01 0004 F09F9880 0000,         😀"
    })
    void case04to06_utf8IsKeptAsItCame(String bytes, String name) {
        assertThat(new String(Wire.identity(hex(bytes)).primary(), StandardCharsets.UTF_8))
                .isEqualTo(name);
    }

    @Test
    void case07_usernameAndPasscode() {
        UserIdentityRq identity = Wire.identity(ALICE_SECRET);
        assertThat(identity.type()).isEqualTo(2);
        assertThat(identity.positiveResponseRequested()).isTrue();
        assertThat(identity.primary()).isEqualTo(ascii("alice"));
        assertThat(identity.secondary()).isEqualTo(ascii("secret"));
    }

    @Test
    void case08_passcodeWithoutResponse() {
        UserIdentityRq identity = Wire.identity(Bytes.with(ALICE_SECRET, 5, 0));
        assertThat(identity.positiveResponseRequested()).isFalse();
        assertThat(identity.secondary()).isEqualTo(ascii("secret"));
    }

    @Test
    void case09_reservedByteIsNotTested() {
        assertAlice(Wire.identity(Bytes.with(ALICE1, 1, 0xFF)));
    }

    @Test
    void case10_unknownSubItemBeforeIsIgnored() {
        assertAlice(Wire.identity(hex("5A 00 0002 ABCD"), ALICE1));
    }

    @Test
    void case11_unknownSubItemOfZeroLengthAfterIsIgnored() {
        assertAlice(Wire.identity(ALICE1, hex("FF 00 0000")));
    }

    @Test
    void case12_identityBeforeMaximumLength() {
        AAssociateRq rq =
                Wire.rq(AssociateBytes.rqWithOnly(ALICE1, AssociateBytes.maximumLength()));
        assertAlice(rq.userInformation().userIdentityRq().orElseThrow());
        assertThat(rq.userInformation().maximumLength()).isEqualTo(16384);
    }

    @Test
    void case13_descendingOrder() {
        AAssociateRq rq =
                Wire.rq(
                        AssociateBytes.rqWithOnly(
                                ALICE1,
                                AssociateBytes.versionName(),
                                AssociateBytes.classUid(),
                                AssociateBytes.maximumLength()));
        assertAlice(rq.userInformation().userIdentityRq().orElseThrow());
        assertThat(rq.userInformation().implementationVersionName()).isEqualTo("PEER_1");
        assertThat(rq.userInformation().implementationClassUid()).isEqualTo("1.2.3.4");
        assertThat(rq.userInformation().maximumLength()).isEqualTo(16384);
        assertThat(rq.deviations()).isEmpty();
    }

    @Test
    void case15_identityBesideUserInformationIsNotTaken() {
        AAssociateRq rq =
                Wire.rq(
                        AssociateBytes.rqWithItems(
                                ALICE1, item(0x50, AssociateBytes.maximumLength())));
        assertThat(rq.userInformation().userIdentityRq()).isEmpty();
        assertThat(rq.deviations()).containsExactly(Deviation.IDENTITY_OUTSIDE_USER_INFORMATION);
    }

    @Test
    void case16_nothingIsTakenFromASecondUserInformation() {
        AAssociateRq rq =
                Wire.rq(
                        AssociateBytes.rqWithItems(
                                item(0x50, AssociateBytes.maximumLength()), item(0x50, ALICE1)));
        assertThat(rq.userInformation().userIdentityRq()).isEmpty();
        assertThat(rq.userInformation().maximumLength()).isEqualTo(16384);
        assertThat(rq.deviations()).containsExactly(Deviation.SECOND_USER_INFORMATION);
    }

    @Test
    void case18_theSameIdentityTwice() {
        assertThat(Wire.abort26(AssociateBytes.rq(ALICE1, ALICE1)).fault())
                .contains("user identity (58H): twice");
    }

    @Test
    void case19_twoIdentitiesAreNeitherFirstNorLastWins() {
        byte[] bob = hex("58 00 000F 02 01 0003 626F62 0006 736563726574");
        MalformedPdu fault = Wire.abort26(AssociateBytes.rq(ALICE1, bob));
        assertThat(fault.fault()).doesNotContain("bob", "alice", "secret");
    }

    @Test
    void case20_secondaryFieldOfAUsernameIsDropped() {
        byte[] rq = AssociateBytes.rq(Bytes.with(ALICE_SECRET, 4, 1));
        assertAlice(Wire.rq(rq).userInformation().userIdentityRq().orElseThrow());
        assertThat(deviations(rq)).containsExactly(Deviation.SECONDARY_FIELD_WITHOUT_PASSCODE);
    }

    @Test
    void case21_secondaryFieldOfATokenIsDropped() {
        byte[] rq = AssociateBytes.rq(hex("58 00 0008 05 01 0001 61 0001 62"));
        UserIdentityRq identity = Wire.rq(rq).userInformation().userIdentityRq().orElseThrow();
        assertThat(identity.primary()).isEqualTo(ascii("a"));
        assertThat(identity.secondary()).isEmpty();
        assertThat(deviations(rq)).containsExactly(Deviation.SECONDARY_FIELD_WITHOUT_PASSCODE);
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 0x80, 0xFF})
    void case22_anyResponseFlagButZeroIsTakenForOne(int flag) {
        byte[] rq = AssociateBytes.rq(Bytes.with(ALICE1, 5, flag));
        assertAlice(Wire.rq(rq).userInformation().userIdentityRq().orElseThrow());
        assertThat(deviations(rq)).containsExactly(Deviation.POSITIVE_RESPONSE_REQUESTED_VALUE);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 6, 0xFF})
    void case23and24_reservedTypesAreHandedOnAsNumbers(int type) {
        UserIdentityRq identity = Wire.identity(Bytes.with(ALICE1, 4, type));
        assertThat(identity.type()).isEqualTo(type);
        assertThat(identity.toString()).contains("type=" + type).doesNotContain("alice");
    }

    @Test
    void case25_zeroLengthUsername() {
        assertThat(Wire.identity(hex("58 00 0006 01 01 0000 0000")).primary()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"C328", "C080", "610062", "0D0A3C"})
    void case26to29_oddBytesInAUsernameReachTheGateUntouched(String name) {
        byte[] primary = hex(name);
        UserIdentityRq identity =
                Wire.identity(
                        item(
                                0x58,
                                hex("01 01 00"),
                                Bytes.bytes(primary.length),
                                primary,
                                hex("0000")));
        assertThat(identity.primary()).isEqualTo(primary);
    }

    @Test
    void case31_usernameOf65000BytesIsNotCut() {
        byte[] name = new byte[65_000];
        UserIdentityRq identity = Wire.identity(item(0x58, hex("01 01 FDE8"), name, hex("0000")));
        assertThat(identity.primary()).hasSize(65_000);
    }

    @Test
    void case32_spacesAroundAUsernameStay() {
        UserIdentityRq identity = Wire.identity(hex("58 00 0009 01 01 0003 206120 0000"));
        assertThat(identity.primary()).isEqualTo(ascii(" a "));
    }

    @Test
    void case50_emptyPasscode() {
        UserIdentityRq identity = Wire.identity(hex("58 00 000B 02 01 0005 616C696365 0000"));
        assertThat(identity.type()).isEqualTo(2);
        assertThat(identity.secondary()).isEmpty();
    }

    @Test
    void case63_responseInARequestIsAnUnknownSubItem() {
        assertAlice(Wire.identity(hex("59 00 0002 0000"), ALICE1));
        assertAlice(Wire.identity(hex("59 00 0001 FF"), hex("59 00 0001 FF"), ALICE1));
    }

    @Test
    void secretsAreNotShownAndCanBeWiped() {
        UserIdentityRq identity = Wire.identity(ALICE_SECRET);
        assertThat(identity.toString()).doesNotContain("alice", "secret");
        identity.wipe();
        assertThat(join(identity.primary(), identity.secondary())).containsOnly(0);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "58 00 000B 01 00 0005 616C696365 0000",
                "58 00 000B 01 01 0005 616C696365 0000",
                "58 00 000D 01 01 0007 4DC3BC6C6C6572 0000",
                "58 00 0011 02 01 0005 616C696365 0006 736563726574",
                "58 00 000B 02 01 0005 616C696365 0000",
                "58 00 0006 01 01 0000 0000"
            })
    void everyExampleIsWrittenAsItWasRead(String subItem) {
        byte[] rq = AssociateBytes.rq(hex(subItem));
        assertThat(Wire.encode(Wire.rq(rq))).isEqualTo(rq);
    }
}
