/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.jaas;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/** Data sources by the names of a server, for the time of a test. */
public final class Databases {

    /** The name that tests use, with the option. */
    public static final String OPTION = " dataSource=\"java:/jdbc/site\"";

    private static final String NAME = "java:/jdbc/site";

    private Databases() {}

    /** From now on the name means this. */
    public static JndiFixture named(Object object) {
        return JndiFixture.bind(NAME, object);
    }

    /** Runs a statement. */
    public static void execute(DataSource source, String sql) throws SQLException {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
