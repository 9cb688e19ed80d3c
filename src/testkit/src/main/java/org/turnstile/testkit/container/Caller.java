/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.testkit.container;

import java.util.Set;

/**
 * Who calls, as the container knows it.
 *
 * @param name the caller's name; that of {@link #ANONYMOUS} for nobody
 * @param roles the caller's roles
 */
public record Caller(String name, Set<String> roles) {

    /** Nobody. */
    public static final Caller ANONYMOUS = new Caller("anonymous", Set.of());

    /** Copies the roles. */
    public Caller {
        roles = Set.copyOf(roles);
    }
}
