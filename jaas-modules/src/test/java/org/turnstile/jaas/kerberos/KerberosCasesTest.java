/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.jaas.kerberos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.turnstile.jaas.kerberos.Request.ALICE;
import static org.turnstile.jaas.kerberos.Request.REALM;
import static org.turnstile.jaas.kerberos.Request.SERVICE;
import static org.turnstile.jaas.kerberos.Request.key;
import static org.turnstile.jaas.kerberos.Request.time;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import javax.security.auth.Subject;
import javax.security.auth.kerberos.KerberosPrincipal;
import org.apache.kerby.kerberos.kerb.type.ad.AuthorizationData;
import org.apache.kerby.kerberos.kerb.type.ad.AuthorizationDataEntry;
import org.apache.kerby.kerberos.kerb.type.ad.AuthorizationType;
import org.apache.kerby.kerberos.kerb.type.ap.ApOption;
import org.apache.kerby.kerberos.kerb.type.base.EncryptionKey;
import org.apache.kerby.kerberos.kerb.type.base.EncryptionType;
import org.apache.kerby.kerberos.kerb.type.ticket.TicketFlag;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.turnstile.api.kerberos.Framing;
import org.turnstile.api.kerberos.KerberosSession;
import org.turnstile.api.kerberos.KerberosToken;

/** Which tickets are taken: cases 65 to 86 but for the reply. */
class KerberosCasesTest {

    @TempDir private Path folder;
    private KerberosHome home;

    @BeforeEach
    void aHomeWithAKeytab() throws Exception {
        home = new KerberosHome(folder);
    }

    @Test
    void case65_validApReq_theCallerIsCnameAtCrealm() throws Exception {
        Subject subject = home.login(home.request().bytes());

        assertThat(subject.getPrincipals()).containsExactly(new KerberosPrincipal(ALICE));
        assertThat(subject.getPrivateCredentials()).isEmpty();
        assertThat(subject.getPublicCredentials(KerberosSession.class))
                .singleElement()
                .satisfies(
                        session -> {
                            assertThat(session.client()).isEqualTo(ALICE);
                            assertThat(session.service()).isEqualTo(SERVICE + "@" + REALM);
                            assertThat(session.etype()).isEqualTo("aes256-cts-hmac-sha1-96");
                            assertThat(session.framing()).isEqualTo(Framing.RAW);
                            assertThat(session.endTime()).isAfter(Instant.now());
                            assertThat(session.startTime()).isEqualTo(session.authTime());
                            assertThat(session.transited()).isEmpty();
                            assertThat(session.subkey()).isTrue();
                            assertThat(session.mutualRequired()).isTrue();
                        });
    }

    @ParameterizedTest
    @EnumSource
    void case66_sameApReqAgainInAnyFraming_refused(Framing second) throws Exception {
        for (Framing first : Framing.values()) {
            byte[] apReq = home.request().bytes();
            home.login(KerberosToken.of(first, apReq).encodeRequest());

            home.refuses(
                    KerberosToken.of(second, apReq).encodeRequest(),
                    "KRB_AP_ERR_REPEAT (34): this request of " + ALICE);
        }
    }

    @Test
    void case66_replayAtAnEntryWithOtherOptions_refused() throws Exception {
        byte[] apReq = home.request().bytes();
        home.login(apReq);

        home.options("replayEntries=\"5\" clockSkew=\"600\"").refuses(apReq, "KRB_AP_ERR_REPEAT");
    }

    @ParameterizedTest
    @CsvSource({"-240, true", "240, true", "-360, false", "360, false"})
    void case68_authenticatorSentEarlierOrLater_takenWithin5Minutes(int seconds, boolean taken)
            throws Exception {
        Request request =
                home.request()
                        .authenticator(a -> a.setCtime(time(Instant.now().plusSeconds(seconds))));
        if (taken) {
            home.accepts(request);
        } else {
            home.refuses(request, "KRB_AP_ERR_SKEW (37): the clock of " + ALICE + " said ");
        }
    }

