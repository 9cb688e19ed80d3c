/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.jaas.mapping;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which role has which members.
 *
 * @param members the members of each role, by the role's name
 */
record RoleMap(Map<String, Set<Member>> members) {

    /** Who has a role. */
    sealed interface Member {}

    /** The caller of this name. */
    record Caller(String name) implements Member {}

    /** Every caller with a group principal of this name. */
    record Group(String name) implements Member {}

    /** Every caller. */
    record Everyone() implements Member {}

    RoleMap {
        members = Collections.unmodifiableMap(new LinkedHashMap<>(members));
    }

    /** The roles of a caller, in the order of their names. */
    Set<String> roles(String caller, Set<String> groups) {
        Set<String> roles = new TreeSet<>();
        members.forEach(
                (role, those) -> {
                    if (those.stream().anyMatch(member -> isOne(member, caller, groups))) {
                        roles.add(role);
                    }
                });
        return roles;
    }

    private static boolean isOne(Member member, String caller, Set<String> groups) {
        if (member instanceof Caller named) {
            return named.name().equals(caller);
        }
        if (member instanceof Group group) {
            return groups.contains(group.name());
        }
        return member instanceof Everyone;
    }
}
