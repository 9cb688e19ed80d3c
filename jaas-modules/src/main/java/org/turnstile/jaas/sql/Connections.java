/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.jaas.sql;

import java.sql.Connection;
import java.sql.SQLException;

/** Where connections come from. */
@FunctionalInterface
public interface Connections {

    /**
     * A connection of the caller's own, to be closed.
     *
     * @throws SQLException if there is none
     */
    Connection open() throws SQLException;
}
