/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.ejb.index;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/**
 * How many pages of its file H2 keeps in the heap: by itself 16 MB of them, however large the heap
 * is, and whoever sees one study of many then has most pages decoded anew for each query. Databases
 * that are processes of their own have a memory of their own.
 */
public final class PageCache {

    private static final int KB = 1024;

    /** As H2 does by itself. */
    private static final long LEAST = 16L * KB;

    /** What a server needs of its heap before anything is kept, in kB. */
    private static final long RESERVED = 384L * KB;

    /** Of what is left, in percent: the rest is for requests, and for what becomes garbage. */
    private static final int SHARE = 40;

    private static final int PERCENT = 100;

    private PageCache() {}

    /**
     * Fits it to the heap of this process; H2 keeps the figure. Does nothing at another database,
     * or if the user may not change the settings of this one.
     *
     * @return how much it is, in kB; 0 if nothing was done
     * @throws SQLException if the database cannot be reached
     */
    public static long fit(DataSource database) throws SQLException {
        return fit(database, Runtime.getRuntime().maxMemory());
    }

    /** To a heap of so many bytes. */
    static long fit(DataSource database, long heap) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            boolean h2 = "H2".equals(connection.getMetaData().getDatabaseProductName());
            if (!h2 || !isAdministrator(statement)) {
                return 0;
            }
            long size = size(heap / KB);
            statement.execute("SET CACHE_SIZE " + size);
            return size;
        }
    }

    private static long size(long heap) {
        long share = (heap - RESERVED) * SHARE / PERCENT;
        return Math.max(LEAST, Math.min(share, Integer.MAX_VALUE));
    }

    private static boolean isAdministrator(Statement statement) throws SQLException {
        try (ResultSet user =
                statement.executeQuery(
                        "SELECT IS_ADMIN FROM INFORMATION_SCHEMA.USERS"
                                + " WHERE USER_NAME = CURRENT_USER")) {
            return user.next() && user.getBoolean(1);
        }
    }
}