    @Test
    void case68_skewIsAnOption() throws Exception {
        home.options("clockSkew=\"30\"");
        Instant minuteAgo = Instant.now().minusSeconds(60);

        home.refuses(
                home.request().authenticator(a -> a.setCtime(time(minuteAgo))), "KRB_AP_ERR_SKEW");
        home.accepts(home.request());
    }

    @Test
    void case69_expiredTicket_refusedBehindTheSkew() throws Exception {
        Instant now = Instant.now();

        home.refuses(
                home.request().ticket(t -> t.setEndTime(time(now.minusSeconds(360)))),
                "KRB_AP_ERR_TKT_EXPIRED (32): the ticket of " + ALICE + " ended at ");
        home.accepts(home.request().ticket(t -> t.setEndTime(time(now.minusSeconds(240)))));
    }

    @Test
    void case69_ticketOfTheFuture_refusedBehindTheSkew() throws Exception {
        Instant now = Instant.now();

        home.refuses(
                home.request().ticket(t -> t.setStartTime(time(now.plusSeconds(360)))),
                "KRB_AP_ERR_TKT_NYV (33)");
        home.accepts(home.request().ticket(t -> t.setStartTime(time(now.plusSeconds(240)))));
    }

    @Test
    void case69_invalidFlag_refused() {
        home.refuses(
                home.request().ticket(t -> t.getFlags().setFlag(TicketFlag.INVALID)),
                "KRB_AP_ERR_TKT_NYV (33)");
    }

    @Test
    void case70_ticketForAServiceThatTheKeytabLacks_refused() {
        Request other = Request.with(key(Request.AES256)).service("HTTP/localhost", REALM);

        home.refuses(other, "KRB_AP_ERR_NOT_US (35): the ticket is for HTTP/localhost@" + REALM);
    }

    @Test
    void case70_ticketForAServiceInTheKeytabThatIsNotDicom_refusedUnlessNamed() throws Exception {
        EncryptionKey http = key(Request.AES256);
        home.keytab(
                new KeytabBytes()
                        .entry(SERVICE, REALM, 1, home.serviceKey())
                        .entry("HTTP/localhost", REALM, 1, http));

        home.refuses(Request.with(http).service("HTTP/localhost", REALM), "KRB_AP_ERR_NOT_US");
        home.options("principals=\"HTTP/localhost, dicom/other@" + REALM + "\"");
        home.accepts(Request.with(http).service("HTTP/localhost", REALM));
        home.refuses(home.request(), "KRB_AP_ERR_NOT_US");
    }

    @Test
    void case70_ticketSealedWithAnotherKey_refused() {
        home.refuses(Request.with(key(Request.AES256)), "KRB_AP_ERR_BAD_INTEGRITY (31)");
    }

    @Test
    void case70_serviceOfAnotherRealm_refused() {
        home.refuses(home.request().service(SERVICE, "OTHER.TEST"), "KRB_AP_ERR_NOT_US");
    }

    @Test
    void case77_noChecksum_accepted() throws Exception {
        Request request = home.request();
        assertThat(request.authenticator().getCksum()).isNull();

        home.accepts(request);
    }

    @ParameterizedTest
    @ValueSource(strings = {"6103020105", "6F03020105", "7E03020105", "4E544C4D53535000", ""})
    void case78_whatIsNoApReq_refused(String field) {
        home.refuses(HexFormat.of().parseHex(field), "KRB_ERR_GENERIC (60): byte 0: expects");
    }

    @Test
    void case79_trailingBytes_refusedThoughTheTicketIsGood() throws Exception {
        byte[] apReq = home.request().bytes();

        home.refuses(Arrays.copyOf(apReq, apReq.length + 5), "5 bytes too many");
        home.login(apReq);
    }

    @Test
    void case81_authenticatorOfAnotherUserOrRealm_refused() {
        home.refuses(
                home.request().authenticator(a -> a.setCname(Request.name("mallory"))),
                "KRB_AP_ERR_BADMATCH (36): the authenticator is of mallory@" + REALM);
        home.refuses(
                home.request().authenticator(a -> a.setCrealm("OTHER.TEST")),
                "KRB_AP_ERR_BADMATCH (36)");
    }

