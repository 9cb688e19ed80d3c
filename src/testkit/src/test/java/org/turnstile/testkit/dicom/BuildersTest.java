/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.testkit.dicom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class BuildersTest {

    @Test
    void theDefaultRequestProposesVerificationInImplicitLittleEndian() {
        byte[] rq = AssociateRqBytes.with(Examples.ALICE1).toBytes();
        assertThat(Hex.of(rq))
                .isEqualTo(
                        String.join(
                                " ",
                                "01 00 00 00 00 C4", // A-ASSOCIATE-RQ, 196 = 68 + 25 + 50 + 53
                                // bytes
                                "00 01 00 00", // protocol version 1
                                "54 55 52 4E 53 54 49 4C 45 20 20 20 20 20 20 20", // TURNSTILE
                                "53 43 52 49 50 54 45 44 20 20 20 20 20 20 20 20", // SCRIPTED
                                "00 ".repeat(32).trim(),
                                "10 00 00 15", // application context
                                ascii("1.2.840.10008.3.1.1.1"),
                                "20 00 00 2E 01 00 00 00", // presentation context 1
                                "30 00 00 11",
                                ascii("1.2.840.10008.1.1"),
                                "40 00 00 11",
                                ascii("1.2.840.10008.1.2"),
                                "50 00 00 31", // user information
                                "51 00 00 04 00 00 40 00", // 16,384 bytes
                                "52 00 00 16",
                                ascii("1.2.826.0.1.3680043.99"),
                                Examples.ALICE1));
    }

    @Test
    void lengthsLieWhereTheTestSaysSo() {
        byte[] rq = AssociateRqBytes.verification().pduLength(0xFFFFFFFFL).toBytes();
        assertThat(Hex.of(Arrays.copyOf(rq, 6))).isEqualTo("01 00 FF FF FF FF");
        byte[] short50 = AssociateRqBytes.verification().userInformationLength(3).toBytes();
        assertThat(Hex.of(short50)).contains("50 00 00 03 51 00 00 04");
    }

    @Test
    void everyPartOfARequestCanBeReplaced() {
        byte[] rq =
                AssociateRqBytes.verification()
                        .called("CALLED")
                        .calling("CALLING")
                        .protocolVersion(0xFFFF)
                        .applicationContext("1.2")
                        .context(3, Uids.CT_IMAGE_STORAGE, Uids.EXPLICIT_VR_LE)
                        .maximumLength(0)
                        .onlySubItems(UserInformationBytes.versionName("V1"))
                        .itemAfter(Examples.ALICE1)
                        .toBytes();
        assertThat(Hex.of(rq))
                .contains("FF FF 00 00 " + ascii("CALLED          CALLING"))
                .contains("10 00 00 03 " + ascii("1.2"))
                .contains("30 00 00 19 " + ascii(Uids.CT_IMAGE_STORAGE))
                .doesNotContain(ascii(Uids.VERIFICATION) + " 40")
                .endsWith("50 00 00 06 55 00 00 02 56 31 " + Examples.ALICE1);
    }

    @Test
    void identitiesAreThoseOfTheExamples() {
        assertThat(UserIdentityBytes.username("alice", false)).isEqualTo(Examples.ALICE0);
        assertThat(UserIdentityBytes.username("alice", true)).isEqualTo(Examples.ALICE1);
        assertThat(UserIdentityBytes.username("Müller", true)).isEqualTo(Examples.MUELLER1);
        assertThat(UserIdentityBytes.username("", true)).isEqualTo(Examples.NOBODY1);
        assertThat(UserIdentityBytes.passcode("alice", "secret", true))
                .isEqualTo(Examples.ALICE_SECRET1);
        assertThat(UserIdentityBytes.passcode("alice", "", true))
                .isEqualTo(Examples.ALICE_NO_PASSCODE1);
        assertThat(UserIdentityBytes.response(new byte[0])).isEqualTo(Examples.POS0);
    }

    @Test
    void anEchoIsACommandSetWithoutADataSet() {
        assertThat(Hex.of(DimseBytes.command(1, DimseBytes.echoRq(7))))
                .isEqualTo(
                        String.join(
                                " ",
                                "04 00 00 00 00 4A", // P-DATA-TF
                                "00 00 00 46 01 03", // context 1, last fragment of a command
                                "00 00 00 00 04 00 00 00 38 00 00 00", // group length 56
                                "00 00 02 00 12 00 00 00", // Affected SOP Class UID
                                ascii("1.2.840.10008.1.1"),
                                "00",
                                "00 00 00 01 02 00 00 00 30 00", // C-ECHO-RQ
                                "00 00 10 01 02 00 00 00 07 00", // Message ID 7
                                "00 00 00 08 02 00 00 00 01 01")); // no data set
    }

    @Test
    void aDataSetComesInFragmentsOfWhichTheLastIsMarked() {
        assertThat(Hex.of(DimseBytes.dataSet(5, new byte[] {1, 2, 3}, 2)))
                .isEqualTo(
                        "04 00 00 00 00 08 00 00 00 04 05 00 01 02"
                                + " 04 00 00 00 00 07 00 00 00 03 05 02 03");
        assertThat(Hex.of(DimseBytes.dataSet(5, new byte[0], 2)))
                .isEqualTo("04 00 00 00 00 06 00 00 00 02 05 02");
    }

    @Test
    void whatIsNotHexadecimalIsRefused() {
        assertThatThrownBy(() -> Hex.bytes("5G")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Hex.bytes("5")).isInstanceOf(IllegalArgumentException.class);
    }

    private static String ascii(String text) {
        return Hex.of(text.getBytes(java.nio.charset.StandardCharsets.US_ASCII));
    }
}
