/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.it.wildfly;

import static org.assertj.core.api.Assertions.assertThat;
import static org.turnstile.it.scenarios.Home.ALICE;

import java.io.IOException;
import java.nio.file.Files;
import org.jboss.arquillian.container.test.api.Deployer;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.turnstile.it.scenarios.Answer;
import org.turnstile.it.scenarios.CtObject;
import org.turnstile.it.scenarios.Deployments;
import org.turnstile.it.scenarios.Home;
import org.turnstile.it.scenarios.Keys;
import org.turnstile.it.scenarios.Workstation;

/** Where users need not prove themselves: whoever does not sees what anonymous callers may see. */
@ArquillianTest
@RunAsClient
class AnonymousIT {

    private static final String NAME = "turnstile";
    private static final int NOT_AUTHORIZED = 0x0124;
    private static final String LISTENER =
            """
            listener.default.userIdentity = OPTIONAL
            listener.default.trustUsername = ALWAYS
            """;
    private static final String USERNAME_LOGIN =
            """
            turnstile-username {
                org.turnstile.jaas.username.UsernameLoginModule required users="users";
                org.turnstile.jaas.mapping.RoleMappingLoginModule required;
            };
            """;

    @ArquillianResource private Deployer deployer;

    private final Home home = new Home(Server.main().home());
    private final CtObject ofAlice = CtObject.create().of("ALICE", "A^B");
    private final CtObject open = CtObject.create().of("OPEN", "A^B").at("OPEN " + CtObject.uid());
    private String properties;

    @Deployment(name = NAME, managed = false, testable = false)
    static EnterpriseArchive turnstile() {
        return Deployments.turnstile();
    }

    @BeforeEach
    void letPeersInWithoutProof() throws IOException {
        properties = Files.readString(home.folder().resolve("turnstile.properties"));
        home.write("login.conf", Home.LOGIN + USERNAME_LOGIN);
        home.write(
                "access",
                Home.ACCESS
                        + "user alice patient ALICE\n"
                        + "anonymous institution \"%s\"\n".formatted(open.institution()));
    }

    @AfterEach
    void restore() throws IOException {
        deployer.undeploy(NAME);
        home.write("turnstile.properties", properties);
        home.write("login.conf", Home.LOGIN);
        home.write("access", Home.ACCESS);
    }

    @Test
    void aBareNameSeesWhatAnonymousCallersSee() throws IOException {
        deploy("");
        try (Workstation claimed = Workstation.claiming(home.port(), ALICE)) {
            assertThat(claimed.find(Keys.studies()).values(Keys.STUDY_UID))
                    .containsExactly(open.study());
        }
        try (Workstation proven = Workstation.of(home.port(), ALICE)) {
            assertThat(proven.find(Keys.studies()).values(Keys.STUDY_UID))
                    .contains(ofAlice.study())
                    .doesNotContain(open.study());
        }
    }

    @Test
    void whoNamesNobodyHasNoRoleAndIsRefused() throws IOException {
        deploy("");
        try (Workstation nobody = Workstation.anonymous(home.port())) {
            Answer refused = nobody.find(Keys.studies());
            assertThat(refused.status()).isEqualTo(NOT_AUTHORIZED);
            assertThat(refused.matches()).isEmpty();
            assertThat(nobody.store(CtObject.create())).isEqualTo(NOT_AUTHORIZED);
            assertThat(nobody.echo()).isZero();
        }
    }

    @Test
    void aBareNameCountsWhereTheSettingsTrustIt() throws IOException {
        deploy("archive.unverifiedUsers = TRUSTED\n");
        try (Workstation claimed = Workstation.claiming(home.port(), ALICE)) {
            assertThat(claimed.find(Keys.studies()).values(Keys.STUDY_UID))
                    .contains(ofAlice.study())
                    .doesNotContain(open.study());
        }
    }

    private void deploy(String settings) throws IOException {
        home.write("turnstile.properties", properties + LISTENER + settings);
        deployer.deploy(NAME);
        try (Workstation modality = Workstation.of(home.port(), Home.MODALITY)) {
            assertThat(modality.store(ofAlice)).isZero();
            assertThat(modality.store(open)).isZero();
        }
    }
}
