/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.jaas.kerberos.replay;

import java.sql.Connection;
import java.sql.SQLException;

/** Where connections come from. */
@FunctionalInterface
interface DataSources {

    /** A connection of the caller's own, to be closed. */
    Connection connect() throws SQLException;
}
