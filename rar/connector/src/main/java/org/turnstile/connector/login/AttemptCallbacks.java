/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.connector.login;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.security.auth.callback.Callback;
import javax.security.auth.callback.CallbackHandler;
import javax.security.auth.callback.NameCallback;
import javax.security.auth.callback.PasswordCallback;
import javax.security.auth.callback.TextOutputCallback;
import javax.security.auth.callback.UnsupportedCallbackException;
import org.turnstile.api.IdentityType;
import org.turnstile.api.LoginRequest;
import org.turnstile.api.UserIdentityCallback;

/**
 * Answers login modules with what the peer sent. A name or passcode that did not come is an
 * unsupported callback, never an empty answer: a directory might take that for a login as nobody.
 */
final class AttemptCallbacks implements CallbackHandler {

    private final LoginRequest request;
    private final Optional<UserName> name;
    private final Secrets secrets;
    private final List<PasswordCallback> passwords = new ArrayList<>();
    private final List<UserIdentityCallback> identities = new ArrayList<>();

    AttemptCallbacks(LoginRequest request, Optional<UserName> name, Secrets secrets) {
        this.request = request;
        this.name = name;
        this.secrets = secrets;
    }

    @Override
    public void handle(Callback[] callbacks) throws UnsupportedCallbackException {
        for (Callback callback : callbacks) {
            if (callback instanceof UserIdentityCallback identity) {
                identities.add(identity);
                identity.fill(request, secrets.primary(), secrets.secondary());
            } else if (callback instanceof NameCallback ask && name.isPresent()) {
                ask.setName(name.get().normalised());
            } else if (callback instanceof PasswordCallback ask
                    && request.type() == IdentityType.PASSCODE) {
                passwords.add(ask);
                ask.setPassword(secrets.passcode());
            } else if (!(callback instanceof TextOutputCallback)) {
                throw new UnsupportedCallbackException(
                        callback,
                        callback.getClass().getName()
                                + ": no answer for user identity type "
                                + request.type().code());
            }
        }
    }

    /** What the last module that left a Server-response left; empty if none did. */
    byte[] serverResponse() {
        byte[] response = {};
        for (UserIdentityCallback identity : identities) {
            byte[] left = identity.serverResponse();
            response = left.length > 0 ? left : response;
        }
        return response;
    }

    /** Clears the copies that the callbacks made for themselves. */
    void clear() {
        passwords.forEach(PasswordCallback::clearPassword);
    }
}