    @ParameterizedTest
    @EnumSource(
            value = EncryptionType.class,
            names = {"ARCFOUR_HMAC", "DES3_CBC_SHA1_KD", "CAMELLIA256_CTS_CMAC"})
    void case82_otherEncryptionTypes_refusedWhereverTheyStand(EncryptionType weak)
            throws Exception {
        EncryptionKey weakKey = key(weak);
        home.keytab(
                new KeytabBytes()
                        .entry(SERVICE, REALM, 1, home.serviceKey())
                        .entry(SERVICE, REALM, 1, weakKey));

        home.refuses(Request.with(weakKey), "KDC_ERR_ETYPE_NOSUPP (14): the ticket");
        home.refuses(
                Request.with(home.serviceKey(), weakKey),
                "KDC_ERR_ETYPE_NOSUPP (14): the session key");
        home.refuses(
                home.request().authenticatorSealedWith(weakKey),
                "KDC_ERR_ETYPE_NOSUPP (14): the authenticator");
        home.refuses(
                home.request().authenticator(a -> a.setSubKey(weakKey)),
                "KDC_ERR_ETYPE_NOSUPP (14): the subkey");
    }

    @Test
    void case82_policyCanLeaveOutAes128() throws Exception {
        EncryptionKey aes128 = key(EncryptionType.AES128_CTS_HMAC_SHA1_96);
        home.keytab(new KeytabBytes().entry(SERVICE, REALM, 1, aes128));

        home.accepts(Request.with(aes128));
        home.options("etypes=\"aes256-cts-hmac-sha1-96\"");
        home.refuses(Request.with(aes128), "KDC_ERR_ETYPE_NOSUPP");
    }

    @Test
    void case83_keytabWithOldAndNewKey_bothTakenUntilTheOldOneIsRemoved() throws Exception {
        EncryptionKey renewed = key(Request.AES256);
        home.refuses(
                Request.with(renewed).kvno(2),
                "KRB_AP_ERR_BADKEYVER (44): the ticket needs kvno 2 of dicom/localhost@"
                        + REALM
                        + ", the keytab has [1]");

        home.keytab(
                new KeytabBytes()
                        .entry(SERVICE, REALM, 1, home.serviceKey())
                        .entry(SERVICE, REALM, 2, renewed));
        home.accepts(home.request());
        home.accepts(Request.with(renewed).kvno(2));

        home.keytab(new KeytabBytes().entry(SERVICE, REALM, 2, renewed));
        home.refuses(home.request(), "KRB_AP_ERR_BADKEYVER (44)");
        home.accepts(Request.with(renewed).kvno(2));
    }

    @Test
    void case83_ticketWithoutKvno_anyKeyOfTheServiceIsTried() throws Exception {
        EncryptionKey renewed = key(Request.AES256);
        home.keytab(
                new KeytabBytes()
                        .entry(SERVICE, REALM, 1, renewed)
                        .entry(SERVICE, REALM, 2, home.serviceKey()));

        home.accepts(home.request().kvno(null));
        home.accepts(Request.with(renewed).kvno(null));
        home.refuses(Request.with(key(Request.AES256)).kvno(null), "KRB_AP_ERR_BAD_INTEGRITY");
    }

    @Test
    void case84_useSessionKey_refused() {
        home.refuses(
                home.request().options(o -> o.setFlag(ApOption.USE_SESSION_KEY)),
                "use-session-key");
    }

    @Test
    void case86_ticketOf60000Bytes_accepted() throws Exception {
        AuthorizationData pac = new AuthorizationData();
        pac.addElement(
                new AuthorizationDataEntry(AuthorizationType.AD_WIN2K_PAC, new byte[60_000]));
        byte[] apReq = home.request().ticket(t -> t.setAuthorizationData(pac)).bytes();
        assertThat(apReq.length).isBetween(60_000, 65_000);

        for (Framing framing : Framing.values()) {
            byte[] fresh = home.request().ticket(t -> t.setAuthorizationData(pac)).bytes();
            home.login(KerberosToken.of(framing, fresh).encodeRequest());
        }
    }
}
