/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.it.wildfly;

import static org.assertj.core.api.Assertions.assertThat;
import static org.turnstile.it.scenarios.Home.ALICE;
import static org.turnstile.it.scenarios.Home.BOB;

import java.io.IOException;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.turnstile.it.scenarios.CtObject;
import org.turnstile.it.scenarios.Deployments;
import org.turnstile.it.scenarios.Home;
import org.turnstile.it.scenarios.Keys;
import org.turnstile.it.scenarios.Workstation;

/** Two callers at once on the same pooled threads, each of whom sees what it has stored itself. */
@ArquillianTest
@RunAsClient
class CallersIT {

    private static final int OPERATIONS_EACH = 500;

    private final Home home = new Home(Server.main().home());
    private final Queue<String> ofAlice = new ConcurrentLinkedQueue<>();
    private final Queue<String> ofBob = new ConcurrentLinkedQueue<>();

    @Deployment(name = "turnstile", testable = false)
    static EnterpriseArchive turnstile() {
        return Deployments.turnstile();
    }

    @BeforeEach
    void grantEachItsOwn() throws IOException {
        TestedDatabase.require();
        home.write("access", Home.ACCESS + "user alice own\nuser bob own\n");
    }

    @AfterEach
    void restoreTheRules() throws IOException {
        home.write("access", Home.ACCESS);
    }

    @Test
    void nothingOfOneCallerIsSeenByTheOtherInAThousandOperations() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            List<Callable<Integer>> both =
                    List.of(() -> work(ALICE, ofAlice, ofBob), () -> work(BOB, ofBob, ofAlice));
            for (Future<Integer> each : threads.invokeAll(both)) {
                assertThat(each.get()).isEqualTo(OPERATIONS_EACH);
            }
        } finally {
            threads.shutdownNow();
        }
    }

    /** Stores, looks for one of its own, looks for one of the other's, and so on. */
    private int work(String user, Queue<String> own, Queue<String> others) throws IOException {
        int operations = 0;
        try (Workstation workstation = Workstation.of(home.port(), user)) {
            while (operations < OPERATIONS_EACH) {
                switch (operations++ % 4) {
                    case 0 -> own.add(store(workstation));
                    case 1 -> {
                        String mine = own.peek();
                        assertThat(find(workstation, mine)).containsExactly(mine);
                    }
                    case 2 -> {
                        String foreign = others.peek();
                        if (foreign != null) {
                            assertThat(find(workstation, foreign)).isEmpty();
                        }
                    }
                    default -> {
                        String mine = own.poll();
                        String foreign = others.peek();
                        String second = foreign == null ? CtObject.uid() : foreign;
                        assertThat(find(workstation, mine, second)).containsExactly(mine);
                    }
                }
            }
        }
        return operations;
    }

    private static String store(Workstation workstation) throws IOException {
        CtObject object = CtObject.create();
        assertThat(workstation.store(object)).isZero();
        return object.study();
    }

    private static List<String> find(Workstation workstation, String... studies)
            throws IOException {
        return workstation.find(Keys.studies().key(Keys.STUDY_UID, studies)).values(Keys.STUDY_UID);
    }
}
