/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.it.wildfly;

/** Which database the server of this run works on: H2, or PostgreSQL where the build says so. */
final class TestedDatabase {

    private static final String POSTGRESQL = "postgresql";

    private TestedDatabase() {}

    /** Whether the build wants PostgreSQL. */
    static boolean isPostgres() {
        return POSTGRESQL.equals(System.getProperty("turnstile.it.database"));
    }

    /** Skips the test, or fails it, where the wanted database is not installed. */
    static void require() {
        if (isPostgres()) {
            Postgres.require();
        }
    }
}
