/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.it.wildfly;

import static org.assertj.core.api.Assertions.assertThat;
import static org.turnstile.it.scenarios.Home.ALICE;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.turnstile.it.scenarios.Answer;
import org.turnstile.it.scenarios.CtObject;
import org.turnstile.it.scenarios.Home;
import org.turnstile.it.scenarios.Keys;
import org.turnstile.it.scenarios.Workstation;

/** A database that is gone, or does not answer: refused in time, nothing kept, then as before. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DatabaseOutageIT {

    private static final int SUCCESS = 0x0000;
    private static final int NOT_AUTHORIZED = 0x0124;
    private static final int OUT_OF_RESOURCES = 0xA700;
    private static final Duration IN_TIME = Duration.ofSeconds(30);
    private static final String SETTINGS =
            """
            archive.accessTimeout = 5s
            archive.databaseTimeout = 5s
            """;

    private Postgres postgres;
    private ArchiveServer server;
    private Workstation alice;
    private CtObject first;
    private CtObject second;

    @BeforeAll
    void startBoth() throws Exception {
        Postgres.require();
        postgres = Postgres.create().orElseThrow();
        server = ArchiveServer.create("outage", Optional.of(postgres), SETTINGS);
        server.home().write("access", Home.ACCESS + "user alice own\n");
        server.start();
    }

    @AfterAll
    void stopBoth() throws Exception {
        if (server != null) {
            server.close();
        }
        if (postgres != null) {
            postgres.close();
        }
    }

    @BeforeEach
    void associate() throws IOException {
        alice = Workstation.of(server.home().port(), ALICE);
        first = CtObject.create();
        second = CtObject.create();
        assertThat(alice.store(first)).isEqualTo(SUCCESS);
    }

    @AfterEach
    void leave() throws IOException {
        alice.release();
        alice.close();
    }

    @Test
    void aStoppedDatabaseRefusesUntilItIsBackAndTheAssociationGoesOn() throws Exception {
        postgres.stop();
        try {
            assertThat(alice.store(second)).isEqualTo(OUT_OF_RESOURCES);
            assertThat(alice.store(second)).isEqualTo(OUT_OF_RESOURCES);
            assertFindIsRefused();
            assertThat(alice.echo()).isEqualTo(SUCCESS);
            assertNothingOfTheSecond();
        } finally {
            postgres.start();
        }
        assertWorksAgain();
    }

    @Test
    void aStoreThatTheDatabaseHoldsUpIsRefusedInTime() throws Exception {
        try (Connection locked = locking("study, series, instance")) {
            Instant start = Instant.now();
            assertThat(alice.store(second)).isEqualTo(OUT_OF_RESOURCES);
            assertThat(Duration.between(start, Instant.now())).isLessThan(IN_TIME);
            assertThat(alice.echo()).isEqualTo(SUCCESS);
            assertNothingOfTheSecond();
            locked.rollback();
        }
        assertWorksAgain();
    }

    @Test
    void rulesThatTheDatabaseHoldsUpGrantNothing() throws Exception {
        try (Connection locked = locking("access_rule")) {
            Instant start = Instant.now();
            assertFindIsRefused();
            assertThat(Duration.between(start, Instant.now())).isLessThan(IN_TIME);
            locked.rollback();
        }
        assertWorksAgain();
    }

    private Connection locking(String tables) throws SQLException {
        Connection connection = postgres.connect();
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            statement.execute("LOCK TABLE " + tables + " IN ACCESS EXCLUSIVE MODE");
        }
        return connection;
    }

    private void assertFindIsRefused() throws IOException {
        Answer refused = alice.find(Keys.studies());
        assertThat(refused.status()).isEqualTo(NOT_AUTHORIZED);
        assertThat(refused.matches()).isEmpty();
    }

    private void assertNothingOfTheSecond() throws IOException {
        assertThat(server.home().objects())
                .noneMatch(file -> file.toString().contains(second.series()));
        assertThat(server.home().spool()).isEmpty();
    }

    private void assertWorksAgain() throws IOException {
        assertThat(alice.store(second)).isEqualTo(SUCCESS);
        assertThat(alice.find(Keys.studies()).values(Keys.STUDY_UID))
                .contains(first.study(), second.study());
    }
}
