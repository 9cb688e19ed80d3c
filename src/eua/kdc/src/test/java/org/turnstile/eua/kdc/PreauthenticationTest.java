/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.eua.kdc;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.apache.kerby.kerberos.kerb.KrbCodec;
import org.apache.kerby.kerberos.kerb.KrbErrorCode;
import org.apache.kerby.kerberos.kerb.common.EncryptionUtil;
import org.apache.kerby.kerberos.kerb.type.base.EncryptionKey;
import org.apache.kerby.kerberos.kerb.type.base.EncryptionType;
import org.apache.kerby.kerberos.kerb.type.base.EtypeInfo2;
import org.apache.kerby.kerberos.kerb.type.base.EtypeInfo2Entry;
import org.apache.kerby.kerberos.kerb.type.base.KeyUsage;
import org.apache.kerby.kerberos.kerb.type.base.KrbError;
import org.apache.kerby.kerberos.kerb.type.base.MethodData;
import org.apache.kerby.kerberos.kerb.type.base.PrincipalName;
import org.apache.kerby.kerberos.kerb.type.kdc.AsReq;
import org.apache.kerby.kerberos.kerb.type.kdc.EncAsRepPart;
import org.apache.kerby.kerberos.kerb.type.kdc.KdcOption;
import org.apache.kerby.kerberos.kerb.type.kdc.KdcRep;
import org.apache.kerby.kerberos.kerb.type.pa.PaDataEntry;
import org.apache.kerby.kerberos.kerb.type.pa.PaDataType;
import org.apache.kerby.kerberos.kerb.type.ticket.TicketFlag;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Nobody gets a ticket without proof of the passcode, whatever else the request holds. */
class PreauthenticationTest {
    private Kdc kdc;
    private RawClient client;

    @BeforeEach
    void aRealmWithAlice() throws Exception {
        kdc = Kdc.start(KdcOptions.builder().lockout(3, Duration.ofHours(1)).build());
        kdc.addPrincipal("alice", "secret".toCharArray());
        kdc.addService("dicom/localhost");
        client = new RawClient(kdc.port());
    }

    @AfterEach
    void stop() {
        kdc.close();
    }

    private KrbErrorCode refusal(AsReq request) throws Exception {
        return client.refused(request).getErrorCode();
    }

    @Test
    void whoKnowsThePasscodeGetsATicketGrantingTicket() throws Exception {
        KdcRep reply = client.issued(AsRequests.sealed("alice", "secret"));

        EncAsRepPart part =
                EncryptionUtil.unseal(
                        reply.getEncryptedEncPart(),
                        AsRequests.key("alice", "secret"),
                        KeyUsage.AS_REP_ENCPART,
                        EncAsRepPart.class);
        assertThat(part.getNonce()).isEqualTo(42);
        assertThat(part.getFlags().isFlagSet(TicketFlag.PRE_AUTH)).isTrue();
        assertThat(part.getFlags().isFlagSet(TicketFlag.INITIAL)).isTrue();
        assertThat(reply.getTicket().getEncryptedEncPart().getEType())
                .isEqualTo(EncryptionType.AES256_CTS_HMAC_SHA1_96);
        assertThat(reply.getTicket().getEncryptedEncPart().getKvno()).isEqualTo(1);
    }

    @Test
    void withoutPadataTheAnswerIs25() throws Exception {
        assertThat(refusal(AsRequests.bare("alice")))
                .isEqualTo(KrbErrorCode.KDC_ERR_PREAUTH_REQUIRED);
    }

