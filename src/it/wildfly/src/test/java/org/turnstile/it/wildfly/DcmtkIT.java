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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.turnstile.it.scenarios.CtObject;
import org.turnstile.it.scenarios.Deployments;
import org.turnstile.it.scenarios.Home;

/** Another implementation of DICOM as the peer: OFFIS DCMTK. */
@ArquillianTest
@RunAsClient
class DcmtkIT {

    private final Home home = new Home(Server.main().home());
    private final int port = home.port();
    private final CtObject object = CtObject.create();
    private Path file;

    @Deployment(name = "turnstile", testable = false)
    static EnterpriseArchive turnstile() {
        return Deployments.turnstile();
    }

    @BeforeEach
    void writeFile(@TempDir Path folder) throws Exception {
        Dcmtk.require("echoscu", "storescu", "findscu", "dcmdump");
        file = folder.resolve("object.dcm");
        object.write(file);
    }

    @Test
    void echoscuIsAnsweredWithoutAName() throws Exception {
        Commands.Result echo =
                Dcmtk.run("echoscu", "-aec", "TURNSTILE", "localhost", Integer.toString(port));
        assertThat(echo.status()).as(echo.output()).isZero();
    }

    @Test
    void echoscuIsRejectedWithoutANameWhereOneIsWanted() throws Exception {
        Commands.Result echo =
                Dcmtk.run("echoscu", "-aec", "PROBE", "localhost", Integer.toString(port));
        assertThat(echo.status()).isNotZero();
    }

    @Test
    void whatStorescuSendsIsKeptAsAReadableFileAndTheLogNamesTheUser() throws Exception {
        Commands.Result store = Dcmtk.storescu(port, MODALITY, Home.passcode(MODALITY), file);
        assertThat(store.status()).as(store.output()).isZero();

        Path kept =
                home.objects().stream()
                        .filter(f -> f.toString().contains(object.series()))
                        .findFirst()
                        .orElseThrow();
        Commands.Result dump = Dcmtk.run("dcmdump", kept.toString());
        assertThat(dump.status()).as(dump.output()).isZero();
        assertThat(dump.output()).contains(object.sopInstance(), "Doe^Jane");
        assertThat(Files.readAllLines(Server.main().log()))
                .anyMatch(
                        line ->
                                line.contains("TURN3001")
                                        && line.contains(MODALITY)
                                        && line.contains(object.sopInstance()));
    }

    @Test
    void findscuWhichNamesNobodyIsDenied() throws Exception {
        Commands.Result find =
                Dcmtk.run(
                        "findscu",
                        "-v",
                        "-S",
                        "-aec",
                        "TURNSTILE",
                        "-k",
                        "QueryRetrieveLevel=STUDY",
                        "-k",
                        "StudyInstanceUID=",
                        "localhost",
                        Integer.toString(port));
        assertThat(find.output()).containsPattern("(?i)0x0?124|not ?authorized");
        assertThat(find.output()).doesNotContain("Pending");
    }

    @Test
    void storescuIsRejectedWithAWrongPasscode() throws Exception {
        Commands.Result store = Dcmtk.storescu(port, MODALITY, "wrong", file);
        assertThat(store.status()).isNotZero();
        assertThat(store.output()).contains("Rejected Permanent");
    }

    @Test
    void storescuIsDeniedWithoutThePermission() throws Exception {
        Commands.Result store = Dcmtk.storescu(port, RADIOLOGIST, Home.passcode(RADIOLOGIST), file);
        assertThat(store.status()).isNotZero();
        // how DCMTK words it depends on its version
        assertThat(store.output()).containsPattern("(?i)0x0?124|not ?authorized");
        assertThat(home.objects()).noneMatch(f -> f.toString().contains(object.series()));
    }
}
