/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.jaas;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Hashtable;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.naming.Context;
import javax.naming.InitialContext;
import javax.naming.NameNotFoundException;
import javax.naming.NamingException;
import javax.naming.spi.InitialContextFactory;
import javax.sql.DataSource;

/** Data sources by the names of a server, for the time of a test. */
public final class Databases implements InitialContextFactory, AutoCloseable {

    /** The name that tests use, with the option. */
    public static final String OPTION = " dataSource=\"java:/jdbc/site\"";

    private static final String NAME = "java:/jdbc/site";
    private static final Map<String, Object> NAMES = new ConcurrentHashMap<>();

    /** As JNDI needs it. */
    public Databases() {}

    /** From now on the name means this. */
    public static Databases named(Object object) {
        System.setProperty(Context.INITIAL_CONTEXT_FACTORY, Databases.class.getName());
        NAMES.put(NAME, object);
        return new Databases();
    }

    /** Runs a statement. */
    public static void execute(DataSource source, String sql) throws SQLException {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public Context getInitialContext(Hashtable<?, ?> environment) throws NamingException {
        return new InitialContext(true) {
            @Override
            public Object lookup(String name) throws NamingException {
                if (!NAMES.containsKey(name)) {
                    throw new NameNotFoundException(name);
                }
                return NAMES.get(name);
            }
        };
    }

    @Override
    public void close() {
        NAMES.clear();
        System.clearProperty(Context.INITIAL_CONTEXT_FACTORY);
    }
}