    @Test
    void theRefusalTellsHowToAuthenticate() throws Exception {
        KrbError error = client.refused(AsRequests.bare("alice"));

        MethodData methods = KrbCodec.decode(error.getEdata(), MethodData.class);
        assertThat(methods.getElements())
                .extracting(PaDataEntry::getPaDataType)
                .containsExactly(PaDataType.ETYPE_INFO2, PaDataType.ENC_TIMESTAMP);
        EtypeInfo2 info =
                KrbCodec.decode(methods.getElements().get(0).getPaDataValue(), EtypeInfo2.class);
        assertThat(info.getElements())
                .extracting(EtypeInfo2Entry::getEtype)
                .containsExactlyElementsOf(KeySet.TYPES);
        assertThat(info.getElements())
                .extracting(EtypeInfo2Entry::getSalt)
                .containsOnly("TURNSTILE.TESTalice");
        assertThat(error.getSname().getName()).isEqualTo("krbtgt/TURNSTILE.TEST");
        assertThat(error.getCname().getName()).isEqualTo("alice");
    }

    @ParameterizedTest
    @EnumSource(
            value = PaDataType.class,
            names = {"ENC_TIMESTAMP", "NONE"},
            mode = EnumSource.Mode.EXCLUDE)
    void padataOfAnyOtherTypeIsNoProof(PaDataType type) throws Exception {
        AsReq request = AsRequests.with(AsRequests.bare("alice"), type, (byte) 0x30, (byte) 0);

        assertThat(refusal(request)).isEqualTo(KrbErrorCode.KDC_ERR_PREAUTH_REQUIRED);
    }

    @Test
    void padataOfATypeThatNobodyKnowsIsNoProof() throws Exception {
        // SEQUENCE { [1] INTEGER 9999, [2] OCTET STRING '' } in place of the type REQ_ENC_PA_REP
        byte[] message =
                KrbCodec.encode(
                        AsRequests.with(
                                AsRequests.bare("alice"), PaDataType.ENCPADATA_REQ_ENC_PA_REP));
        byte[] known = {(byte) 0xA1, 0x04, 0x02, 0x02, 0x00, (byte) 0x95};
        byte[] unknown = {(byte) 0xA1, 0x04, 0x02, 0x02, 0x27, 0x0F};
        byte[] changed = Bytes.replace(message, known, unknown);

        assertThat(Errors.of(client.byTcp(changed)))
                .isEqualTo(KrbErrorCode.KDC_ERR_PREAUTH_REQUIRED);
    }

    @Test
    void aWrongKeyIs24() throws Exception {
        assertThat(refusal(AsRequests.sealed("alice", "wrong")))
                .isEqualTo(KrbErrorCode.KDC_ERR_PREAUTH_FAILED);
    }

    @Test
    void aProofThatIsNoCiphertextIs24() throws Exception {
        AsReq request =
                AsRequests.with(
                        AsRequests.bare("alice"), PaDataType.ENC_TIMESTAMP, (byte) 0x04, (byte) 0);

        assertThat(refusal(request)).isEqualTo(KrbErrorCode.KDC_ERR_PREAUTH_FAILED);
    }

    @Test
    void aWrongProofBesideOtherPadataIsStillWrong() throws Exception {
        AsReq request =
                AsRequests.with(
                        AsRequests.sealed("alice", "wrong"), PaDataType.ENCPADATA_REQ_ENC_PA_REP);

        assertThat(refusal(request)).isEqualTo(KrbErrorCode.KDC_ERR_PREAUTH_FAILED);
    }

    @Test
    void aClockThatIsOffIs37() throws Exception {
        long tooLate = System.currentTimeMillis() + Duration.ofMinutes(6).toMillis();
        long tooEarly = System.currentTimeMillis() - Duration.ofMinutes(6).toMillis();

        assertThat(refusal(AsRequests.sealed("alice", "secret", tooLate)))
                .isEqualTo(KrbErrorCode.KRB_AP_ERR_SKEW);
        assertThat(refusal(AsRequests.sealed("alice", "secret", tooEarly)))
                .isEqualTo(KrbErrorCode.KRB_AP_ERR_SKEW);
    }

    @Test
    void aProofOpensOneRequestOnly() throws Exception {
        AsReq request = AsRequests.sealed("alice", "secret");
        client.issued(request);

        assertThat(refusal(request)).isEqualTo(KrbErrorCode.KRB_AP_ERR_REPEAT);
        client.issued(AsRequests.sealed("alice", "secret"));
    }

