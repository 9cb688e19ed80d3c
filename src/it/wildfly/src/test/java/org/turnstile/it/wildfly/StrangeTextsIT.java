/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.it.wildfly;

import static org.assertj.core.api.Assertions.assertThat;
import static org.turnstile.it.scenarios.Home.CHIEF;
import static org.turnstile.it.scenarios.Home.MODALITY;

import java.io.IOException;
import java.util.Locale;
import java.util.UUID;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.turnstile.it.scenarios.Answer;
import org.turnstile.it.scenarios.CtObject;
import org.turnstile.it.scenarios.Deployments;
import org.turnstile.it.scenarios.Home;
import org.turnstile.it.scenarios.Keys;
import org.turnstile.it.scenarios.Workstation;

/** Texts that mean something to a database, or come from elsewhere, are texts and nothing else. */
@ArquillianTest
@RunAsClient
class StrangeTextsIT {

    private final int port = new Home(Server.main().home()).port();
    private final String group =
            UUID.randomUUID().toString().substring(0, 8).toUpperCase(Locale.ROOT);

    @Deployment(name = "turnstile", testable = false)
    static EnterpriseArchive turnstile() {
        return Deployments.turnstile();
    }

    @BeforeEach
    void requireDatabase() {
        TestedDatabase.require();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "' OR '1'='1",
                "'; DROP TABLE instance; --",
                "%",
                "_",
                "\"x\" --",
                "{visible}",
                ":patient",
                "$1",
                "{fn NOW()}",
                "/* x",
                "Γιάννης",
                "山田"
            })
    void aTextIsFoundAsItIsAndFindsNothingElse(String text) throws IOException {
        CtObject plain = CtObject.create().of(group + "plain", group + "X^plain");
        CtObject strange = CtObject.create().of(group + text, group + "X^" + text);
        store(plain, strange);

        Answer byId = find(Keys.studies().key(Keys.PATIENT_ID, group + text));
        assertThat(byId.values(Keys.STUDY_UID)).containsExactly(strange.study());
        Answer byName = find(Keys.studies().key(Keys.PATIENT_NAME, group + "X^" + text));
        assertThat(byName.values(Keys.STUDY_UID)).containsExactly(strange.study());
        Answer byBeginning = find(Keys.studies().key(Keys.PATIENT_NAME, group + "X^" + text + "*"));
        assertThat(byBeginning.values(Keys.STUDY_UID)).containsExactly(strange.study());
        assertThat(find(Keys.studies().key(Keys.PATIENT_ID, text)).matches()).isEmpty();
    }

    private Answer find(Keys keys) throws IOException {
        try (Workstation chief = Workstation.of(port, CHIEF)) {
            return chief.find(keys.key(0x00080005, "ISO_IR 192"));
        }
    }

    private void store(CtObject... objects) throws IOException {
        try (Workstation modality = Workstation.of(port, MODALITY)) {
            for (CtObject object : objects) {
                assertThat(modality.store(object)).isZero();
            }
        }
    }
}
