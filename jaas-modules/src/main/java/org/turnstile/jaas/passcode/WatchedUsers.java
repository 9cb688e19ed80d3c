/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.jaas.passcode;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import org.turnstile.api.LoginScope;
import org.turnstile.api.LoginUnavailableException;
import org.turnstile.jaas.JaasLogger;
import org.turnstile.jaas.file.Permissions;
import org.turnstile.jaas.file.WatchedFile;

/** A users file as login modules see it: always as it is now. Safe for many threads. */
public final class WatchedUsers implements UserSource {

    private final WatchedFile<Users> file;

    WatchedUsers(Path path) {
        file =
                new WatchedFile<>(
                        path, UsersFormat::parse, users -> report(path, users), Clock.systemUTC());
    }

    /** The users file at that path, one for all modules of an adapter. */
    public static WatchedUsers of(LoginScope scope, Path path) {
        return scope.keep(WatchedUsers.class, path.toString(), () -> new WatchedUsers(path));
    }

    /**
     * The users now.
     *
     * @throws LoginUnavailableException if the file is missing, unreadable or has an error
     */
    public Users current() throws LoginUnavailableException {
        try {
            return file.current();
        } catch (IOException e) {
            throw new LoginUnavailableException("users: " + e.getMessage(), e);
        }
    }

    @Override
    public Found find(String name) throws LoginUnavailableException {
        Users now = current();
        return new Found(now.find(name), now.cost());
    }

    private static void report(Path path, Users users) {
        JaasLogger.LOGGER.usersRead(path, users.all().size());
        if (users.weak() > 0) {
            JaasLogger.LOGGER.fewRounds(path, users.weak(), PasscodeHash.DEFAULT_ROUNDS);
        }
        try {
            if (Permissions.isReadableByAll(path)) {
                JaasLogger.LOGGER.readableByAll(path);
            }
        } catch (IOException e) {
            JaasLogger.LOGGER.debugf(e, "%s: permissions cannot be told", path);
        }
    }
}
