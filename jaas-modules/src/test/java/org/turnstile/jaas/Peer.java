/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.jaas;

import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import javax.security.auth.callback.Callback;
import javax.security.auth.callback.CallbackHandler;
import javax.security.auth.callback.NameCallback;
import javax.security.auth.callback.PasswordCallback;
import javax.security.auth.callback.UnsupportedCallbackException;
import org.turnstile.api.IdentityType;
import org.turnstile.api.Line;
import org.turnstile.api.LoginRequest;
import org.turnstile.api.LoginScope;
import org.turnstile.api.UserIdentityCallback;

/** The callback handler of a login, as the connector has one: answers for what the peer sent. */
public final class Peer implements CallbackHandler {

    private final IdentityType type;
    private final byte[] primary;
    private final byte[] secondary;
    private final boolean verify;
    private final Path home;
    private final LoginScope scope;
    private final boolean asksForResponse;
    private UserIdentityCallback asked;

    Peer(
            IdentityType type,
            byte[] primary,
            byte[] secondary,
            boolean verify,
            Path home,
            LoginScope scope) {
        this(type, primary, secondary, verify, home, scope, true);
    }

    private Peer(
            IdentityType type,
            byte[] primary,
            byte[] secondary,
            boolean verify,
            Path home,
            LoginScope scope,
            boolean asksForResponse) {
        this.type = type;
        this.primary = primary;
        this.secondary = secondary;
        this.verify = verify;
        this.home = home;
        this.scope = scope;
        this.asksForResponse = asksForResponse;
    }

    /** The same peer, not asking for a Server-response. */
    public Peer askingForNoResponse() {
        return new Peer(type, primary, secondary, verify, home, scope, false);
    }

    /** What the modules left for the Server-response; empty if nothing. */
    public byte[] serverResponse() {
        return asked.serverResponse();
    }

    @Override
    public void handle(Callback[] callbacks) throws UnsupportedCallbackException {
        for (Callback callback : callbacks) {
            if (callback instanceof UserIdentityCallback identity) {
                identity.fill(request(), primary, secondary);
                asked = identity;
            } else if (callback instanceof NameCallback name) {
                name.setName(new String(primary, StandardCharsets.UTF_8));
            } else if (callback instanceof PasswordCallback password) {
                password.setPassword(new String(secondary, StandardCharsets.UTF_8).toCharArray());
            } else {
                throw new UnsupportedCallbackException(callback);
            }
        }
    }

    private LoginRequest request() {
        return new LoginRequest(
                type,
                asksForResponse,
                "default",
                "CT1",
                "TURNSTILE",
                InetSocketAddress.createUnresolved("192.0.2.1", 40_000),
                Line.TLS,
                verify,
                home,
                scope);
    }
}
