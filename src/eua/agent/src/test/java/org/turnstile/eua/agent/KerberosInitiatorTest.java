/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.eua.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.ietf.jgss.GSSException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.turnstile.api.kerberos.Framing;
import org.turnstile.api.kerberos.KerberosToken;

/** The agent, a KDC and the JDK's acceptor, with each other. */
@Timeout(60)
class KerberosInitiatorTest {

    private static final String SERVICE = "dicom/localhost";
    private static final String MODALITY = "modality@" + TestRealm.REALM;

    @TempDir private static Path folder;
    private static TestRealm realm;
    private static JdkService service;
    private KerberosInitiator modality;

    @BeforeAll
    static void startRealm() throws Exception {
        realm = TestRealm.start(folder);
        service = new JdkService(realm.serviceKeytab());
    }

    @AfterAll
    static void stopRealm() {
        realm.close();
    }

    @BeforeEach
    void login() throws AgentException {
        modality = open(new KeytabKey(realm.userKeytab(), MODALITY));
    }

    @AfterEach
    void logout() {
        modality.close();
    }

    @ParameterizedTest
    @CsvSource({"RAW, 0x6E", "GSS, 0x60", "SPNEGO, 0x60"})
    void givenAService_thenItTakesTheRequestInEachFramingAndProvesItself(
            Framing framing, int firstByte) throws Exception {
        try (KerberosRequest request = modality.request(SERVICE, framing, true)) {
            assertThat(request.token()[0]).isEqualTo((byte) firstByte);
            JdkService.Answer answer = service.accept(request.token());
            assertThat(answer.user()).isEqualTo(MODALITY);
            request.check(answer.reply().orElseThrow());
        }
    }

    @ParameterizedTest
    @EnumSource(Framing.class)
    void givenAnAnswerInAnotherFraming_thenItProvesTheSame(Framing framing) throws Exception {
        try (KerberosRequest request = modality.request(SERVICE, Framing.RAW, true)) {
            byte[] raw = service.accept(request.token()).reply().orElseThrow();
            request.check(KerberosToken.reply(raw).as(framing).encodeReply());
        }
    }

    @Test
    void givenTwoAssociations_thenEachRequestIsFresh() throws Exception {
        try (KerberosRequest first = modality.request(SERVICE, Framing.RAW, true);
                KerberosRequest second = modality.request(SERVICE, Framing.RAW, true)) {
            assertThat(service.accept(first.token()).user()).isEqualTo(MODALITY);
            assertThat(service.accept(second.token()).user()).isEqualTo(MODALITY);
            assertThatThrownBy(() -> service.accept(first.token()))
                    .isInstanceOf(GSSException.class)
                    .hasMessageContaining("replay");
        }
    }

    @Test
    void givenTheAnswerToAnotherRequest_thenItProvesNothing() throws Exception {
        try (KerberosRequest ours = modality.request(SERVICE, Framing.RAW, true);
                KerberosRequest other = modality.request(SERVICE, Framing.RAW, true)) {
            assertProvesNothing(ours, service.accept(other.token()).reply().orElseThrow());
        }
    }

    @Test
    void givenAnAnswerOfWhichOneBitDiffers_thenItProvesNothing() throws Exception {
        byte[] good;
        try (KerberosRequest request = modality.request(SERVICE, Framing.RAW, true)) {
            good = service.accept(request.token()).reply().orElseThrow();
        }
        for (int at = 0; at < good.length; at++) {
            try (KerberosRequest request = modality.request(SERVICE, Framing.RAW, true)) {
                byte[] flipped = service.accept(request.token()).reply().orElseThrow();
                flipped[at] ^= 1;
                assertProvesNothing(request, flipped);
            }
        }
    }

    @Test
    void givenNoAnswerOrAnError_thenItProvesNothing() throws Exception {
        byte[] krbError = {0x7E, 0x02, 0x30, 0x00}; // KRB-ERROR, an empty SEQUENCE
        try (KerberosRequest request = modality.request(SERVICE, Framing.RAW, true)) {
            assertProvesNothing(request, new byte[0]);
            assertProvesNothing(request, krbError);
            assertProvesNothing(request, request.token());
        }
    }