    @Test
    void afterTheThirdFailureTheRightPasscodeIsRefusedToo() throws Exception {
        for (int i = 0; i < 3; i++) {
            assertThat(refusal(AsRequests.sealed("alice", "wrong")))
                    .isEqualTo(KrbErrorCode.KDC_ERR_PREAUTH_FAILED);
        }

        assertThat(refusal(AsRequests.sealed("alice", "secret")))
                .isEqualTo(KrbErrorCode.KDC_ERR_CLIENT_REVOKED);
    }

    @Test
    void aClientThatIsUnknownIs6() throws Exception {
        assertThat(refusal(AsRequests.bare("bob")))
                .isEqualTo(KrbErrorCode.KDC_ERR_C_PRINCIPAL_UNKNOWN);
    }

    @ParameterizedTest
    @EnumSource(
            value = EncryptionType.class,
            names = {"DES_CBC_MD5", "DES3_CBC_SHA1_KD", "ARCFOUR_HMAC", "CAMELLIA256_CTS_CMAC"})
    void aClientWithoutAesIs14(EncryptionType type) throws Exception {
        assertThat(refusal(AsRequests.ofType(AsRequests.bare("alice"), type)))
                .isEqualTo(KrbErrorCode.KDC_ERR_ETYPE_NOSUPP);
    }

    @Test
    void aProofSealedWithAnotherTypeIs14() throws Exception {
        EncryptionKey rc4 =
                EncryptionUtil.generateKeys(List.of(EncryptionType.ARCFOUR_HMAC)).get(0);
        AsReq request = AsRequests.bare("alice");
        request.addPaData(AsRequests.timestamp(rc4, System.currentTimeMillis()));

        assertThat(refusal(request)).isEqualTo(KrbErrorCode.KDC_ERR_ETYPE_NOSUPP);
    }

    @ParameterizedTest
    @EnumSource(
            value = KdcOption.class,
            names = {
                "REQUEST_ANONYMOUS",
                "POSTDATED",
                "PROXY",
                "ENC_TKT_IN_SKEY",
                "VALIDATE",
                "RENEW",
                "FORWARDED",
                "CNAME_IN_ADDL_TKT"
            })
    void whatIsNeverIssuedIs13(KdcOption option) throws Exception {
        assertThat(refusal(AsRequests.with(AsRequests.sealed("alice", "secret"), option)))
                .isEqualTo(KrbErrorCode.KDC_ERR_BADOPTION);
    }

    @Test
    void noTicketIsIssuedForAUserWhosePasscodeCouldBeTriedAgainstIt() throws Exception {
        AsReq request = AsRequests.sealed("alice", "secret");
        request.getReqBody().setSname(new PrincipalName("alice"));

        assertThat(refusal(request)).isEqualTo(KrbErrorCode.KDC_ERR_MUST_USE_USER2USER);
    }

    @Test
    void anotherRealmIs68() throws Exception {
        AsReq request = AsRequests.bare("alice");
        request.getReqBody().setRealm("ELSEWHERE");

        assertThat(refusal(request)).isEqualTo(KrbErrorCode.WRONG_REALM);
    }

    @Test
    void aNameWithASeparatorInsideIsNobodys() throws Exception {
        AsReq request = AsRequests.bare("dicom/localhost");
        assertThat(request.getReqBody().getCname().getNameStrings()).hasSize(1);

        assertThat(refusal(request)).isEqualTo(KrbErrorCode.KDC_ERR_C_PRINCIPAL_UNKNOWN);
    }

    @Test
    void itAnswersTheSameByUdp() throws Exception {
        byte[] reply = client.byUdp(KrbCodec.encode(AsRequests.bare("alice")));

        assertThat(Errors.of(reply)).isEqualTo(KrbErrorCode.KDC_ERR_PREAUTH_REQUIRED);
    }
}
