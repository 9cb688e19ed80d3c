/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.it.wildfly;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.turnstile.it.scenarios.Home.MODALITY;
import static org.turnstile.it.scenarios.Home.RADIOLOGIST;

import java.time.Duration;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.jboss.shrinkwrap.api.spec.JavaArchive;
import org.junit.jupiter.api.Test;
import org.turnstile.it.probe.ProbeAssociationHandler;
import org.turnstile.it.probe.ProbeEchoHandler;
import org.turnstile.it.scenarios.CtObject;
import org.turnstile.it.scenarios.Deployments;
import org.turnstile.it.scenarios.Home;
import org.turnstile.it.scenarios.Peer;
import org.turnstile.testkit.dicom.Examples;

/** Who is let in, and who the container then says it is: the shipped archive and foreign beans. */
@ArquillianTest
@RunAsClient
class AssociationIT {

    private static final int SUCCESS = 0x0000;
    private static final int NOT_AUTHORIZED = 0x0124;
    private static final Duration SOON = Duration.ofSeconds(20);

    private final Home home = new Home(Server.main().home());
    private final Peer archive = Peer.of(home.port());
    private final Peer probe = archive.to("PROBE");

    @Deployment(name = "turnstile", order = 1, testable = false)
    static EnterpriseArchive turnstile() {
        return Deployments.turnstile();
    }

    @Deployment(name = "probe", order = 2, testable = false)
    static JavaArchive probe() {
        return Deployments.probe();
    }

    @Test
    void aUserWithTheRightPasscodeIsConfirmed() {
        assertThat(archive.as(MODALITY).accept().subItems(0x59)).containsExactly(Examples.POS0);
    }

    @Test
    void aWrongPasscodeIsRejected() {
        archive.as(MODALITY, "wrong").isRejected();
    }

    @Test
    void anUnknownUserIsRejected() {
        archive.as("nobody").isRejected();
    }

    @Test
    void aBareNameIsRejected() {
        archive.claiming(MODALITY).isRejected();
    }

    @Test
    void nobodyMayEchoWhereTheListenerSaysSo() {
        assertThat(archive.echo()).isEqualTo(SUCCESS);
    }

    @Test
    void nobodyMayNotStore() {
        archive.isRejectedForStorage();
    }

    @Test
    void theOtherListenerOfThePortRejectsNobody() {
        probe.isRejected();
        assertThat(probe.as(RADIOLOGIST).echo()).isEqualTo(SUCCESS);
    }

    @Test
    void theBeanBehindTheHandlerSeesCallerAndRoles() {
        assertThat(probe.calling("SEEN").as(RADIOLOGIST).echo()).isEqualTo(SUCCESS);
        assertThat(probe.calling("SEEN").as(MODALITY).echo()).isEqualTo(SUCCESS);
        assertThat(home.journal())
                .contains("echo SEEN radiologist [dicom-find]")
                .contains("echo SEEN modality [dicom-store]");
    }

    @Test
    void aBeanThatAsksForARoleIsOpenToItsHoldersOnly() {
        Peer restricted = probe.calling(ProbeEchoHandler.RESTRICTED);
        assertThat(restricted.as(RADIOLOGIST).echo()).isEqualTo(SUCCESS);
        assertThat(restricted.as(MODALITY).echo()).isEqualTo(NOT_AUTHORIZED);
        assertThat(home.journal())
                .contains("echo RESTRICTED radiologist [dicom-find]")
                .noneMatch(line -> line.startsWith("echo RESTRICTED modality"));
    }

    @Test
    void storingAsksForThePermission() throws Exception {
        CtObject allowed = CtObject.create();
        CtObject denied = CtObject.create();
        assertThat(archive.as(MODALITY).store(allowed.sopInstance(), allowed.dataSet()))
                .isEqualTo(SUCCESS);
        assertThat(archive.as(RADIOLOGIST).store(denied.sopInstance(), denied.dataSet()))
                .isEqualTo(NOT_AUTHORIZED);
        assertThat(home.objects())
                .anyMatch(file -> file.toString().contains(allowed.sopInstance()))
                .noneMatch(file -> file.toString().contains(denied.sopInstance()));
    }

    @Test
    void theOpeningIsToldBeforeTheAcceptLeaves() {
        probe.calling("EARLY").as(RADIOLOGIST).accept();
        assertThat(home.journal()).contains("opened EARLY radiologist");
    }

    @Test
    void whatCannotBeAuditedIsRefused() {
        Peer unaudited = probe.calling(ProbeAssociationHandler.UNAUDITED);
        unaudited.as(RADIOLOGIST).isRejectedAsTransient();
    }

    @Test
    void everyOpeningHasItsEnd() {
        probe.calling("WHOLE").as(RADIOLOGIST).accept();
        await().atMost(SOON)
                .untilAsserted(
                        () ->
                                assertThat(home.journal())
                                        .containsSubsequence(
                                                "opened WHOLE radiologist",
                                                "closed WHOLE RELEASED"));
    }

    @Test
    void aRejectionIsToldWithTheClaimedName() {
        probe.calling("LIAR").as(RADIOLOGIST, "wrong").isRejected();
        await().atMost(SOON)
                .untilAsserted(
                        () -> assertThat(home.journal()).contains("rejected LIAR radiologist"));
    }
}
