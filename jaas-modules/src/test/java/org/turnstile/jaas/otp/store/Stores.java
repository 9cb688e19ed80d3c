/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.jaas.otp.store;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.UUID;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;

/** The stores that every case runs on. */
public enum Stores {
    /** A file in a folder of the test. */
    FILE,
    /** H2 in memory. */
    H2,
    /** PostgreSQL, where it is installed. */
    POSTGRESQL;

    /** An empty store. */
    public OtpStore empty(Path folder) throws SQLException {
        return this == FILE ? new OtpFile(folder.resolve("otp")) : new OtpTable(database());
    }

    /** An empty database; not for {@link #FILE}. */
    public DataSource database() throws SQLException {
        if (this == POSTGRESQL) {
            return Postgres.empty();
        }
        JdbcDataSource source = new JdbcDataSource();
        source.setURL("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
        return source;
    }

    /** The JDBC URL of an empty PostgreSQL, for another process. */
    public static String postgresUrl() throws SQLException {
        return Postgres.empty().getUrl() + "&user=" + Postgres.OWNER;
    }
}
