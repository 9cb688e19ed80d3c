/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.api.kerberos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.turnstile.api.kerberos.TokenBytes.AP_REP;
import static org.turnstile.api.kerberos.TokenBytes.AP_REQ;
import static org.turnstile.api.kerberos.TokenBytes.GSS_REP;
import static org.turnstile.api.kerberos.TokenBytes.GSS_REQ;
import static org.turnstile.api.kerberos.TokenBytes.KRB5;
import static org.turnstile.api.kerberos.TokenBytes.MS_KRB5;
import static org.turnstile.api.kerberos.TokenBytes.NTLM;
import static org.turnstile.api.kerberos.TokenBytes.SPNEGO_REP;
import static org.turnstile.api.kerberos.TokenBytes.SPNEGO_REQ;
import static org.turnstile.api.kerberos.TokenBytes.hex;
import static org.turnstile.api.kerberos.TokenBytes.init;
import static org.turnstile.api.kerberos.TokenBytes.resp;

import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class KerberosTokenTest {

    private static final Map<Framing, byte[]> REQUESTS =
            Map.of(
                    Framing.RAW, AP_REQ,
                    Framing.GSS, hex(GSS_REQ),
                    Framing.SPNEGO, SPNEGO_REQ);
    private static final Map<Framing, byte[]> REPLIES =
            Map.of(
                    Framing.RAW, AP_REP,
                    Framing.GSS, hex(GSS_REP),
                    Framing.SPNEGO, SPNEGO_REP);

    private static final String MECH_TYPES = "A0 0D 30 0B " + KRB5;
    private static final String MECH_TOKEN = "A2 1A 04 18 " + GSS_REQ;
    private static final String COMPLETED = "A0 03 0A 01 00 ";
    private static final String RESPONSE_TOKEN = "A2 1A 04 18 " + GSS_REP;

    @ParameterizedTest
    @EnumSource
    void aRequestIsUnwrappedToItsApReq(Framing framing) throws Exception {
        KerberosToken token = KerberosToken.request(REQUESTS.get(framing));

        assertThat(token.framing()).isEqualTo(framing);
        assertThat(token.message()).isEqualTo(AP_REQ);
    }

    @ParameterizedTest
    @EnumSource
    void aReplyIsUnwrappedToItsApRep(Framing framing) throws Exception {
        KerberosToken token = KerberosToken.reply(REPLIES.get(framing));

        assertThat(token.framing()).isEqualTo(framing);
        assertThat(token.message()).isEqualTo(AP_REP);
    }

    @ParameterizedTest
    @EnumSource
    void whatIsEncodedIsWhatTheStandardsWrite(Framing framing) {
        assertThat(KerberosToken.of(framing, AP_REQ).encodeRequest())
                .isEqualTo(REQUESTS.get(framing));
        assertThat(KerberosToken.of(framing, AP_REP).encodeReply()).isEqualTo(REPLIES.get(framing));
    }

    @ParameterizedTest
    @EnumSource
    void anyFramingCanBeMadeOfAnyOther(Framing framing) throws Exception {
        for (byte[] field : REQUESTS.values()) {
            assertThat(KerberosToken.request(field).as(framing).encodeRequest())
                    .isEqualTo(REQUESTS.get(framing));
        }
    }

    @ParameterizedTest
    @EnumSource
    void anAnswerTravelsAsTheRequestCame(Framing framing) throws Exception {
        KerberosToken request = KerberosToken.request(REQUESTS.get(framing));

        assertThat(request.answer(AP_REP).encodeReply()).isEqualTo(REPLIES.get(framing));
        assertThatThrownBy(() -> request.answer(AP_REQ))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource({"127", "128", "255", "256", "60000"})
    void lengthsOfEverySizeAreReadAsWritten(int size) throws Exception {
        byte[] big = Der.value(0x6E, Der.value(0x04, new byte[size]));

        for (Framing framing : Framing.values()) {
            byte[] field = KerberosToken.of(framing, big).encodeRequest();
            assertThat(KerberosToken.request(field).message()).isEqualTo(big);
        }
    }

    @Test
    void theMechanismIsAnsweredUnderTheNameThatWindowsGivesIt() throws Exception {
        KerberosToken request =
                KerberosToken.request(init("A0 18 30 16 " + MS_KRB5 + KRB5, MECH_TOKEN));

        byte[] reply = request.answer(AP_REP).encodeReply();

        assertThat(reply).isEqualTo(resp(COMPLETED, "A1 0B " + MS_KRB5, RESPONSE_TOKEN));
        assertThat(KerberosToken.reply(reply).message()).isEqualTo(AP_REP);
    }

    @Test
    void kerberosFirstAmongOthersIsEnoughAndOptionalFieldsMayBeThere() throws Exception {
        byte[] field =
                init(
                        "A0 19 30 17 " + KRB5 + NTLM,
                        "A1 04 03 02 01 02 ", // [1] reqFlags: mutual
                        MECH_TOKEN,
                        "A3 03 04 01 00"); // [3] mechListMIC

        assertThat(KerberosToken.request(field).message()).isEqualTo(AP_REQ);
    }

    @Test
    void aReplyNeedNotRepeatTheMechanism() throws Exception {
        byte[] field = resp(COMPLETED, RESPONSE_TOKEN, "A3 03 04 01 00");

        assertThat(KerberosToken.reply(field).message()).isEqualTo(AP_REP);
    }

    private static void refused(byte[] field, String message) {
        assertThatThrownBy(() -> KerberosToken.request(field))
                .isInstanceOf(KerberosTokenException.class)
                .hasMessage(message);
    }

    @Test
    void spnegoThatNeedsMoreThanOneLegIsRefused() {
        refused(init("A0 0E 30 0C " + NTLM), "byte 18: an unknown mechanism");
        refused(init("A0 19 30 17 " + NTLM + KRB5, MECH_TOKEN), "byte 18: an unknown mechanism");
        refused(
                init("A0 0A 30 08 06 06 2B 06 01 05 05 02", MECH_TOKEN),
                "byte 14: the first mechanism is not Kerberos");
        refused(init(MECH_TYPES), "byte 29: expects mechToken (A2), finds the end");
        refused(
                init("A0 02 30 00 ", MECH_TOKEN),
                "byte 18: expects a mechanism (06), finds the end");
    }

    @Test
    void aReplyThatDoesNotCompleteTheNegotiationIsRefused() {
        Map<byte[], String> replies =
                Map.of(
                        resp("A0 03 0A 01 01 ", RESPONSE_TOKEN),
                        "byte 9: negState is 1, not accept-completed",
                        resp("A0 03 0A 01 02"),
                        "byte 9: negState is 2, not accept-completed",
                        resp(COMPLETED),
                        "byte 9: expects responseToken (A2), finds the end",
                        resp(COMPLETED, "A1 08 06 06 2B 06 01 05 05 02", RESPONSE_TOKEN),
                        "byte 9: supportedMech is not Kerberos");
        replies.forEach(
                (field, message) ->
                        assertThatThrownBy(() -> KerberosToken.reply(field))
                                .isInstanceOf(KerberosTokenException.class)
                                .hasMessage(message));
    }

    @ParameterizedTest
    @CsvSource({
        "'', nothing",
        "61 03 02 01 05, '61, a bare ticket without proof of its key'",
        "6F 07 30 05 A0 03 02 01 05, '6F, an AP-REP'",
        "7E 03 02 01 05, '7E, a KRB-ERROR'",
        "76 03 02 01 05, '76, a KRB-CRED'",
        "4E 54 4C 4D 53 53 50 00, '4E, perhaps NTLM'",
        "A1 00, A1"
    })
    void case78_otherThanAnApReq_namedByItsFirstByte(String field, String what) {
        refused(hex(field), "byte 0: expects AP_REQ, finds " + what);
    }

    @Test
    void case79_trailingBytes_refusedInEveryFraming() {
        REQUESTS.forEach(
                (framing, field) -> {
                    byte[] longer = Arrays.copyOf(field, field.length + 5);
                    assertThatThrownBy(() -> KerberosToken.request(longer))
                            .as("%s", framing)
                            .isInstanceOf(KerberosTokenException.class)
                            .hasMessageEndingWith("5 bytes too many");
                });
    }

    @Test
    void trailingBytesWithinAFramingAreRefused() {
        refused(
                hex("60 17 " + KRB5 + "01 00 6E 07 30 05 A0 03 02 01 05 00"),
                "byte 24: 6E: 1 bytes too many");
        refused(init(MECH_TYPES, MECH_TOKEN, "A4 00"), "byte 57: NegTokenInit: 2 bytes too many");
    }

    @Test
    void aTokenForAnotherPurposeIsRefused() {
        refused(hex(GSS_REP), "byte 13: expects token id 0100, finds 0200");
        refused(hex("60 0D " + MS_KRB5 + "01 00"), "byte 2: a mechanism for SPNEGO only");
        refused(hex("60 0C " + KRB5 + "01"), "byte 14: token id: ends here");
        assertThatThrownBy(() -> KerberosToken.reply(AP_REQ))
                .isInstanceOf(KerberosTokenException.class)
                .hasMessage("byte 0: expects AP_REP, finds 6E, an AP-REQ");
    }

    @Test
    void aFieldLongerThanTheWireAllowsIsRefused() {
        byte[] field = Der.value(0x6E, Der.value(0x04, new byte[65_530]));

        assertThatThrownBy(() -> KerberosToken.request(field))
                .isInstanceOfSatisfying(
                        KerberosTokenException.class,
                        e -> assertThat(e.offset()).isEqualTo(KerberosToken.MAX_LENGTH));
    }

    @Test
    void whatIsNoMessageCannotBeSent() {
        assertThatThrownBy(() -> KerberosToken.of(Framing.RAW, hex("61 00")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> KerberosToken.of(Framing.RAW, new byte[0]))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(KerberosToken.of(Framing.GSS, AP_REP)::encodeRequest)
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(KerberosToken.of(Framing.GSS, AP_REQ)::encodeReply)
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void theMessageIsNeitherPrintedNorSharedAsAnArray() {
        byte[] message = AP_REQ.clone();
        KerberosToken token = KerberosToken.of(Framing.RAW, message);
        message[8] = 99;
        token.message()[8] = 99;

        assertThat(token.message()).isEqualTo(AP_REQ);
        assertThat(token).hasToString("Kerberos token, RAW, 9 bytes");
    }
}
