/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.ejb.query;

import java.util.Set;
import javax.security.auth.Subject;
import org.turnstile.api.Association;
import org.turnstile.api.IdentityType;
import org.turnstile.api.UserIdentity;
import org.turnstile.ejb.testing.OpenAssociation;

/** Users and their associations, as the adapter would give them. */
final class Callers {

    private Callers() {}

    /** A user whose passcode was right. */
    static UserIdentity verified(String name, String... roles) {
        return UserIdentity.of(name, IdentityType.PASSCODE, true, Set.of(roles), new Subject());
    }

    /** A bare name. */
    static UserIdentity claimed(String name) {
        return UserIdentity.of(name, IdentityType.USERNAME, false, Set.of(), new Subject());
    }

    static Association association(UserIdentity identity) {
        return new OpenAssociation(identity);
    }
}
