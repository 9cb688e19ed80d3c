/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.api;

import java.util.Arrays;
import java.util.Objects;
import javax.security.auth.callback.Callback;

/**
 * Asks for the identity exactly as the A-ASSOCIATE-RQ carried it, and for where the login takes
 * place. The handler fills it; the module may leave a server response behind.
 *
 * <p>The byte arrays given out are the handler's own, which wipes them when the login has ended: a
 * module copies what it must keep, and keeps no secret.
 */
public final class UserIdentityCallback implements Callback {

    private LoginRequest request;
    private byte[] primary = {};
    private byte[] secondary = {};
    private byte[] serverResponse = {};

    /** Called by the handler. */
    public void fill(LoginRequest request, byte[] primary, byte[] secondary) {
        this.request = Objects.requireNonNull(request, "request");
        this.primary = Objects.requireNonNull(primary, "primary");
        this.secondary = Objects.requireNonNull(secondary, "secondary");
    }

    /**
     * Where, how and for which listener the login takes place.
     *
     * @throws IllegalStateException if the handler does not know this callback
     */
    public LoginRequest request() {
        if (request == null) {
            throw new IllegalStateException("request: not filled by the callback handler");
        }
        return request;
    }

    /** Primary-field (PS3.7 §D.3.3.7): a name in UTF-8, or a ticket, assertion or token. */
    public byte[] primary() {
        return primary;
    }

    /** Secondary-field: the passcode of type 2; empty for any other. */
    public byte[] secondary() {
        return secondary;
    }

    /** What a module left for the Server-response (59H); empty unless it did. */
    public byte[] serverResponse() {
        return serverResponse.clone();
    }

    /** Leaves a Server-response, sent only if the peer asked for one and the login succeeds. */
    public void serverResponse(byte[] response) {
        serverResponse = Arrays.copyOf(response, response.length);
    }
}
