/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.jaas.mapping;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import org.turnstile.api.LoginScope;
import org.turnstile.api.LoginUnavailableException;
import org.turnstile.jaas.JaasLogger;
import org.turnstile.jaas.file.WatchedFile;

/** The files that the mapping reads, one of each path for all logins of an adapter. */
final class MappingFiles {

    private record Roles(WatchedFile<RoleMap> file) {
        static Roles watch(Path path) {
            return new Roles(
                    new WatchedFile<>(
                            path,
                            RolesFormat::parse,
                            map -> JaasLogger.LOGGER.rolesRead(path, map.members().size()),
                            Clock.systemUTC()));
        }
    }

    private record Denials(WatchedFile<DenyList> file) {
        static Denials watch(Path path) {
            return new Denials(
                    new WatchedFile<>(
                            path,
                            DenyList::parse,
                            list -> JaasLogger.LOGGER.denialsRead(path, list.members().size()),
                            Clock.systemUTC()));
        }
    }

    private MappingFiles() {}

    static RoleMap roles(LoginScope scope, Path path) throws LoginUnavailableException {
        Roles roles = scope.keep(Roles.class, path.toString(), () -> Roles.watch(path));
        return read("roles", roles.file());
    }

    static DenyList denials(LoginScope scope, Path path) throws LoginUnavailableException {
        Denials denials = scope.keep(Denials.class, path.toString(), () -> Denials.watch(path));
        return read("deny", denials.file());
    }

    private static <T> T read(String option, WatchedFile<T> file) throws LoginUnavailableException {
        try {
            return file.current();
        } catch (IOException e) {
            throw new LoginUnavailableException(option + ": " + e.getMessage(), e);
        }
    }
}
