/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.jaas.ldap;

import java.security.Principal;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Stream;
import org.turnstile.api.RolePrincipal;

/**
 * A user as a directory knows them.
 *
 * @param caller the name that the container will know
 * @param groups the names of the user's groups
 */
record DirectoryUser(String caller, Set<String> groups) {

    /** Keeps a copy. */
    DirectoryUser {
        groups = Set.copyOf(groups);
    }

    /** What the groups are in a subject. */
    Collection<Principal> principals(boolean asRoles) {
        Stream<Principal> roles = asRoles ? groups.stream().map(RolePrincipal::new) : Stream.of();
        return Stream.concat(groups.stream().map(LdapGroup::new), roles).toList();
    }
}
