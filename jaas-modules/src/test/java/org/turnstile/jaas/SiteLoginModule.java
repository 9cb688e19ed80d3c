/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.jaas;

import com.sun.security.auth.UserPrincipal;
import java.io.IOException;
import java.security.Principal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.security.auth.Subject;
import javax.security.auth.callback.Callback;
import javax.security.auth.callback.CallbackHandler;
import javax.security.auth.callback.NameCallback;
import javax.security.auth.callback.UnsupportedCallbackException;
import javax.security.auth.login.FailedLoginException;
import javax.security.auth.login.LoginException;
import javax.security.auth.spi.LoginModule;

/**
 * A module of another vendor: takes any name but the one in {@code refuse}, adds a user of its own
 * class if {@code own=true}, and a group principal for each name in {@code groups}.
 */
public final class SiteLoginModule implements LoginModule {

    /** For a {@code login.conf}. */
    public static final String NAME = "org.turnstile.jaas.SiteLoginModule ";

    private final List<Principal> principals = new ArrayList<>();
    private Subject subject;
    private CallbackHandler handler;
    private Map<String, ?> options;

    /** As JAAS needs it. */
    public SiteLoginModule() {}

    @Override
    public void initialize(
            Subject subject,
            CallbackHandler handler,
            Map<String, ?> shared,
            Map<String, ?> options) {
        this.subject = subject;
        this.handler = handler;
        this.options = options;
    }

    @Override
    public boolean login() throws LoginException {
        NameCallback name = new NameCallback("name");
        try {
            handler.handle(new Callback[] {name});
        } catch (IOException | UnsupportedCallbackException e) {
            throw (LoginException) new LoginException("callback").initCause(e);
        }
        if (name.getName().equals(options.get("refuse"))) {
            throw new FailedLoginException("the site refuses");
        }
        boolean own = "true".equals(options.get("own"));
        principals.add(own ? new SiteUser(name.getName()) : new UserPrincipal(name.getName()));
        if (options.get("groups") instanceof String groups) {
            for (String group : groups.split(";", -1)) {
                principals.add(new SiteGroup(group));
            }
        }
        return true;
    }

    @Override
    public boolean commit() {
        return subject.getPrincipals().addAll(principals);
    }

    @Override
    public boolean abort() {
        return logout();
    }

    @Override
    public boolean logout() {
        subject.getPrincipals().removeAll(principals);
        principals.clear();
        return true;
    }
}
