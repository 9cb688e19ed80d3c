/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.api;

import java.io.Serial;
import java.io.Serializable;
import java.security.Principal;

/**
 * The name under which the container will know the user. A login leaves exactly one.
 *
 * @param getName the name, compared exactly and not empty
 */
public record CallerPrincipal(String getName) implements Principal, Serializable {
    @Serial private static final long serialVersionUID = 1L;

    /**
     * Checks the name.
     *
     * @throws IllegalArgumentException if the name is empty: containers take that for a user
     */
    public CallerPrincipal {
        if (getName.isEmpty()) {
            throw new IllegalArgumentException("name: '' names nobody");
        }
    }
}
