/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.it.wildfly;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.turnstile.it.scenarios.Home.MODALITY;

import java.time.Duration;
import org.jboss.arquillian.container.test.api.Deployer;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.junit.jupiter.api.Test;
import org.turnstile.it.scenarios.CtObject;
import org.turnstile.it.scenarios.Deployments;
import org.turnstile.it.scenarios.Home;
import org.turnstile.it.scenarios.Peer;

/**
 * What a deployment leaves behind when it is gone: nothing that grows. Netty keeps a map with each
 * thread of the server that calls the adapter, and by it every class loader for as long as the
 * thread lives, which a core thread of the server's pool does for ever; the adapter therefore
 * clears a thread before it gives it back.
 */
@ArquillianTest
@RunAsClient
class RedeployIT {

    private static final String NAME = "turnstile";
    private static final int CYCLES = 10;
    private static final String THREADS = "turnstile-threads";
    private static final String ADAPTER = "org.turnstile.connector.TurnstileResourceAdapter";

    /** The threads of the server's pool end 10 s after their last work. */
    private static final Duration THREADS_END = Duration.ofSeconds(30);

    /**
     * Until the next record takes its place, a method handle of {@code
     * java.lang.runtime.ObjectMethods} keeps the record that it was last adapted to: {@code
     * OBJECT_EQ} keeps one loader by {@code CallerPrincipal}, and those for components ({@code
     * OBJECTS_EQUALS}, {@code OBJECTS_HASHCODE}) may keep another. That does not grow with cycles.
     */
    private static final int RESIDUE = 2;

    @ArquillianResource private Deployer deployer;

    private final Home home = new Home(Server.main().home());

    @Deployment(name = NAME, managed = false, testable = false)
    static EnterpriseArchive turnstile() {
        return Deployments.turnstile();
    }

    @Test
    void tenCyclesLeaveNoPortNoThreadAndNoLoader() throws Exception {
        Jvm server = Jvm.of(Server.main());
        for (int cycle = 1; cycle <= CYCLES; cycle++) {
            deployer.deploy(NAME);
            assertServes();
            assertThat(server.threads(THREADS)).as("threads in cycle %d", cycle).isPositive();
            assertThat(server.copies(ADAPTER)).as("copies in cycle %d", cycle).isPositive();
            deployer.undeploy(NAME);
            assertThat(Ports.isOpen(home.port())).as("port after cycle %d", cycle).isFalse();
        }
        await().atMost(THREADS_END)
                .untilAsserted(() -> assertThat(server.threads(THREADS)).isZero());
        await().atMost(THREADS_END)
                .untilAsserted(
                        () -> assertThat(server.copies(ADAPTER)).isLessThanOrEqualTo(RESIDUE));
        assertThat(server.objects(ADAPTER)).isZero();
    }

    private void assertServes() {
        CtObject object = CtObject.create();
        Peer modality = Peer.of(home.port()).as(MODALITY);
        assertThat(modality.store(object.sopInstance(), object.dataSet())).isZero();
    }
}
