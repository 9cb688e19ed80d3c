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

    RoleMap {
        members = Collections.unmodifiableMap(new LinkedHashMap<>(members));
    }

    /** The roles of a caller, in the order of their names. */
    Set<String> roles(Candidate caller) {
        Set<String> roles = new TreeSet<>();
        members.forEach(
                (role, those) -> {
                    if (those.stream().anyMatch(caller::isOne)) {
                        roles.add(role);
                    }
                });
        return roles;
    }
}
