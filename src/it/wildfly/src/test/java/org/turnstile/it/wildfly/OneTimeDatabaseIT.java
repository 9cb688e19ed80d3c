/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.it.wildfly;

import static org.assertj.core.api.Assertions.assertThat;
import static org.turnstile.it.scenarios.Home.ALICE;
import static org.turnstile.it.scenarios.Home.RADIOLOGIST;

import java.nio.file.Files;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.turnstile.it.scenarios.CtObject;
import org.turnstile.it.scenarios.Home;
import org.turnstile.it.scenarios.Peer;
import org.turnstile.jaas.otp.store.OtpTable;

/**
 * One-time passcodes with their states in the PostgreSQL behind the server's datasource, on a
 * listener that takes no passcode on a plain line unless it is one of these.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OneTimeDatabaseIT {

    private static final String LOGIN =
            """
            turnstile-passcode {
                org.turnstile.jaas.otp.OtpLoginModule required %s
                    dataSource="java:/turnstile/datasource";
                org.turnstile.jaas.mapping.RoleMappingLoginModule required;
            };
            """;

    private static final String SETTINGS = "turnstile.properties";
    private static final String CLEARTEXT = "listener.default.cleartextPasscode = true\n";

    private Postgres postgres;
    private OtpTable states;
    private ArchiveServer server;

    @BeforeAll
    void startAll() throws Exception {
        Postgres.require();
        postgres = Postgres.create().orElseThrow();
        states = new OtpTable(postgres::connect);
        server = ArchiveServer.create("one-time", Optional.of(postgres), "");
        String settings = Files.readString(server.home().folder().resolve(SETTINGS));
        assertThat(settings).contains(CLEARTEXT);
        server.home().write(SETTINGS, settings.replace(CLEARTEXT, ""));
        server.home().write("login.conf", LOGIN.formatted("oneTime=true"));
        server.start();
    }

    @AfterAll
    void stopAll() throws Exception {
        if (server != null) {
            server.close();
        }
        if (postgres != null) {
            postgres.close();
        }
    }

    private Peer peer() {
        return Peer.of(server.home().port()).fromElsewhere();
    }

    @Test
    void case99OnAPlainLineAOneTimeValueIsTakenAndAFixedPasscodeIsNot() throws Exception {
        OneTimeUser alice = new OneTimeUser(ALICE).in(states);
        CtObject object = CtObject.create();

        assertThat(peer().as(ALICE, alice.hex(98)).store(object.sopInstance(), object.dataSet()))
                .isZero();
        peer().as(RADIOLOGIST).isRejected();
        peer().as(ALICE).isRejected();

        server.home().write("login.conf", LOGIN.formatted("oneTime=false"));
        peer().as(ALICE, alice.hex(97)).isRejected();
        server.home().write("login.conf", Home.LOGIN);
        peer().as(RADIOLOGIST).isRejected();

        server.home().write("login.conf", LOGIN.formatted("oneTime=true"));
        peer().as(ALICE, alice.words(97)).accept();
    }

    @Test
    void case88InTheDatabaseAValueOpensOneAssociationToo() throws Exception {
        OneTimeUser bob = new OneTimeUser(Home.BOB).in(states);

        peer().as(Home.BOB, bob.words(95)).accept();

        peer().as(Home.BOB, bob.hex(95)).isRejected();
        peer().as(Home.BOB, bob.hex(94)).accept();
    }

    @Test
    void withoutTheDatabaseNobodyComesInUntilItIsBackAndNothingIsSpent() throws Exception {
        OneTimeUser chief = new OneTimeUser(Home.CHIEF).in(states);
        postgres.stop();
        try {
            peer().as(Home.CHIEF, chief.hex(98)).isRejectedAsTransient();
        } finally {
            postgres.start();
        }
        peer().as(Home.CHIEF, chief.hex(98)).accept();
    }
}
