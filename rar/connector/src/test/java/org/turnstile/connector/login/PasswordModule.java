/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.connector.login;

import com.sun.security.auth.UserPrincipal;
import java.io.IOException;
import java.util.Map;
import javax.security.auth.Subject;
import javax.security.auth.callback.Callback;
import javax.security.auth.callback.CallbackHandler;
import javax.security.auth.callback.NameCallback;
import javax.security.auth.callback.PasswordCallback;
import javax.security.auth.callback.TextOutputCallback;
import javax.security.auth.callback.UnsupportedCallbackException;
import javax.security.auth.login.FailedLoginException;
import javax.security.auth.login.LoginException;
import javax.security.auth.spi.LoginModule;

/** A login module as others write them: it asks for a name and a password and knows no DICOM. */
public final class PasswordModule implements LoginModule {

    private Subject subject;
    private CallbackHandler handler;
    private Map<String, ?> options;
    private String name;

    @Override
    public void initialize(
            Subject subject,
            CallbackHandler handler,
            Map<String, ?> sharedState,
            Map<String, ?> options) {
        this.subject = subject;
        this.handler = handler;
        this.options = options;
    }

    @Override
    public boolean login() throws LoginException {
        NameCallback ask = new NameCallback("user");
        PasswordCallback secret = new PasswordCallback("password", false);
        try {
            handler.handle(
                    new Callback[] {
                        new TextOutputCallback(TextOutputCallback.INFORMATION, "hello"), ask, secret
                    });
        } catch (IOException | UnsupportedCallbackException e) {
            throw (LoginException) new LoginException(e.getMessage()).initCause(e);
        }
        name = ask.getName();
        if (!options.get(name).equals(new String(secret.getPassword()))) {
            throw new FailedLoginException("bad password of " + name);
        }
        return true;
    }

    @Override
    public boolean commit() {
        subject.getPrincipals().add(new UserPrincipal(name));
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
