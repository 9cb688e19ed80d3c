/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.jaas.passcode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.time.Clock;
import org.turnstile.api.LoginScope;
import org.turnstile.api.LoginUnavailableException;
import org.turnstile.jaas.JaasLogger;
import org.turnstile.jaas.file.WatchedFile;

/** A users file as login modules see it: always as it is now. Safe for many threads. */
public final class WatchedUsers {

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

    private static void report(Path path, Users users) {
        JaasLogger.LOGGER.usersRead(path, users.all().size());
        if (users.weak() > 0) {
            JaasLogger.LOGGER.fewRounds(path, users.weak(), PasscodeHash.DEFAULT_ROUNDS);
        }
        if (isReadableByAll(path)) {
            JaasLogger.LOGGER.readableByAll(path);
        }
    }

    private static boolean isReadableByAll(Path path) {
        PosixFileAttributeView view =
                Files.getFileAttributeView(path, PosixFileAttributeView.class);
        try {
            return view != null
                    && view.readAttributes()
                            .permissions()
                            .contains(PosixFilePermission.OTHERS_READ);
        } catch (IOException e) {
            JaasLogger.LOGGER.debugf(e, "%s: permissions cannot be told", path);
            return false;
        }
    }
}
