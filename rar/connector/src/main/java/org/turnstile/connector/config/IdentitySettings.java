/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.connector.config;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.turnstile.api.IdentityType;

/**
 * Whom a listener lets in, and by which login entries.
 *
 * @param userIdentity whether a peer has to name its user
 * @param anonymousEcho whether a peer that names nobody may verify (C-ECHO) all the same
 * @param trustUsername when a bare user name is taken
 * @param cleartextPasscode whether a passcode may cross a plain line
 * @param passcodePolicy whether passcodes are verified
 * @param requiredRoles the caller must hold one of these; empty for no such demand
 * @param callerPrincipalClasses class names; the first that a login left a principal of names the
 *     caller
 * @param logins the entry of {@code login.conf} for each type
 * @param maxUserName most bytes of a user name as sent, 1 to 65529
 */
public record IdentitySettings(
        UserIdentityPolicy userIdentity,
        boolean anonymousEcho,
        TrustUsername trustUsername,
        boolean cleartextPasscode,
        PasscodePolicy passcodePolicy,
        Set<String> requiredRoles,
        List<String> callerPrincipalClasses,
        Map<IdentityType, String> logins,
        int maxUserName) {

    /** Copies the collections. */
    public IdentitySettings {
        requiredRoles = Set.copyOf(requiredRoles);
        callerPrincipalClasses = List.copyOf(callerPrincipalClasses);
        logins = Map.copyOf(logins);
    }
}
