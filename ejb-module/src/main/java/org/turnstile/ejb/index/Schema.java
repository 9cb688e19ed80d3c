/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.ejb.index;

import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** The tables of the index, which Flyway brings to the version that this code expects. */
public final class Schema {

    private static final String MIGRATIONS = "classpath:turnstile/migration";

    private Schema() {}

    /**
     * Runs the migrations that the database has not seen; at a database of the newest version it
     * changes nothing.
     *
     * @return how many were run
     * @throws org.flywaydb.core.api.FlywayException if the database cannot be reached, a migration
     *     fails or has failed before, or the database is of a newer version
     */
    public static int migrate(DataSource database) {
        return Flyway.configure(Schema.class.getClassLoader())
                .dataSource(database)
                .locations(MIGRATIONS)
                .table("turnstile_schema")
                .load()
                .migrate()
                .migrationsExecuted;
    }
}
