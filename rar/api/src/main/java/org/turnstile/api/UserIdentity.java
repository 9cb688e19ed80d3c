/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.api;

import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import javax.security.auth.Subject;

/**
 * The user of an association, as the login left it. Holds no secret: the passcode or token that
 * came with the request is gone before an object of this class exists.
 */
public final class UserIdentity {

    private static final UserIdentity ANONYMOUS =
            new UserIdentity("", null, false, Set.of(), readOnly(new Subject()));

    private final String name;
    private final IdentityType type;
    private final boolean verified;
    private final Set<String> roles;
    private final Subject subject;

    private UserIdentity(
            String name, IdentityType type, boolean verified, Set<String> roles, Subject subject) {
        this.name = name;
        this.type = type;
        this.verified = verified;
        this.roles = Set.copyOf(roles);
        this.subject = subject;
    }

    /** Nobody: no name, no roles, an empty read-only subject. */
    public static UserIdentity anonymous() {
        return ANONYMOUS;
    }

    /**
     * A named user.
     *
     * @param name the caller's name, not empty
     * @param type how the user was named
     * @param verified whether something proved it; false for a bare name that is only trusted
     * @param roles the permissions that the container will know
     * @param subject what the login modules left; made read-only here
     * @throws IllegalArgumentException if the name is empty
     */
    public static UserIdentity of(
            String name, IdentityType type, boolean verified, Set<String> roles, Subject subject) {
        if (name.isEmpty()) {
            throw new IllegalArgumentException("name: '' names nobody");
        }
        return new UserIdentity(
                name, Objects.requireNonNull(type, "type"), verified, roles, readOnly(subject));
    }

    private static Subject readOnly(Subject subject) {
        subject.setReadOnly();
        return subject;
    }

    /** Whether nobody was named. */
    public boolean isAnonymous() {
        return name.isEmpty();
    }

    /** The caller's name; empty for anonymous. */
    public String name() {
        return name;
    }

    /** How the user was named; empty for anonymous. */
    public Optional<IdentityType> type() {
        return Optional.ofNullable(type);
    }

    /** Whether a passcode, ticket or token proved the name. */
    public boolean verified() {
        return verified;
    }

    /** The permissions of the user; the container knows the same. */
    public Set<String> roles() {
        return roles;
    }

    /** What the login modules left; read-only. Containers do not all pass it on. */
    public Subject subject() {
        return subject;
    }

    @Override
    public String toString() {
        return isAnonymous() ? "anonymous" : name + (verified ? "" : " (unverified)");
    }
}
