/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.connector.listener;

import org.turnstile.api.IdentityType;
import org.turnstile.connector.login.LoginOutcome;

/** Names under which logins are counted. */
final class LoginCount {

    private LoginCount() {}

    static String of(int type, LoginOutcome outcome) {
        String how = IdentityType.of(type).map(Enum::name).orElse("RESERVED");
        if (outcome instanceof LoginOutcome.Granted granted) {
            return how + (granted.identity().isAnonymous() ? " ignored" : " granted");
        }
        return how + (outcome instanceof LoginOutcome.Refused ? " refused" : " unavailable");
    }
}
