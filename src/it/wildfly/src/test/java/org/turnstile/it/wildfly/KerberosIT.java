/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.it.wildfly;

import static org.assertj.core.api.Assertions.assertThat;
import static org.turnstile.it.scenarios.Home.MODALITY;
import static org.turnstile.it.scenarios.Home.RADIOLOGIST;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import org.apache.kerby.kerberos.kerb.type.ticket.TicketFlag;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.turnstile.api.kerberos.Framing;
import org.turnstile.api.kerberos.KerberosToken;
import org.turnstile.it.scenarios.CtObject;
import org.turnstile.it.scenarios.Deployments;
import org.turnstile.it.scenarios.Home;
import org.turnstile.it.scenarios.Keys;
import org.turnstile.it.scenarios.Peer;
import org.turnstile.it.scenarios.Workstation;
import org.turnstile.testkit.dicom.AcceptBytes;
import org.turnstile.testkit.dicom.Hex;

/** Tickets on the line, good ones and bad ones, made with a key of the server's keytab. */
@ArquillianTest
@RunAsClient
class KerberosIT {

    private static final String REALM = "WIRE.TURNSTILE.TEST";
    private static final String SERVICE = "dicom/localhost@" + REALM;

    /** SPNEGO that offers NTLM: 60, SPNEGO OID, A0 NegTokenInit, the OID of NTLM, no token. */
    private static final String NTLM =
            "60 1C 06 06 2B 06 01 05 05 02 A0 12 30 10 A0 0E 30 0C"
                    + " 06 0A 2B 06 01 04 01 82 37 02 02 0A";

    private final Home home = new Home(Server.main().home());
    private final Path keytab = KerberosLogin.keytab(home);
    private final HandmadeKey key = HandmadeKey.random(SERVICE, 1);
    private final HandmadeRequest request = new HandmadeRequest(key, RADIOLOGIST);
    private final Instant now = Instant.now();

    @Deployment(name = "turnstile", testable = false)
    static EnterpriseArchive turnstile() {
        return Deployments.turnstile();
    }

    private Peer archive() {
        return Peer.of(home.port()).fromElsewhere();
    }

    @BeforeEach
    void takeTickets() throws IOException {
        HandmadeKey.write(keytab, key);
        KerberosLogin.enter(home, REALM);
    }

    @AfterEach
    void takeNone() throws IOException {
        KerberosLogin.leave(home);
        Files.deleteIfExists(keytab);
    }

    private static byte[] framed(Framing framing, byte[] request) {
        return KerberosToken.of(framing, request).encodeRequest();
    }

    private KerberosToken reply(byte[] token) throws Exception {
        return KerberosToken.reply(KerberosLogin.response(archive().presenting(token).accept()));
    }

    @ParameterizedTest
    @EnumSource
    void cases65And71To76_theReplyProvesTheServerInTheFramingOfTheRequest(Framing framing)
            throws Exception {
        KerberosToken reply = reply(framed(framing, request.bytes()));

        assertThat(reply.framing()).isEqualTo(framing);
        assertThat(request.isProvedBy(reply.message())).isTrue();
    }

    @Test
    void case65_whoComesWithATicketFindsWhatIsTheirs() throws Exception {
        CtObject north = CtObject.create().at("NORTH");
        CtObject south = CtObject.create().at("SOUTH");
        try (Workstation modality = Workstation.of(home.port(), MODALITY)) {
            assertThat(modality.store(north)).isZero();
            assertThat(modality.store(south)).isZero();
        }
        try (Workstation found = Workstation.presenting(home.port(), request.bytes())) {
            Keys both = Keys.studies().key(Keys.STUDY_UID, north.study(), south.study());
            assertThat(found.find(both).values(Keys.STUDY_UID)).containsExactly(north.study());
        }
    }

    @ParameterizedTest
    @EnumSource
    void case66_aRequestThatWasAcceptedIsRefusedInEveryFraming(Framing first) throws Exception {
        byte[] bytes = request.bytes();
        archive().presenting(framed(first, bytes)).accept();

        for (Framing again : Framing.values()) {
            archive().presenting(framed(again, bytes)).isRejected();
        }
    }

    @Test
    void case66_whatWasRefusedIsNotRememberedAsSeen() throws Exception {
        byte[] bytes = request.bytes();

        archive().presenting(HandmadeRequest.damaged(bytes)).isRejected();

        archive().presenting(bytes).accept();
    }

    @ParameterizedTest
    @ValueSource(ints = {6, -6})
    void case68_aClockThatIsSixMinutesOffIsRefused(int minutes) throws Exception {
        request.sent(now.plus(Duration.ofMinutes(minutes)));
        archive().presenting(request.bytes()).isRejected();
    }

    @ParameterizedTest
    @ValueSource(ints = {4, -4})
    void case68_aClockThatIsFourMinutesOffIsTaken(int minutes) throws Exception {
        request.sent(now.plus(Duration.ofMinutes(minutes)));
        archive().presenting(request.bytes()).accept();
    }

    @ParameterizedTest
    @CsvSource({"-60, -6", "6, 60"})
    void case69_aTicketThatHasExpiredOrIsNotYetValidIsRefused(int from, int until)
            throws Exception {
        request.valid(now.plus(Duration.ofMinutes(from)), now.plus(Duration.ofMinutes(until)));
        archive().presenting(request.bytes()).isRejected();
    }