    @Test
    void givenARequestWithoutMutualAuthentication_thenThereIsNothingToCheck() throws Exception {
        try (KerberosRequest request = modality.request(SERVICE, Framing.RAW, false)) {
            assertThat(service.accept(request.token()).reply()).isEmpty();
            assertThatThrownBy(() -> request.check(new byte[0]))
                    .isInstanceOf(IllegalStateException.class);
        }
    }

    @Test
    void givenATicketInTheCache_thenItIsTheUsers() throws Exception {
        Path cache = folder.resolve("cache");
        Files.write(cache, CacheBytes.of(realm.ticket()).toBytes());
        CredentialCache source =
                CredentialCache.find(Map.of("KRB5CCNAME", "FILE:" + cache), realm.configuration());
        try (KerberosInitiator user = open(source);
                KerberosRequest request = user.request(SERVICE, Framing.RAW, true)) {
            assertThat(user.principal()).isEqualTo(MODALITY);
            JdkService.Answer answer = service.accept(request.token());
            assertThat(answer.user()).isEqualTo(MODALITY);
            request.check(answer.reply().orElseThrow());
        }
    }

    @Test
    void givenAServiceWithoutRealm_thenItIsInTheUsers() throws Exception {
        String full = SERVICE + "@" + TestRealm.REALM;
        for (String name : new String[] {SERVICE, full}) {
            try (KerberosRequest request = modality.request(name, Framing.RAW, true)) {
                assertThat(request.service()).isEqualTo(full);
                assertThat(service.accept(request.token()).service()).isEqualTo(full);
            }
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "dicom/nowhere | (7) | does not know this service",
                "dicom/pacs@ELSEWHERE | dicom/pacs@ELSEWHERE | no ticket for the service",
            })
    void givenNoSuchService_thenItIsSaid(String name, String words, String advice) {
        assertThatThrownBy(() -> modality.request(name, Framing.RAW, true))
                .isInstanceOfSatisfying(AgentException.class, KerberosInitiatorTest::isOfTicket)
                .hasMessageContaining(words)
                .hasMessageContaining(advice);
    }

    @Test
    void givenAKeyThatIsNotTheUsers_thenItIsSaid() throws Exception {
        Path keytab = KeytabBytes.write(folder.resolve("wrong"), TestRealm.REALM, "modality");
        assertThatThrownBy(() -> open(new KeytabKey(keytab, MODALITY)))
                .isInstanceOfSatisfying(AgentException.class, KerberosInitiatorTest::isOfTicket)
                .hasMessageContaining("no ticket for " + MODALITY)
                .hasMessageContaining("the key is not the user's");
    }

    @Test
    void givenNoKdc_thenItIsSaidWhereItWasLookedFor() throws Exception {
        Path dead = realm.deadConfiguration();
        KerberosConfiguration configuration =
                KerberosConfiguration.find(Map.of("KRB5_CONFIG", dead.toString()));
        KeytabKey key = new KeytabKey(realm.userKeytab(), MODALITY);
        assertThatThrownBy(() -> KerberosInitiator.open(key, configuration))
                .isInstanceOfSatisfying(
                        AgentException.class,
                        e -> assertThat(e.kind()).isEqualTo(AgentException.Kind.KDC))
                .hasMessageContaining("no KDC answers")
                .hasMessageContaining("configured in " + dead);
    }

    @Test
    void givenALogout_thenThereIsNoTicketAnyMore() {
        modality.close();
        assertThatThrownBy(() -> modality.request(SERVICE, Framing.RAW, true))
                .isInstanceOfSatisfying(AgentException.class, KerberosInitiatorTest::isOfTicket);
    }

    private static KerberosInitiator open(TicketSource source) throws AgentException {
        return KerberosInitiator.open(source, realm.configuration());
    }

    private static void isOfTicket(AgentException e) {
        assertThat(e.kind()).isEqualTo(AgentException.Kind.TICKET);
    }

    private static void assertProvesNothing(KerberosRequest request, byte[] answer) {
        assertThatThrownBy(() -> request.check(answer))
                .isInstanceOfSatisfying(
                        AgentException.class,
                        e -> assertThat(e.kind()).isEqualTo(AgentException.Kind.PEER))
                .hasMessageContaining("does not prove that it is " + request.service());
    }
}
