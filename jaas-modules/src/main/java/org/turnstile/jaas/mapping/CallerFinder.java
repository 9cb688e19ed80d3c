/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.jaas.mapping;

import java.security.Principal;
import java.text.Normalizer;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import javax.security.auth.login.FailedLoginException;
import javax.security.auth.login.LoginException;
import org.turnstile.api.LoginUnavailableException;
import org.turnstile.jaas.SharedState;

/** Finds the caller among the principals that the modules before have left. */
public final class CallerFinder {

    /** The classes that name callers where nobody says otherwise, in their order. */
    public static final String DEFAULT_CLASSES =
            "org.turnstile.api.CallerPrincipal,"
                    + "javax.security.auth.kerberos.KerberosPrincipal,"
                    + "com.sun.security.auth.UserPrincipal";

    private final String module;
    private final List<String> classes;

    /**
     * A finder.
     *
     * @param module who asks, for messages
     * @param classes names of the classes that name callers, the first that is present counts
     */
    public CallerFinder(String module, List<String> classes) {
        this.module = module;
        this.classes = List.copyOf(classes);
    }

    /**
     * The caller.
     *
     * @param present the principals of the subject
     * @param shared what the modules of the stack share
     * @throws FailedLoginException if there is none
     * @throws LoginUnavailableException if a module before could not decide, or if there are
     *     principals, but of other classes
     */
    public Principal find(Set<Principal> present, SharedState shared) throws LoginException {
        Optional<Principal> caller =
                classes.stream()
                        .flatMap(name -> present.stream().filter(p -> isNamed(p, name)))
                        .findFirst();
        if (caller.isEmpty()) {
            throw noCaller(present, shared);
        }
        return caller.get();
    }

    private static boolean isNamed(Principal principal, String className) {
        return principal.getClass().getName().equals(className) && principal.getName() != null;
    }

    /** Whether a principal of that class names callers. */
    boolean isCaller(Principal principal) {
        return classes.contains(principal.getClass().getName());
    }

    /**
     * The caller's name in NFC, without a realm that is named here.
     *
     * @param caller as {@link #find} has found it
     * @param realms Kerberos realms
     */
    public static String name(Principal caller, List<String> realms) {
        Principal bare = BareName.of(caller, realms).<Principal>map(b -> b).orElse(caller);
        return Normalizer.normalize(bare.getName(), Normalizer.Form.NFC);
    }

    private LoginException noCaller(Set<Principal> present, SharedState shared) {
        Optional<LoginUnavailableException> why = shared.unavailable();
        if (why.isPresent()) {
            return why.get();
        }
        if (present.isEmpty()) {
            return new FailedLoginException("no module before " + module + " has named a caller");
        }
        Set<String> found =
                present.stream()
                        .map(principal -> principal.getClass().getName())
                        .collect(Collectors.toCollection(TreeSet::new));
        return new LoginUnavailableException(
                module
                        + ": callerPrincipalClasses: no principal is one of "
                        + classes
                        + ", there are "
                        + found,
                null);
    }
}
