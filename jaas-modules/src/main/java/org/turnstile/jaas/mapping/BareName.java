/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.jaas.mapping;

import java.security.Principal;
import java.util.List;
import java.util.Optional;
import javax.security.auth.kerberos.KerberosPrincipal;
import org.turnstile.api.CallerPrincipal;

/** Names of Kerberos principals without their realm. */
final class BareName {

    private BareName() {}

    /**
     * The caller by the bare name; empty if it is no Kerberos principal, or of another realm. A
     * name with quoted characters stays whole: without the quotes it would be another's.
     */
    static Optional<CallerPrincipal> of(Principal caller, List<String> realms) {
        if (!(caller instanceof KerberosPrincipal)) {
            return Optional.empty();
        }
        String name = caller.getName();
        return realms.stream()
                .map(realm -> "@" + realm)
                .filter(name::endsWith)
                .map(end -> name.substring(0, name.length() - end.length()))
                .filter(bare -> !bare.isEmpty() && bare.indexOf('@') < 0 && bare.indexOf('\\') < 0)
                .findFirst()
                .map(CallerPrincipal::new);
    }
}
