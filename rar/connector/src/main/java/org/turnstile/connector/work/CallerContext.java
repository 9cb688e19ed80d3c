/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.connector.work;

import jakarta.resource.spi.work.SecurityContext;
import jakarta.security.auth.message.callback.CallerPrincipalCallback;
import jakarta.security.auth.message.callback.GroupPrincipalCallback;
import java.io.IOException;
import java.io.Serial;
import java.security.Principal;
import javax.security.auth.Subject;
import javax.security.auth.callback.Callback;
import javax.security.auth.callback.CallbackHandler;
import javax.security.auth.callback.UnsupportedCallbackException;
import org.turnstile.api.UserIdentity;

/**
 * Tells the container who calls and with which roles: in one {@code handle()} call, since a server
 * may lose the roles of a second one. A throw from here means that the Work is not run.
 */
final class CallerContext extends SecurityContext {
    @Serial private static final long serialVersionUID = 1L;

    private final transient UserIdentity caller;

    CallerContext(UserIdentity caller) {
        this.caller = caller;
    }

    @Override
    public void setupSecurityContext(
            CallbackHandler handler, Subject executionSubject, Subject serviceSubject) {
        try {
            handler.handle(callbacks(executionSubject));
        } catch (IOException | UnsupportedCallbackException e) {
            throw new IllegalStateException("caller: the container refused " + caller, e);
        }
    }

    private Callback[] callbacks(Subject subject) {
        if (caller.isAnonymous()) {
            return new Callback[] {new CallerPrincipalCallback(subject, (Principal) null)};
        }
        return new Callback[] {
            new CallerPrincipalCallback(subject, caller.name()),
            new GroupPrincipalCallback(subject, caller.roles().toArray(String[]::new))
        };
    }
}