    @Test
    void case69_aTicketWithTheFlagInvalidIsRefused() throws Exception {
        archive().presenting(request.flag(TicketFlag.INVALID).bytes()).isRejected();
    }

    @Test
    void case70_aTicketForAnotherServiceIsRefusedWhetherItsKeyIsThereOrNot() throws Exception {
        HandmadeKey web = HandmadeKey.random("HTTP/localhost@" + REALM, 1);
        archive().presenting(new HandmadeRequest(web, RADIOLOGIST).bytes()).isRejected();

        HandmadeKey.write(keytab, key, web);
        archive().presenting(new HandmadeRequest(web, RADIOLOGIST).bytes()).isRejected();
        archive().presenting(request.bytes()).accept();
    }

    @Test
    void case72_aRequestWithoutSubkeyIsAnsweredToo() throws Exception {
        byte[] bytes = request.withoutSubkey().bytes();
        assertThat(request.isProvedBy(reply(bytes).message())).isTrue();
    }

    @Test
    void case74_whetherThereIsAReplyIsForTheUserIdentityToSay() throws Exception {
        byte[] modest = request.withoutMutual().bytes();
        assertThat(request.isProvedBy(reply(modest).message())).isTrue();

        byte[] mutual = new HandmadeRequest(key, RADIOLOGIST).bytes();
        AcceptBytes accept = archive().presentingWithoutResponse(mutual).accept();
        assertThat(accept.subItems(0x59)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"GSS, gss", "SPNEGO, spnego"})
    void cases75And76_aFramingThatIsSwitchedOffIsRefused(Framing framing, String option)
            throws Exception {
        KerberosLogin.enter(home, REALM, option + "=\"false\"");

        archive().presenting(framed(framing, request.bytes())).isRejected();

        archive().presenting(request.bytes()).accept();
    }

    @Test
    void case76_spnegoThatOffersNtlmIsRefused() {
        archive().presenting(Hex.bytes(NTLM)).isRejected();
    }

    @ParameterizedTest
    @ValueSource(ints = {0x61, 0x6F, 0x7E, 0x76})
    void case78_otherMessagesOfKerberosAreRefused(int firstByte) throws Exception {
        byte[] other = request.bytes();
        other[0] = (byte) firstByte;
        archive().presenting(other).isRejected();
    }

    @Test
    void case78_ntlmIsRefused() {
        archive().presenting("NTLMSSP\0".getBytes(StandardCharsets.US_ASCII)).isRejected();
    }

    @Test
    void case79_bytesBehindTheRequestAreRefused() throws Exception {
        byte[] bytes = request.bytes();
        archive().presenting(Arrays.copyOf(bytes, bytes.length + 5)).isRejected();
    }

    @ParameterizedTest
    @ValueSource(strings = {"6E 80 00 00", "6E 84 FF FF FF FF", "60 84 FF FF FF FF", "60 80", "6E"})
    void case80_lengthsThatAreIndefiniteOrDoNotFitAreRefused(String hex) {
        archive().presenting(Hex.bytes(hex)).isRejected();
    }

    @Test
    void case80_aThousandLevelsAreRefused() {
        byte[] nested = new byte[4000];
        for (int level = 0, at = 0; level < 1000; level++, at += 4) {
            int left = nested.length - at - 4;
            nested[at] = (byte) (level == 0 ? 0x6E : 0x30);
            nested[at + 1] = (byte) 0x82;
            nested[at + 2] = (byte) (left >> 8);
            nested[at + 3] = (byte) left;
        }
        archive().presenting(nested).isRejected();
    }

    @Test
    void case83_aKeyThatIsStillInTheKeytabIsGoodAndOneThatHasGoneIsNot() throws Exception {
        HandmadeKey next = HandmadeKey.random(SERVICE, 2);
        archive().presenting(new HandmadeRequest(next, RADIOLOGIST).bytes()).isRejected();

        HandmadeKey.write(keytab, key, next);
        archive().presenting(new HandmadeRequest(next, RADIOLOGIST).bytes()).accept();
        archive().presenting(request.bytes()).accept();

        HandmadeKey.write(keytab, next);
        archive().presenting(new HandmadeRequest(key, RADIOLOGIST).bytes()).isRejected();
        archive().presenting(new HandmadeRequest(next, RADIOLOGIST).bytes()).accept();
    }

    @Test
    void case85_aClientOfAnotherRealmIsTakenOnlyIfItIsTrusted() throws Exception {
        String foreigner = RADIOLOGIST + "@OTHER.TURNSTILE.TEST";
        archive()
                .presenting(new HandmadeRequest(key, RADIOLOGIST).client(foreigner).bytes())
                .isRejected();

        KerberosLogin.enter(home, REALM, "trustedRealms=\"OTHER.TURNSTILE.TEST\"");
        archive()
                .presenting(new HandmadeRequest(key, RADIOLOGIST).client(foreigner).bytes())
                .accept();
    }

    @Test
    void aKeytabThatCannotBeReadIsNotTheUsersFault() throws Exception {
        Files.delete(keytab);
        archive().presenting(request.bytes()).isRejectedAsTransient();

        Files.writeString(keytab, "not a keytab");
        archive().presenting(request.bytes()).isRejectedAsTransient();

        HandmadeKey.write(keytab, key);
        archive().presenting(request.bytes()).accept();
    }
}
