/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.it.wildfly;

import static org.assertj.core.api.Assertions.assertThat;
import static org.turnstile.it.scenarios.Home.BOB;
import static org.turnstile.it.scenarios.Home.CHIEF;
import static org.turnstile.it.scenarios.Home.MODALITY;
import static org.turnstile.it.scenarios.Home.RADIOLOGIST;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.turnstile.it.scenarios.Answer;
import org.turnstile.it.scenarios.CtObject;
import org.turnstile.it.scenarios.Deployments;
import org.turnstile.it.scenarios.Home;
import org.turnstile.it.scenarios.Keys;
import org.turnstile.it.scenarios.Workstation;

/** What is stored can be found, once; what is refused is nowhere. */
@ArquillianTest
@RunAsClient
class StoreIT {

    private static final int SUCCESS = 0x0000;
    private static final int NOT_AUTHORIZED = 0x0124;
    private static final int OTHER_CONTENT = 0xC010;

    private final Home home = new Home(Server.main().home());
    private final int port = home.port();
    private final CtObject object = CtObject.create();

    @Deployment(name = "turnstile", testable = false)
    static EnterpriseArchive turnstile() {
        return Deployments.turnstile();
    }

    @BeforeEach
    void requireDatabase() {
        TestedDatabase.require();
    }

    @Test
    void whoMayNotStoreLeavesNothingAndTheAssociationGoesOn() throws IOException {
        try (Workstation radiologist = Workstation.of(port, RADIOLOGIST)) {
            assertThat(radiologist.store(object.at("NORTH"))).isEqualTo(NOT_AUTHORIZED);
            assertThat(radiologist.echo()).isEqualTo(SUCCESS);
            assertThat(radiologist.find(instances(object)).matches()).isEmpty();
        }
        assertThat(found(object)).isEmpty();
        assertThat(filesOf(object)).isEmpty();
        assertThat(home.spool()).isEmpty();
    }

    @Test
    void theSameInstanceTwiceIsKeptOnce() throws IOException {
        assertThat(store(MODALITY, object)).isEqualTo(SUCCESS);
        assertThat(store(BOB, object)).isEqualTo(SUCCESS);
        assertThat(found(object)).containsExactly(object.sopInstance());
        assertThat(filesOf(object)).hasSize(1);
    }

    @Test
    void anInstanceWithOtherContentDoesNotReplaceTheFirst() throws IOException {
        assertThat(store(MODALITY, object.with(new byte[] {1, 2}))).isEqualTo(SUCCESS);
        int answer = store(BOB, object.with(new byte[] {3, 4}));
        assertThat(answer).isEqualTo(OTHER_CONTENT);
        assertThat(filesOf(object)).hasSize(1);
        assertThat(StoredObject.dataSet(filesOf(object).get(0)))
                .isEqualTo(object.with(new byte[] {1, 2}).dataSet());
    }

    @Test
    void whoeverStoresTheSameInstanceAtOnceIsToldTheTruth() throws Exception {
        int callers = 4;
        CountDownLatch together = new CountDownLatch(callers);
        Callable<Integer> storing =
                () -> {
                    try (Workstation modality = Workstation.of(port, MODALITY)) {
                        together.countDown();
                        together.await();
                        return modality.store(object);
                    }
                };
        ExecutorService threads = Executors.newFixedThreadPool(callers);
        try {
            for (Future<Integer> each :
                    threads.invokeAll(List.of(storing, storing, storing, storing))) {
                assertThat(each.get()).isEqualTo(SUCCESS);
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(found(object)).containsExactly(object.sopInstance());
        assertThat(filesOf(object)).hasSize(1);
    }

    private int store(String user, CtObject stored) throws IOException {
        try (Workstation workstation = Workstation.of(port, user)) {
            return workstation.store(stored);
        }
    }

    private List<String> found(CtObject stored) throws IOException {
        try (Workstation chief = Workstation.of(port, CHIEF)) {
            Answer answer = chief.find(instances(stored));
            assertThat(answer.status()).isEqualTo(SUCCESS);
            return answer.values(Keys.SOP_INSTANCE_UID);
        }
    }

    private static Keys instances(CtObject stored) {
        return Keys.instances()
                .key(Keys.STUDY_UID, stored.study())
                .key(Keys.SERIES_UID, stored.series());
    }

    private List<Path> filesOf(CtObject stored) throws IOException {
        return home.objects().stream()
                .filter(file -> file.toString().contains(stored.series()))
                .toList();
    }
}
