/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.jaas.passcode;

import java.nio.file.Path;
import java.util.Optional;
import org.turnstile.api.LoginScope;
import org.turnstile.api.LoginUnavailableException;

/** Where users are looked up, as they are now. Safe for many threads. */
public interface UserSource {

    /**
     * What was found.
     *
     * @param user the user, if there is one of that name
     * @param cost how many rounds a check of anybody costs
     */
    record Found(Optional<User> user, int cost) {}

    /**
     * Looks a user up.
     *
     * @param name the name in NFC, compared exactly
     * @throws LoginUnavailableException if the users cannot be read
     */
    Found find(String name) throws LoginUnavailableException;

    /** The users of a file, or of the table in a database if that is named. */
    static UserSource of(LoginScope scope, Path file, Optional<String> dataSource) {
        return dataSource
                .<UserSource>map(name -> UsersTable.of(scope, name))
                .orElseGet(() -> WatchedUsers.of(scope, file));
    }
}
