/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.jaas.otp;

import javax.naming.InitialContext;
import javax.naming.NamingException;
import javax.sql.DataSource;
import org.turnstile.jaas.otp.store.OtpStoreException;
import org.turnstile.jaas.otp.store.OtpTable;

/**
 * The table of states behind a name in JNDI. The name is looked up for each login, since a server
 * may put another data source in its place. Safe for many threads.
 */
final class NamedTable {

    private final String name;
    private DataSource source;
    private OtpTable table;

    NamedTable(String name) {
        this.name = name;
    }

    synchronized OtpTable current() throws OtpStoreException {
        DataSource now = lookUp();
        if (!now.equals(source)) {
            source = now;
            table = new OtpTable(now);
        }
        return table;
    }

    @SuppressWarnings("BanJNDI") // the name is the administrator's, from login.conf
    private DataSource lookUp() throws OtpStoreException {
        try {
            if (new InitialContext().lookup(name) instanceof DataSource found) {
                return found;
            }
        } catch (NamingException e) {
            throw new OtpStoreException("dataSource=" + name + ": cannot be looked up", e);
        }
        throw new OtpStoreException("dataSource=" + name + ": is no data source", null);
    }
}
