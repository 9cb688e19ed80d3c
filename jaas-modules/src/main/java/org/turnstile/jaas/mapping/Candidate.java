/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.jaas.mapping;

import java.util.Set;

/**
 * A caller who may be meant by a {@link Member}.
 *
 * @param names the caller's names, with their letters as {@code letters} has them
 * @param groups the names of the caller's groups, which are compared exactly
 * @param letters what becomes of the letters of a member's name
 */
record Candidate(Set<String> names, Set<String> groups, LetterCase letters) {

    boolean isOne(Member member) {
        if (member instanceof Member.Caller named) {
            return names.contains(letters.of(named.name()));
        }
        if (member instanceof Member.Group group) {
            return groups.contains(group.name());
        }
        return member instanceof Member.Everyone;
    }
}
