/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.jaas.kerberos.replay;

import java.sql.Connection;
import java.sql.SQLException;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import javax.sql.DataSource;

/** A data source by its name, looked up anew each time, since a server may replace it. */
final class JndiDataSource implements DataSources {

    private final String name;

    JndiDataSource(String name) {
        this.name = name;
    }

    @Override
    @SuppressWarnings("BanJNDI") // the administrator's own name, in java: and so never remote
    public Connection connect() throws SQLException {
        try {
            if (InitialContext.doLookup(name) instanceof DataSource source) {
                return source.getConnection();
            }
            throw new SQLException(name + " is no data source");
        } catch (NamingException e) {
            throw new SQLException(name + " is not found in JNDI", e);
        }
    }
}
