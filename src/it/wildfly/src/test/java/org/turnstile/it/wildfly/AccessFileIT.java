/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.it.wildfly;

import static org.assertj.core.api.Assertions.assertThat;
import static org.turnstile.it.scenarios.Home.ALICE;

import java.io.IOException;
import java.nio.file.Files;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.turnstile.it.scenarios.Answer;
import org.turnstile.it.scenarios.CtObject;
import org.turnstile.it.scenarios.Deployments;
import org.turnstile.it.scenarios.Home;
import org.turnstile.it.scenarios.Keys;
import org.turnstile.it.scenarios.Workstation;

/** Rules that cannot be read grant nothing, and count again once they can. */
@ArquillianTest
@RunAsClient
class AccessFileIT {

    private static final int SUCCESS = 0x0000;
    private static final int NOT_AUTHORIZED = 0x0124;

    private final Home home = new Home(Server.main().home());
    private final CtObject object =
            CtObject.create().of("ACCESS-" + CtObject.uid().substring(30), "A^B");
    private final String rules = Home.ACCESS + "user alice patient " + object.patientId() + "\n";
    private Workstation alice;

    @Deployment(name = "turnstile", testable = false)
    static EnterpriseArchive turnstile() {
        return Deployments.turnstile();
    }

    @BeforeEach
    void aliceSeesWhatSheStored() throws IOException {
        TestedDatabase.require();
        home.write("access", rules);
        alice = Workstation.of(home.port(), ALICE);
        assertThat(alice.store(object)).isEqualTo(SUCCESS);
        assertThat(alice.find(Keys.studies()).values(Keys.STUDY_UID))
                .containsExactly(object.study());
    }

    @AfterEach
    void restoreTheRules() throws IOException {
        alice.close();
        home.write("access", Home.ACCESS);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "user alice patient",
                "user alice everything",
                "user \"alice all",
                "alice all",
                "user alice date 20261301-",
                "user alice all\0"
            })
    void aFaultyLineRefusesEverybodyUntilItIsMended(String line) throws IOException {
        home.write("access", rules + line + "\n");
        assertRefused();
        assertThat(Files.readString(Server.main().log())).contains("TURN3031");
        home.write("access", rules);
        assertThat(alice.find(Keys.studies()).values(Keys.STUDY_UID))
                .containsExactly(object.study());
    }

    @Test
    void aMissingFileRefusesEverybodyUntilItIsBack() throws IOException {
        Files.delete(home.folder().resolve("access"));
        assertRefused();
        home.write("access", rules);
        assertThat(alice.find(Keys.studies()).matches()).hasSize(1);
    }

    @Test
    void anEmptyFileGrantsNothing() throws IOException {
        home.write("access", "");
        Answer nothing = alice.find(Keys.studies());
        assertThat(nothing.status()).isEqualTo(SUCCESS);
        assertThat(nothing.matches()).isEmpty();
    }

    private void assertRefused() throws IOException {
        Answer refused = alice.find(Keys.studies());
        assertThat(refused.status()).isEqualTo(NOT_AUTHORIZED);
        assertThat(refused.matches()).isEmpty();
        assertThat(alice.echo()).isEqualTo(SUCCESS);
    }
}
