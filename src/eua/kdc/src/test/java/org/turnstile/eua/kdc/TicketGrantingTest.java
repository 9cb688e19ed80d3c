/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.eua.kdc;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.apache.kerby.kerberos.kerb.KrbCodec;
import org.apache.kerby.kerberos.kerb.KrbErrorCode;
import org.apache.kerby.kerberos.kerb.crypto.CheckSumHandler;
import org.apache.kerby.kerberos.kerb.type.base.CheckSumType;
import org.apache.kerby.kerberos.kerb.type.base.EncryptionType;
import org.apache.kerby.kerberos.kerb.type.kdc.EncTgsRepPart;
import org.apache.kerby.kerberos.kerb.type.kdc.KdcOption;
import org.apache.kerby.kerberos.kerb.type.kdc.KdcRep;
import org.apache.kerby.kerberos.kerb.type.kdc.KdcReqBody;
import org.apache.kerby.kerberos.kerb.type.kdc.TgsReq;
import org.apache.kerby.kerberos.kerb.type.ticket.TicketFlag;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A service ticket is no better than the ticket-granting ticket that it was asked with. */
class TicketGrantingTest {
    private static final List<String> DICOM = List.of("dicom", "localhost");
    private static final List<String> TGS = List.of("krbtgt", "TURNSTILE.TEST");

    private Kdc kdc;
    private RawClient client;

    @BeforeEach
    void aRealmWithAliceAndAService() throws Exception {
        kdc = Kdc.start(KdcOptions.builder().ticketLifetime(Duration.ofHours(2)).build());
        kdc.addPrincipal("alice", "secret".toCharArray());
        kdc.addService("dicom/localhost");
        client = new RawClient(kdc.port());
    }

    @AfterEach
    void stop() {
        kdc.close();
    }

    private TgsRequests alice(KdcOption... options) throws Exception {
        KdcRep reply =
                client.issued(AsRequests.with(AsRequests.sealed("alice", "secret"), options));
        return new TgsRequests("alice", "secret", reply);
    }

    private KrbErrorCode refusal(TgsReq request) throws Exception {
        return client.refused(request).getErrorCode();
    }

    @Test
    void aServiceTicketIsNotInitialAndEndsWithTheTicketGrantingTicket() throws Exception {
        TgsRequests alice = alice();
        KdcRep reply = client.issued(alice.sealed(alice.body(DICOM)));
        EncTgsRepPart part = alice.unseal(reply);

        assertThat(part.getFlags().isFlagSet(TicketFlag.INITIAL)).isFalse();
        assertThat(part.getFlags().isFlagSet(TicketFlag.PRE_AUTH)).isTrue();
        assertThat(part.getAuthTime()).isEqualTo(alice.granted().getAuthTime());
        assertThat(part.getEndTime()).isEqualTo(alice.granted().getEndTime());
        assertThat(part.getRenewTill()).isNull();
        assertThat(reply.getCname().getName()).isEqualTo("alice");
    }

    @Test
    void theTicketIsSealedWithTheStrongestKeyWhateverTheClientKnows() throws Exception {
        kdc.rotate("dicom/localhost");
        TgsRequests alice = alice();
        KdcReqBody body = alice.body(DICOM);
        body.setEtypes(List.of(EncryptionType.AES128_CTS_HMAC_SHA1_96));

        KdcRep reply = client.issued(alice.sealed(body));

        assertThat(reply.getTicket().getEncryptedEncPart().getEType())
                .isEqualTo(EncryptionType.AES256_CTS_HMAC_SHA1_96);
        assertThat(reply.getTicket().getEncryptedEncPart().getKvno()).isEqualTo(2);
        assertThat(alice.unseal(reply).getKey().getKeyType())
                .isEqualTo(EncryptionType.AES128_CTS_HMAC_SHA1_96);
    }

    @Test
    void withoutATicketGrantingTicketTheAnswerIs16() throws Exception {
        TgsRequests alice = alice();

        assertThat(refusal(alice.without(alice.body(DICOM))))
                .isEqualTo(KrbErrorCode.KDC_ERR_PADATA_TYPE_NOSUPP);
    }

    @Test
    void aBodyThatTheAuthenticatorDoesNotSealIs50() throws Exception {
        TgsRequests alice = alice();
        KdcReqBody body = alice.body(DICOM);
        TgsReq none = alice.sealed(body, "alice", AsRequests.REALM, null);
        TgsReq unkeyed =
                alice.sealed(
                        body,
                        "alice",
                        AsRequests.REALM,
                        CheckSumHandler.checksum(CheckSumType.CRC32, KrbCodec.encode(body)));

        assertThat(refusal(none)).isEqualTo(KrbErrorCode.KRB_AP_ERR_INAPP_CKSUM);
        assertThat(refusal(unkeyed)).isEqualTo(KrbErrorCode.KRB_AP_ERR_INAPP_CKSUM);
    }

