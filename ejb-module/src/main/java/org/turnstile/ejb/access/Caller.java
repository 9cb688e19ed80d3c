/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.ejb.access;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.turnstile.api.UserIdentity;
import org.turnstile.api.access.AccessSubject;

/**
 * A caller as rules see it.
 *
 * @param name the name under which it stores; empty for the anonymous caller
 * @param subjects keys of the subjects whose rules are its own, each once
 */
record Caller(String name, List<String> subjects) {

    /** More roles than anybody has, fewer than a statement takes parameters. */
    static final int MAX_ROLES = 500;

    private static final Caller ANONYMOUS = new Caller("", List.of(AccessSubject.ANONYMOUS.key()));

    Caller {
        subjects = List.copyOf(subjects);
    }

    /**
     * Checks that the container runs an operation as the user of its association.
     *
     * @param principal the name that the container has; its own word if nobody was named
     */
    static void check(UserIdentity identity, String principal) throws AccessUnavailableException {
        if (!identity.isAnonymous() && !identity.name().equals(principal)) {
            throw new AccessUnavailableException(
                    "the container runs this as '" + principal + "', not as '" + identity + "'");
        }
    }

    /**
     * The caller of an association.
     *
     * @param trustUnverified whether a name counts that nothing proves
     */
    static Caller of(UserIdentity identity, boolean trustUnverified)
            throws AccessUnavailableException {
        boolean counts = identity.verified() || trustUnverified;
        return identity.isAnonymous() || !counts
                ? ANONYMOUS
                : named(identity.name(), identity.roles());
    }

    private static Caller named(String name, Set<String> roles) throws AccessUnavailableException {
        if (roles.size() > MAX_ROLES) {
            throw new AccessUnavailableException(
                    "the caller has " + roles.size() + " roles, at most " + MAX_ROLES);
        }
        List<String> subjects = new ArrayList<>();
        try {
            subjects.add(AccessSubject.user(name).key());
            for (String role : new TreeSet<>(roles)) {
                subjects.add(AccessSubject.role(role).key());
            }
        } catch (IllegalArgumentException e) {
            throw new AccessUnavailableException("no rule can name this caller", e);
        }
        return new Caller(name, subjects.stream().distinct().toList());
    }
}
