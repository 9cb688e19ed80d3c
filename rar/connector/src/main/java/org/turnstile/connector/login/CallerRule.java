/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.connector.login;

import java.security.Principal;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javax.security.auth.Subject;
import javax.security.auth.login.FailedLoginException;
import org.turnstile.api.IdentityType;
import org.turnstile.api.RolePrincipal;
import org.turnstile.api.UserIdentity;
import org.turnstile.connector.config.IdentitySettings;

/**
 * Makes the user of an association from what login modules left: exactly one caller, and as roles
 * nothing but {@link RolePrincipal}s.
 */
final class CallerRule {

    private final IdentitySettings settings;

    CallerRule(IdentitySettings settings) {
        this.settings = settings;
    }

    /**
     * The user.
     *
     * @param subject what the modules left; copied, since they want to change it at logout
     * @param type how the user was named
     * @param verify whether a passcode was to be verified
     * @throws FailedLoginException if there is not exactly one caller, or it may not come in
     */
    UserIdentity user(Subject subject, IdentityType type, boolean verify)
            throws FailedLoginException {
        String caller = caller(subject.getPrincipals());
        Set<String> roles = verify ? roles(subject) : Set.of();
        if (!settings.requiredRoles().isEmpty()
                && Collections.disjoint(settings.requiredRoles(), roles)) {
            throw new FailedLoginException(
                    "caller holds none of requiredRoles "
                            + settings.requiredRoles().stream().sorted().toList());
        }
        boolean verified = verify && type != IdentityType.USERNAME;
        return UserIdentity.of(caller, type, verified, roles, copy(subject, verify));
    }

    private String caller(Set<Principal> principals) throws FailedLoginException {
        for (String className : settings.callerPrincipalClasses()) {
            List<String> names =
                    principals.stream()
                            .filter(p -> p.getClass().getName().equals(className))
                            .map(Principal::getName)
                            .toList();
            if (names.size() > 1) {
                throw new FailedLoginException(
                        "login left " + names.size() + " callers of class " + className);
            }
            if (!names.isEmpty()) {
                return checked(names.get(0), className);
            }
        }
        throw new FailedLoginException("login left no caller");
    }

    private static String checked(String name, String className) throws FailedLoginException {
        if (name == null || name.isBlank()) {
            throw new FailedLoginException("login left a caller without a name: " + className);
        }
        if (UserName.forbiddenCharacter(name).isPresent()) {
            throw new FailedLoginException("login left a caller with a control character");
        }
        return name;
    }

    private static Set<String> roles(Subject subject) {
        return subject.getPrincipals(RolePrincipal.class).stream()
                .map(RolePrincipal::getName)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Subject copy(Subject subject, boolean withRoles) {
        Subject copy = new Subject();
        subject.getPrincipals().stream()
                .filter(p -> withRoles || !(p instanceof RolePrincipal))
                .forEach(copy.getPrincipals()::add);
        copy.getPublicCredentials().addAll(subject.getPublicCredentials());
        subject.getPrivateCredentials().stream()
                .filter(c -> !bareSecret(c))
                .forEach(copy.getPrivateCredentials()::add);
        return copy;
    }

    /** Some modules keep the password itself; no handler has any business with it. */
    private static boolean bareSecret(Object credential) {
        return credential instanceof CharSequence
                || credential instanceof char[]
                || credential instanceof byte[];
    }
}
