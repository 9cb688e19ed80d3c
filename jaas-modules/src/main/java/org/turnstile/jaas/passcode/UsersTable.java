/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.jaas.passcode;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.turnstile.api.LoginScope;
import org.turnstile.api.LoginUnavailableException;
import org.turnstile.jaas.sql.SqlTable;

/**
 * Users in the table {@code turnstile_user}. Each login reads one row by its key; so what a check
 * costs cannot be the most rounds of any row, and is the most of any row read so far, and never
 * less than a new hash costs.
 */
final class UsersTable implements UserSource {

    private static final String NAME = "turnstile_user";
    private static final String CREATE =
            "CREATE TABLE IF NOT EXISTS turnstile_user ("
                    + "name VARCHAR(256) NOT NULL PRIMARY KEY, passcode VARCHAR(1024) NOT NULL)";
    private static final String FIND = "SELECT name, passcode FROM turnstile_user WHERE name = ?";

    private final SqlTable table;
    private final AtomicInteger cost = new AtomicInteger(PasscodeHash.DEFAULT_ROUNDS);

    private UsersTable(String dataSource) {
        table = new SqlTable(dataSource, NAME, CREATE);
    }

    /** The table in that database, one for all modules of an adapter. */
    static UsersTable of(LoginScope scope, String dataSource) {
        return scope.keep(UsersTable.class, dataSource, () -> new UsersTable(dataSource));
    }

    @Override
    public Found find(String name) throws LoginUnavailableException {
        Optional<User> user = Optional.empty();
        for (List<String> row : table.query(FIND, 1, name)) {
            // a database may find "alice" for "ALICE"; here they are two
            if (row.get(0).equals(name)) {
                user = Optional.of(user(name, row.get(1)));
            }
        }
        user.flatMap(User::hash).ifPresent(hash -> cost.accumulateAndGet(hash.rounds(), Math::max));
        return new Found(user, cost.get());
    }

    private User user(String name, String text) throws LoginUnavailableException {
        try {
            return UsersFormat.parse(name, text);
        } catch (IllegalArgumentException e) {
            throw table.fault("user " + name + ": " + e.getMessage(), e);
        }
    }
}
