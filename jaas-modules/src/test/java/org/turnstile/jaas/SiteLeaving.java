/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.jaas;

import java.util.Map;
import javax.security.auth.Subject;
import javax.security.auth.callback.CallbackHandler;
import javax.security.auth.spi.LoginModule;

/** A module of another vendor that leaves a name and a password for the modules behind it. */
public final class SiteLeaving implements LoginModule {

    /** For a {@code login.conf}. */
    public static final String NAME = "org.turnstile.jaas.SiteLeaving ";

    private Map<String, Object> shared;
    private Map<String, ?> options;

    /** As JAAS needs it. */
    public SiteLeaving() {}

    @Override
    @SuppressWarnings("unchecked") // as JAAS hands it out
    public void initialize(
            Subject subject,
            CallbackHandler handler,
            Map<String, ?> sharedState,
            Map<String, ?> options) {
        this.shared = (Map<String, Object>) sharedState;
        this.options = options;
    }

    @Override
    public boolean login() {
        shared.put(SharedState.NAME, options.get("name"));
        shared.put(SharedState.PASSWORD, options.get("password").toString().toCharArray());
        return true;
    }

    @Override
    public boolean commit() {
        return true;
    }

    @Override
    public boolean abort() {
        return true;
    }

    @Override
    public boolean logout() {
        return true;
    }
}
