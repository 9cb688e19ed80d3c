/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.connector;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.Principal;
import java.time.Duration;
import java.util.Map;
import javax.security.auth.Subject;
import javax.security.auth.callback.Callback;
import javax.security.auth.callback.CallbackHandler;
import javax.security.auth.callback.UnsupportedCallbackException;
import javax.security.auth.login.FailedLoginException;
import javax.security.auth.login.LoginException;
import javax.security.auth.spi.LoginModule;
import org.turnstile.api.CallerPrincipal;
import org.turnstile.api.LoginRequest;
import org.turnstile.api.LoginUnavailableException;
import org.turnstile.api.UserIdentityCallback;

/**
 * A login module that lets in whoever comes as "gated", but
 *
 * <ul>
 *   <li>with {@code down=true} its directory cannot be reached
 *   <li>with {@code wait=true} it hangs until the file {@link #GATE} is in {@code home}
 *   <li>with {@code length=N} the primary field must have so many bytes, all of them 'p'
 *   <li>with {@code nameless=true} the caller that it leaves has no name
 * </ul>
 *
 * It writes {@code login} and {@code logout} to the file {@link #TRACE}.
 */
public final class GatedLoginModule implements LoginModule {

    static final String GATE = "gate";
    static final String TRACE = "trace";
    static final String CALLER = "gated";

    /** A principal that some modules leave for want of a name. */
    record Nameless(String getName) implements Principal {}

    private Subject subject;
    private CallbackHandler handler;
    private Map<String, ?> options;
    private LoginRequest request;

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
        UserIdentityCallback identity = ask();
        request = identity.request();
        trace("login");
        if (options.containsKey("down")) {
            throw new LoginUnavailableException("directory: down", null);
        }
        if (options.containsKey("length")) {
            measure(identity.primary(), Integer.parseInt((String) options.get("length")));
        }
        if (options.containsKey("wait")) {
            Path gate = request.home().resolve(GATE);
            await().pollInterval(Duration.ofMillis(10))
                    .atMost(Duration.ofSeconds(30))
                    .until(() -> Files.exists(gate));
        }
        return true;
    }

    private UserIdentityCallback ask() throws LoginException {
        UserIdentityCallback identity = new UserIdentityCallback();
        try {
            handler.handle(new Callback[] {identity});
            return identity;
        } catch (IOException | UnsupportedCallbackException e) {
            throw new LoginException(e.getMessage());
        }
    }

    private static void measure(byte[] primary, int length) throws FailedLoginException {
        int good = 0;
        for (byte b : primary) {
            good += b == 'p' ? 1 : 0;
        }
        if (primary.length != length || good != length) {
            throw new FailedLoginException(
                    "primary: " + primary.length + " bytes, " + good + " of them good");
        }
    }

    @Override
    public boolean commit() {
        subject.getPrincipals()
                .add(
                        options.containsKey("nameless")
                                ? new Nameless("")
                                : new CallerPrincipal(CALLER));
        return true;
    }

    @Override
    public boolean abort() {
        return true;
    }

    @Override
    public boolean logout() {
        trace("logout");
        return true;
    }

    private void trace(String what) {
        try {
            Files.writeString(
                    request.home().resolve(TRACE),
                    what + "\n",
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
