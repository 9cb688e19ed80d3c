/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.it.wildfly;

import static org.assertj.core.api.Assertions.assertThat;
import static org.turnstile.it.scenarios.Home.CHIEF;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.jboss.shrinkwrap.api.spec.JavaArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.turnstile.it.probe.BulkRows;
import org.turnstile.it.scenarios.Deployments;
import org.turnstile.it.scenarios.Home;
import org.turnstile.it.scenarios.ImplicitBytes;
import org.turnstile.it.scenarios.Keys;
import org.turnstile.it.scenarios.Line;
import org.turnstile.it.scenarios.Peer;
import org.turnstile.it.scenarios.Workstation;
import org.turnstile.testkit.dicom.Uids;

/** Answers longer than anybody waits for: they come whole, end when asked, and hold nobody up. */
@ArquillianTest
@RunAsClient
class CancelIT {

    private static final int SUCCESS = 0x0000;
    private static final int CANCELLED = 0xFE00;

    /** More than the server runs requests at once. */
    private static final int LOST_PEERS = 30;

    private final int port = new Home(Server.main().home()).port();
    private final Peer probe = Peer.of(port).to("PROBE").as(CHIEF);

    @Deployment(name = "turnstile", order = 1, testable = false)
    static EnterpriseArchive turnstile() {
        return Deployments.turnstile();
    }

    @Deployment(name = "bulk", order = 2, testable = false)
    static JavaArchive bulk() {
        return Deployments.bulk();
    }

    @BeforeEach
    void addManyStudies() {
        TestedDatabase.require();
        assertThat(probe.calling("ADD").echo()).isEqualTo(SUCCESS);
    }

    @AfterEach
    void removeThem() {
        assertThat(probe.calling("REMOVE").echo()).isEqualTo(SUCCESS);
    }

    @Test
    void allMatchesComeAndACancelEndsThem() throws IOException {
        try (Workstation chief = Workstation.of(port, CHIEF)) {
            AtomicInteger came = new AtomicInteger();
            int status =
                    chief.find(
                            Workstation.STUDY_ROOT,
                            many(),
                            (pending, match) -> came.incrementAndGet() > 0);
            assertThat(status).isEqualTo(SUCCESS);
            assertThat(came).hasValue(BulkRows.STUDIES);

            came.set(0);
            int cancelled =
                    chief.find(
                            Workstation.STUDY_ROOT,
                            many(),
                            (pending, match) -> came.incrementAndGet() < 3);
            assertThat(cancelled).isEqualTo(CANCELLED);
            assertThat(came).hasValue(3);
            assertThat(chief.echo()).isEqualTo(SUCCESS);
        }
    }

    @Test
    void peersThatAreLostInTheMiddleHoldNothing() throws IOException {
        for (int i = 0; i < LOST_PEERS; i++) {
            try (Line line = Peer.of(port).as(CHIEF).open(Uids.IMPLICIT_VR_LE)) {
                assertThat(line.find(identifier()).type()).isEqualTo(0x04);
                line.raw().reset();
            }
        }
        try (Workstation chief = Workstation.of(port, CHIEF)) {
            assertThat(chief.find(Keys.studies().key(Keys.STUDY_UID, "2.999.1.7")).matches())
                    .hasSize(1);
        }
    }

    private static Keys many() {
        return Keys.studies().key(Keys.PATIENT_ID, BulkRows.PATIENT_ID);
    }

    private static byte[] identifier() {
        return new ImplicitBytes()
                .text(Keys.QUERY_RETRIEVE_LEVEL, "STUDY")
                .text(Keys.PATIENT_ID, BulkRows.PATIENT_ID)
                .uid(Keys.STUDY_UID, "")
                .toBytes();
    }
}
