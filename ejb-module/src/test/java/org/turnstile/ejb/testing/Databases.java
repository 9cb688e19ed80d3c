/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.ejb.testing;

/**
 * The databases that the index runs on. For parameterized tests with {@code @EnumSource}: {@code
 * try (TestDatabase database = databases.open())}.
 */
public enum Databases {
    /** H2 in memory; always there. */
    H2 {
        @Override
        public TestDatabase create() {
            return TestDatabase.h2();
        }
    },

    /**
     * PostgreSQL of Debian's package, in a cluster of its own. The test is skipped where it is not
     * installed, or fails with {@code -Dturnstile.peers.required=true}.
     */
    POSTGRESQL {
        @Override
        public TestDatabase create() {
            return TestDatabase.postgresql();
        }
    };

    /**
     * The database that the tests of this process share, with the newest schema and no rows: one
     * test after the other, since it takes a second to make one.
     */
    public TestDatabase open() {
        return TestDatabase.shared(this);
    }

    /** A new database with the newest schema and no rows, for tests that harm it. */
    public abstract TestDatabase create();
}
