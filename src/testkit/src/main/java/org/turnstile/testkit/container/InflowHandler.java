/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.testkit.container;

import jakarta.security.auth.message.callback.CallerPrincipalCallback;
import jakarta.security.auth.message.callback.GroupPrincipalCallback;
import java.util.Set;
import javax.security.auth.callback.Callback;
import javax.security.auth.callback.CallbackHandler;
import javax.security.auth.callback.UnsupportedCallbackException;

/**
 * The callback handler that a SecurityContext is given. Behaves as WildFly does: the first call
 * decides, so that a caller and groups in two calls lose something.
 */
final class InflowHandler implements CallbackHandler {

    private Caller caller = Caller.ANONYMOUS;
    private int calls;

    @Override
    public void handle(Callback[] callbacks) throws UnsupportedCallbackException {
        String name = null;
        Set<String> groups = Set.of();
        for (Callback callback : callbacks) {
            if (callback instanceof CallerPrincipalCallback who) {
                name = who.getPrincipal() == null ? who.getName() : who.getPrincipal().getName();
            } else if (callback instanceof GroupPrincipalCallback in) {
                groups = in.getGroups() == null ? Set.of() : Set.of(in.getGroups());
            } else {
                throw new UnsupportedCallbackException(callback, "the servers do not agree on it");
            }
        }
        calls++;
        if (calls == 1 && name != null) {
            caller = new Caller(name, groups);
        }
    }

    Caller caller() {
        return caller;
    }

    int calls() {
        return calls;
    }
}
