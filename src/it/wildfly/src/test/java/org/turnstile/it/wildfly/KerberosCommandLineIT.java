/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.it.wildfly;

import static java.nio.file.attribute.PosixFilePermission.OWNER_READ;
import static java.nio.file.attribute.PosixFilePermission.OWNER_WRITE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.turnstile.it.scenarios.Home.MODALITY;
import static org.turnstile.it.scenarios.Home.RADIOLOGIST;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.turnstile.eua.kdc.Kdc;
import org.turnstile.eua.kdc.KdcOptions;
import org.turnstile.it.scenarios.CtObject;
import org.turnstile.it.scenarios.Deployments;
import org.turnstile.it.scenarios.Home;
import org.turnstile.it.scenarios.Peer;

/** Our command line with tickets of our KDC, and DCMTK with a token that ours has written. */
@ArquillianTest
@RunAsClient
class KerberosCommandLineIT {

    private static final String REALM = KdcOptions.DEFAULT_REALM;
    private static final String SERVICE = "dicom/localhost";

    @TempDir private Path folder;
    private final Home home = new Home(Server.main().home());
    private final CtObject north = CtObject.create().at("NORTH");
    private final CtObject south = CtObject.create().at("SOUTH");
    private Kdc kdc;
    private Path krb5Conf;
    private KerberosCommandLine turnstile;

    @Deployment(name = "turnstile", testable = false)
    static EnterpriseArchive turnstile() {
        return Deployments.turnstile();
    }

    @BeforeEach
    void startKdc() throws Exception {
        kdc = Kdc.start(KdcOptions.defaults());
        krb5Conf = folder.resolve("krb5.conf");
        kdc.writeKrb5Conf(krb5Conf);
        for (String user : List.of(RADIOLOGIST, MODALITY)) {
            kdc.addPrincipal(user, Home.passcode(user).toCharArray());
            kdc.writeKeytab(keytab(user), user);
        }
        kdc.addService(SERVICE);
        kdc.writeKeytab(KerberosLogin.keytab(home), SERVICE);
        KerberosLogin.enter(home, REALM);
        turnstile =
                new KerberosCommandLine(
                        home.port(),
                        Map.of(
                                "KRB5_CONFIG",
                                krb5Conf.toString(),
                                "KRB5CCNAME",
                                "FILE:" + folder.resolve("no-cache")));
        north.write(Files.createDirectory(folder.resolve("objects")).resolve("north.dcm"));
        south.write(folder.resolve("objects").resolve("south.dcm"));
    }

    @AfterEach
    void stopKdc() throws Exception {
        KerberosLogin.leave(home);
        Files.deleteIfExists(KerberosLogin.keytab(home));
        kdc.close();
    }

    private Path keytab(String user) {
        return folder.resolve(user + ".keytab");
    }

    /** Options of our programs that get a ticket with the user's key instead of by kinit. */
    private String[] as(String user, String... options) {
        List<String> all = new ArrayList<>(List.of("--keytab", keytab(user).toString()));
        all.addAll(List.of("--principal", user));
        all.addAll(List.of(options));
        return all.toArray(String[]::new);
    }

    private String[] list() {
        String keys = "StudyInstanceUID=" + north.study() + "\\" + south.study();
        return new String[] {"--level", "STUDY", "-k", keys, "--json"};
    }

    private static void assertDone(Commands.Result result) {
        assertThat(result.status()).as(result.output()).isZero();
    }

    @Test
    void echoStoreAndFindTakeATicketAndCheckTheReply() throws Exception {
        assertDone(turnstile.associate("echo", as(RADIOLOGIST)));
        assertDone(
                turnstile.associate(
                        "store",
                        List.of(as(MODALITY)),
                        List.of(folder.resolve("objects").toString())));

        Commands.Result found = turnstile.associate("find", as(RADIOLOGIST, list()));
        assertDone(found);
        assertThat(found.output()).contains(north.study()).doesNotContain(south.study());
    }

    @Test
    void whoHasNoTicketIsToldSoAndNothingIsSent() throws Exception {
        Commands.Result echo = turnstile.associate("echo");
        assertThat(echo.status()).isNotZero();
        assertThat(echo.output()).contains("no-cache").contains("kinit");
    }

    @Test
    void aTicketForAServiceThatTheServerIsNotIsRefused() throws Exception {
        kdc.addService("dicom/elsewhere");
        Commands.Result echo =
                turnstile.associate("echo", as(RADIOLOGIST, "--service", "dicom/elsewhere"));
        assertThat(echo.status()).isNotZero();
        assertThat(echo.output()).contains("reject");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "--gss", "--spnego"})
    void storescuOfDcmtkSendsATokenThatOursHasWritten(String framing) throws Exception {
        Dcmtk.require("storescu");
        Path token = folder.resolve("token");
        List<String> ticket =
                new ArrayList<>(List.of("ticket", "--service", SERVICE, "--out", token.toString()));
        ticket.addAll(List.of(as(MODALITY)));
        if (!framing.isEmpty()) {
            ticket.add(framing);
        }
        assertDone(turnstile.run(ticket.toArray(String[]::new)));
        assertThat(Files.getPosixFilePermissions(token))
                .containsExactlyInAnyOrder(OWNER_READ, OWNER_WRITE);

        Commands.Result store = storescu(token);
        assertDone(store);
        assertThat(store.output()).contains("Association Accepted");
        assertThat(home.objects()).anyMatch(file -> file.toString().contains(north.series()));

        Commands.Result again = storescu(token);
        assertThat(again.status()).isNotZero();
        assertThat(again.output()).contains("Rejected Permanent");
    }

    private Commands.Result storescu(Path token) throws Exception {
        return Dcmtk.run(
                "storescu",
                "-v",
                "-rsp",
                "-kt",
                token.toString(),
                "-aec",
                "TURNSTILE",
                "localhost",
                Integer.toString(home.port()),
                folder.resolve("objects/north.dcm").toString());
    }

    @Test
    void aTicketOfMitsKinitFromOurKdcServes() throws Exception {
        MitClient.require();
        MitClient radiologist = new MitClient(krb5Conf, folder);
        radiologist.kinit(RADIOLOGIST, Home.passcode(RADIOLOGIST));
        KerberosCommandLine withCache =
                new KerberosCommandLine(home.port(), radiologist.environment());

        assertDone(withCache.associate("echo"));
        try (MitToken token = radiologist.token(SERVICE + "@" + REALM, "spnego")) {
            byte[] reply =
                    KerberosLogin.response(Peer.of(home.port()).presenting(token.bytes()).accept());
            assertThat(token.objection(reply)).isEmpty();
        }
    }

    @Test
    void case83_aKeyRotatedAtTheKdcCountsWithoutARestart() throws Exception {
        assertDone(turnstile.associate("echo", as(RADIOLOGIST)));
        kdc.rotate(SERVICE);

        Commands.Result early = turnstile.associate("echo", as(RADIOLOGIST));
        assertThat(early.status()).isNotZero();

        kdc.writeKeytab(KerberosLogin.keytab(home), SERVICE);
        assertDone(turnstile.associate("echo", as(RADIOLOGIST)));
    }
}
