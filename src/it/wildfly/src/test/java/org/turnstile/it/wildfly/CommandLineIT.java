/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.it.wildfly;

import static org.assertj.core.api.Assertions.assertThat;
import static org.turnstile.it.scenarios.Home.CHIEF;
import static org.turnstile.it.scenarios.Home.MODALITY;
import static org.turnstile.it.scenarios.Home.RADIOLOGIST;

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

/** Our command line as it is shipped, against the server: it stores a folder and finds in it. */
@ArquillianTest
@RunAsClient
class CommandLineIT {

    private final int port = new Home(Server.main().home()).port();
    private final CtObject north = CtObject.create().of("CLI", "Command^Line").at("NORTH");
    private final CtObject south = CtObject.create().of("CLI", "Command^Line").at("SOUTH");

    @Deployment(name = "turnstile", testable = false)
    static EnterpriseArchive turnstile() {
        return Deployments.turnstile();
    }

    @BeforeEach
    void storeAFolder(@TempDir Path folder) throws Exception {
        north.write(folder.resolve("north.dcm"));
        south.write(folder.resolve("south.dcm"));
        Commands.Result store = CommandLine.store(port, MODALITY, folder);
        assertThat(store.status()).as(store.output()).isZero();
    }

    @Test
    void eachUserFindsWhatIsTheirs() throws Exception {
        String keys = "StudyInstanceUID=" + north.study() + "\\" + south.study();
        Commands.Result all = CommandLine.find(port, CHIEF, "-k", keys);
        assertThat(all.status()).as(all.output()).isZero();
        assertThat(all.output().lines()).hasSize(2).allMatch(line -> line.startsWith("{"));
        assertThat(all.output()).contains(north.study(), south.study());

        Commands.Result some = CommandLine.find(port, RADIOLOGIST, "-k", keys);
        assertThat(some.status()).as(some.output()).isZero();
        assertThat(some.output()).contains(north.study()).doesNotContain(south.study());
    }

    @Test
    void whoMayNotFindIsToldSo() throws Exception {
        Commands.Result refused = CommandLine.find(port, MODALITY, "-k", "PatientID=");
        assertThat(refused.status()).isNotZero();
        assertThat(refused.output()).contains("0124").doesNotContain(north.study());
    }
}
