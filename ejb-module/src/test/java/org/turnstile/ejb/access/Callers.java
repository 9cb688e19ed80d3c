/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.ejb.access;

import java.util.Set;
import javax.security.auth.Subject;
import org.turnstile.api.IdentityType;
import org.turnstile.api.UserIdentity;

/** Users of associations. */
public final class Callers {

    private Callers() {}

    /** A user whose passcode was checked. */
    public static UserIdentity user(String name, String... roles) {
        return UserIdentity.of(name, IdentityType.PASSCODE, true, Set.of(roles), new Subject());
    }

    /** A user of whom there is nothing but a name (identity type 1). */
    public static UserIdentity unverified(String name, String... roles) {
        return UserIdentity.of(name, IdentityType.USERNAME, false, Set.of(roles), new Subject());
    }
}
