/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.it.wildfly;

import static org.assertj.core.api.Assertions.assertThat;
import static org.turnstile.it.scenarios.Home.MODALITY;
import static org.turnstile.it.scenarios.Home.RADIOLOGIST;

import java.nio.file.Files;
import java.nio.file.Path;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.turnstile.it.scenarios.CtObject;
import org.turnstile.it.scenarios.Deployments;
import org.turnstile.it.scenarios.Home;
import org.turnstile.it.scenarios.Keys;
import org.turnstile.it.scenarios.Peer;
import org.turnstile.it.scenarios.Workstation;

/** Another implementation of Kerberos as the peer: MIT's KDC, its tools and its library. */
@ArquillianTest
@RunAsClient
class KerberosMitIT {

    private static final String PRINCIPAL = "dicom/localhost";
    private static final String SERVICE = PRINCIPAL + "@" + MitKdc.REALM;

    @TempDir private Path folder;
    private final Home home = new Home(Server.main().home());
    private final Path keytab = KerberosLogin.keytab(home);
    private MitKdc kdc;
    private MitClient radiologist;

    @Deployment(name = "turnstile", testable = false)
    static EnterpriseArchive turnstile() {
        return Deployments.turnstile();
    }

    private Peer archive() {
        return Peer.of(home.port()).fromElsewhere();
    }

    @BeforeEach
    void startKdc() throws Exception {
        MitKdc.require();
        MitClient.require();
        kdc = MitKdc.start(Files.createDirectory(folder.resolve("kdc")));
        kdc.addUser(RADIOLOGIST, Home.passcode(RADIOLOGIST));
        kdc.addService(PRINCIPAL);
        kdc.rotateInto(keytab, PRINCIPAL);
        KerberosLogin.enter(home, MitKdc.REALM);
        radiologist = client(RADIOLOGIST);
    }

    @AfterEach
    void stopKdc() throws Exception {
        KerberosLogin.leave(home);
        Files.deleteIfExists(keytab);
        if (kdc != null) {
            kdc.close();
        }
    }

    private MitClient client(String user) throws Exception {
        Path own = Files.createTempDirectory(folder, user);
        MitClient client = new MitClient(kdc.configuration(), own);
        client.kinit(user, Home.passcode(user));
        return client;
    }

    @ParameterizedTest
    @CsvSource({
        "raw, 6F",
        "raw subkey, 6F",
        "raw checksum, 6F",
        "raw subkey checksum, 6F",
        "gss, 60",
        "spnego, A1"
    })
    void cases65And71To77_theLibraryAcceptsTheReplyInTheFramingOfItsToken(
            String mode, String firstByte) throws Exception {
        try (MitToken token = radiologist.token(SERVICE, mode.split(" "))) {
            byte[] reply = KerberosLogin.response(archive().presenting(token.bytes()).accept());

            assertThat(token.objection(reply)).isEmpty();
            assertThat(reply[0]).isEqualTo((byte) Integer.parseInt(firstByte, 16));
            archive().presenting(token.bytes()).isRejected(); // a replay
        }
    }

    @ParameterizedTest
    @CsvSource({"raw", "gss", "spnego"})
    void theLibraryRefusesAReplyThatIsDamagedOrAnothers(String mode) throws Exception {
        try (MitToken first = radiologist.token(SERVICE, mode);
                MitToken second = radiologist.token(SERVICE, mode)) {
            byte[] reply = KerberosLogin.response(archive().presenting(first.bytes()).accept());
            byte[] damaged = reply.clone();
            damaged[damaged.length - 1] ^= 1;

            assertThat(second.objection(reply)).isNotEmpty();
            assertThat(first.objection(damaged)).isNotEmpty();
        }
    }

    @Test
    void whoComesWithATicketFindsWhatIsTheirs() throws Exception {
        CtObject north = CtObject.create().at("NORTH");
        CtObject south = CtObject.create().at("SOUTH");
        try (Workstation modality = Workstation.of(home.port(), MODALITY)) {
            assertThat(modality.store(north)).isZero();
            assertThat(modality.store(south)).isZero();
        }
        try (MitToken token = radiologist.token(SERVICE, "gss");
                Workstation found = Workstation.presenting(home.port(), token.bytes())) {
            Keys both = Keys.studies().key(Keys.STUDY_UID, north.study(), south.study());
            assertThat(found.find(both).values(Keys.STUDY_UID)).containsExactly(north.study());
        }
    }

    @Test
    void case83_aKeytabIsRotatedWithoutARestart() throws Exception {
        assertAccepted(radiologist); // with the first key, kept in the cache

        kdc.rotateInto(keytab, PRINCIPAL);
        MitClient later = client(RADIOLOGIST);
        assertThat(later.kvno(SERVICE)).contains("kvno = 3");
        assertAccepted(later);
        assertAccepted(radiologist);

        kdc.removeOldKeys(keytab, PRINCIPAL);
        assertAccepted(later);
        try (MitToken old = radiologist.token(SERVICE, "raw")) {
            archive().presenting(old.bytes()).isRejected();
        }
    }

    private void assertAccepted(MitClient client) throws Exception {
        try (MitToken token = client.token(SERVICE, "raw")) {
            byte[] reply = KerberosLogin.response(archive().presenting(token.bytes()).accept());
            assertThat(token.objection(reply)).isEmpty();
        }
    }

    @Test
    void ourCommandLineUsesTheTicketOfKinit() throws Exception {
        KerberosCommandLine turnstile =
                new KerberosCommandLine(home.port(), radiologist.environment());

        Commands.Result echo = turnstile.associate("echo");
        assertThat(echo.status()).as(echo.output()).isZero();

        radiologist.kdestroy();
        Commands.Result none = turnstile.associate("echo");
        assertThat(none.status()).isNotZero();
    }
}
