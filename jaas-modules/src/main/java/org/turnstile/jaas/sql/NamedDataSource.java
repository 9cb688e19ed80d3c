/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.jaas.sql;

import java.sql.SQLException;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import javax.sql.DataSource;

/**
 * A data source by its name in JNDI, looked up anew each time, since a server may put another in
 * its place.
 *
 * @param name as {@code login.conf} has it
 */
public record NamedDataSource(String name) {

    /**
     * The data source of that name now.
     *
     * @throws SQLException if there is none; the message begins with the name
     */
    @SuppressWarnings("BanJNDI") // the administrator's own name, in java: and so never remote
    public DataSource lookUp() throws SQLException {
        try {
            if (InitialContext.doLookup(name) instanceof DataSource found) {
                return found;
            }
        } catch (NamingException e) {
            throw new SQLException(name + ": cannot be looked up", e);
        }
        throw new SQLException(name + ": is no data source");
    }
}
