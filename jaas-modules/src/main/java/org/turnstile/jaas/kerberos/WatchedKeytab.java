/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.jaas.kerberos;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.time.Clock;
import java.util.TreeSet;
import org.turnstile.api.LoginScope;
import org.turnstile.api.LoginUnavailableException;
import org.turnstile.jaas.JaasLogger;
import org.turnstile.jaas.file.WatchedFile;

/** A keytab as logins see it: always as it is now. Safe for many threads. */
final class WatchedKeytab {

    private final WatchedFile<Keytab> file;

    private WatchedKeytab(Path path) {
        file =
                WatchedFile.of(
                        path,
                        KeytabFormat::read,
                        keytab -> report(path, keytab),
                        Clock.systemUTC());
    }

    static WatchedKeytab of(LoginScope scope, Path path) {
        return scope.keep(WatchedKeytab.class, path.toString(), () -> new WatchedKeytab(path));
    }

    /**
     * The keys now.
     *
     * @throws LoginUnavailableException if the file is missing, unreadable or no keytab
     */
    Keytab current() throws LoginUnavailableException {
        try {
            return file.current();
        } catch (IOException e) {
            throw new LoginUnavailableException("keytab: " + e.getMessage(), e);
        }
    }

    private static void report(Path path, Keytab keytab) {
        JaasLogger.LOGGER.keytabRead(path, String.join(", ", new TreeSet<>(keytab.principals())));
        if (keytab.unused() > 0) {
            JaasLogger.LOGGER.keysUnused(path, keytab.unused());
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
