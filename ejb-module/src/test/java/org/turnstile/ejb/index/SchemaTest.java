/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.ejb.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.persistence.EntityManager;
import org.flywaydb.core.api.FlywayException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.turnstile.ejb.testing.Databases;
import org.turnstile.ejb.testing.TestDatabase;

class SchemaTest {

    @ParameterizedTest
    @EnumSource
    void aMigratedDatabaseIsLeftAsItIs(Databases databases) {
        try (TestDatabase database = databases.create()) {
            assertThat(Schema.migrate(database.dataSource())).isZero();
        }
    }

    @ParameterizedTest
    @EnumSource
    void theEntitiesFitTheTables(Databases databases) {
        try (TestDatabase database = databases.create()) {
            for (String entity : new String[] {"Patient", "Study", "Series", "Instance"}) {
                assertThat(count(database, entity)).isZero();
            }
        }
    }

    private static long count(TestDatabase database, String entity) {
        return database.inTransaction(
                (EntityManager manager) -> {
                    manager.createQuery("select e from " + entity + " e").getResultList();
                    return manager.createQuery("select count(e) from " + entity + " e", Long.class)
                            .getSingleResult();
                });
    }

    @ParameterizedTest
    @EnumSource
    void aMigrationThatIsNotTheOneThatRanIsRefused(Databases databases) {
        try (TestDatabase database = databases.create()) {
            database.execute(
                    "UPDATE \"turnstile_schema\" SET \"checksum\" = 1 WHERE \"version\" = '1'");

            assertThatThrownBy(() -> Schema.migrate(database.dataSource()))
                    .isInstanceOf(FlywayException.class)
                    .hasMessageContaining("checksum");
        }
    }
}
