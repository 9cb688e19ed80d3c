/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.jaas.otp;

import java.sql.SQLException;
import javax.sql.DataSource;
import org.turnstile.jaas.otp.store.OtpStoreException;
import org.turnstile.jaas.otp.store.OtpTable;
import org.turnstile.jaas.sql.NamedDataSource;

/**
 * The table of states behind a name in JNDI. The name is looked up for each login, since a server
 * may put another data source in its place. Safe for many threads.
 */
final class NamedTable {

    private final NamedDataSource name;
    private DataSource source;
    private OtpTable table;

    NamedTable(String name) {
        this.name = new NamedDataSource(name);
    }

    synchronized OtpTable current() throws OtpStoreException {
        DataSource now = lookUp();
        if (!now.equals(source)) {
            source = now;
            table = new OtpTable(now);
        }
        return table;
    }

    private DataSource lookUp() throws OtpStoreException {
        try {
            return name.lookUp();
        } catch (SQLException e) {
            throw new OtpStoreException("dataSource=" + e.getMessage(), e);
        }
    }
}