    @Test
    void aBodyThatWasChangedIsRefused() throws Exception {
        TgsRequests alice = alice();
        TgsReq request = alice.sealed(alice.body(DICOM));
        request.getReqBody().setNonce(8);

        assertThat(refusal(request)).isEqualTo(KrbErrorCode.KRB_ERR_GENERIC);
    }

    @Test
    void anAuthenticatorOfSomebodyElseIs36() throws Exception {
        TgsRequests alice = alice();
        KdcReqBody body = alice.body(DICOM);

        assertThat(refusal(alice.sealed(body, "bob", AsRequests.REALM, alice.checksum(body))))
                .isEqualTo(KrbErrorCode.KRB_AP_ERR_BADMATCH);
        assertThat(refusal(alice.sealed(body, "alice", "ELSEWHERE", alice.checksum(body))))
                .isEqualTo(KrbErrorCode.KRB_AP_ERR_BADMATCH);
    }

    @Test
    void aServiceThatIsUnknownIs7() throws Exception {
        TgsRequests alice = alice();

        assertThat(refusal(alice.sealed(alice.body(List.of("dicom", "elsewhere")))))
                .isEqualTo(KrbErrorCode.KDC_ERR_S_PRINCIPAL_UNKNOWN);
    }

    @Test
    void noTicketIsIssuedForAUser() throws Exception {
        TgsRequests alice = alice();

        assertThat(refusal(alice.sealed(alice.body(List.of("alice")))))
                .isEqualTo(KrbErrorCode.KDC_ERR_MUST_USE_USER2USER);
    }

    @Test
    void aTicketForAServiceIsNoTicketGrantingTicket() throws Exception {
        TgsRequests alice = alice();
        KdcRep service = client.issued(alice.sealed(alice.body(DICOM)));
        TgsRequests holder = alice.of(service);

        assertThat(refusal(holder.sealed(holder.body(DICOM))))
                .isEqualTo(KrbErrorCode.KRB_AP_ERR_BAD_INTEGRITY);
    }

    @Test
    void aForwardableTicketIsForwarded() throws Exception {
        TgsRequests alice = alice(KdcOption.FORWARDABLE);
        KdcReqBody body = alice.body(TGS, KdcOption.FORWARDED, KdcOption.FORWARDABLE);

        EncTgsRepPart part = alice.unseal(client.issued(alice.sealed(body)));

        assertThat(part.getFlags().isFlagSet(TicketFlag.FORWARDED)).isTrue();
        assertThat(part.getFlags().isFlagSet(TicketFlag.FORWARDABLE)).isTrue();
    }

    @Test
    void aTicketThatIsNotForwardableIsNotForwardedNorMadeForwardable() throws Exception {
        TgsRequests alice = alice();

        assertThat(refusal(alice.sealed(alice.body(TGS, KdcOption.FORWARDED))))
                .isEqualTo(KrbErrorCode.KDC_ERR_BADOPTION);
        EncTgsRepPart part =
                alice.unseal(client.issued(alice.sealed(alice.body(DICOM, KdcOption.FORWARDABLE))));
        assertThat(part.getFlags().isFlagSet(TicketFlag.FORWARDABLE)).isFalse();
    }

    @Test
    void aRenewableTicketIsRenewedUpToItsLimit() throws Exception {
        TgsRequests alice = alice(KdcOption.RENEWABLE);

        EncTgsRepPart part =
                alice.unseal(
                        client.issued(
                                alice.sealed(
                                        alice.body(TGS, KdcOption.RENEW, KdcOption.RENEWABLE))));

        assertThat(part.getAuthTime()).isEqualTo(alice.granted().getAuthTime());
        assertThat(part.getRenewTill()).isEqualTo(alice.granted().getRenewTill());
        assertThat(part.getEndTime().getTime()).isLessThanOrEqualTo(part.getRenewTill().getTime());
        assertThat(part.getEndTime().getTime())
                .isGreaterThanOrEqualTo(alice.granted().getEndTime().getTime());
    }

    @Test
    void aTicketThatIsNotRenewableIsNotRenewed() throws Exception {
        TgsRequests alice = alice();

        assertThat(refusal(alice.sealed(alice.body(TGS, KdcOption.RENEW))))
                .isEqualTo(KrbErrorCode.KDC_ERR_BADOPTION);
    }
}
