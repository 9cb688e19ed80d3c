/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.connector.login;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import javax.security.auth.DestroyFailedException;
import javax.security.auth.Destroyable;
import javax.security.auth.Subject;
import javax.security.auth.login.LoginContext;
import javax.security.auth.login.LoginException;

/** One successful login, with its class loader and all that has to be undone. */
final class JaasSession implements LoginSession {

    private final LoginContext context;
    private final ModuleLibrary.Lease lease;
    private final Consumer<String> problems;
    private final AtomicBoolean closed = new AtomicBoolean();

    JaasSession(LoginContext context, ModuleLibrary.Lease lease, Consumer<String> problems) {
        this.context = context;
        this.lease = lease;
        this.problems = problems;
    }

    /** What the login modules work on; never handed out, since it must stay writable for them. */
    Subject subject() {
        return context.getSubject();
    }

    @Override
    public void close() {
        if (closed.getAndSet(true)) {
            return;
        }
        Object[] credentials = subject().getPrivateCredentials().toArray();
        try (LoaderScope scope = new LoaderScope(lease.loader())) {
            context.logout();
        } catch (LoginException | LinkageError e) {
            problems.accept("logout failed: " + e.getClass().getName());
        } finally {
            destroy(credentials);
            lease.close();
        }
    }

    private static void destroy(Object[] credentials) {
        for (Object credential : credentials) {
            if (credential instanceof Destroyable destroyable) {
                destroy(destroyable);
            }
        }
    }

    private static void destroy(Destroyable credential) {
        try {
            if (!credential.isDestroyed()) {
                credential.destroy();
            }
        } catch (DestroyFailedException e) {
            // Destroyable's own destroy() does nothing but throw this: no fault of the login
        }
    }
}
