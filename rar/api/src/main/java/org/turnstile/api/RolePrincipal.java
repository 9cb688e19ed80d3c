/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.api;

import java.io.Serial;
import java.io.Serializable;
import java.security.Principal;

/**
 * A permission of the user, such as {@code dicom-store}. No other principal becomes a role of the
 * container.
 *
 * @param getName the role's name, not empty
 */
public record RolePrincipal(String getName) implements Principal, Serializable {
    @Serial private static final long serialVersionUID = 1L;

    /**
     * Checks the name.
     *
     * @throws IllegalArgumentException if the name is empty
     */
    public RolePrincipal {
        if (getName.isEmpty()) {
            throw new IllegalArgumentException("name: '' is no role");
        }
    }
}
