/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.connector.login;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.Principal;
import java.util.Arrays;
import java.util.Map;
import javax.security.auth.Destroyable;
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
import org.turnstile.api.RolePrincipal;
import org.turnstile.api.UserIdentityCallback;

/**
 * A login module that understands {@link UserIdentityCallback} and does what its options say:
 *
 * <ul>
 *   <li>{@code passcode}: the only good one; none means that any is good
 *   <li>{@code callers}, {@code roles}: names of principals to leave, separated by commas
 *   <li>{@code response}: the server response to leave
 *   <li>{@code fails}: how the login fails
 *   <li>{@code logoutFails}: the logout fails
 * </ul>
 *
 * What happens is written to the file {@link #TRACE} in {@code home}.
 */
public final class ScriptedModule implements LoginModule {

    static final String TRACE = "trace";

    private Subject subject;
    private CallbackHandler handler;
    private Map<String, ?> options;
    private LoginRequest request;
    private byte[] primary = {};

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
        UserIdentityCallback identity = identity();
        trace("login");
        fail(new String(identity.secondary(), StandardCharsets.UTF_8));
        String good = option("passcode");
        if (request.verify()
                && !good.isEmpty()
                && !Arrays.equals(good.getBytes(StandardCharsets.UTF_8), identity.secondary())) {
            throw new FailedLoginException("passcode: wrong");
        }
        identity.serverResponse(option("response").getBytes(StandardCharsets.UTF_8));
        return true;
    }

    private UserIdentityCallback identity() throws LoginException {
        UserIdentityCallback identity = new UserIdentityCallback();
        try {
            handler.handle(new Callback[] {identity});
        } catch (IOException | UnsupportedCallbackException e) {
            throw new LoginException(e.getMessage());
        }
        request = identity.request();
        primary = identity.primary();
        return identity;
    }

    private void fail(String secret) throws LoginException {
        switch (option("fails")) {
            case "unavailable" -> throw new LoginUnavailableException("directory: down", null);
            case "connect" -> {
                LoginException e = new FailedLoginException("cannot bind");
                e.initCause(new IOException(new ConnectException("refused")));
                throw e;
            }
            case "leak" -> throw new FailedLoginException("'" + secret + "' is not it");
            case "token" ->
                    throw new FailedLoginException(
                            "bad: " + new String(primary, StandardCharsets.UTF_8));
            case "lines" -> throw new FailedLoginException("one\u0007\r\ntwo");
            case "silent" -> throw new FailedLoginException();
            case "broken" -> throw new IllegalStateException("secret " + secret);
            case "brokenly" -> throw new IllegalStateException("no\n\tat " + secret);
            case "linkage" -> throw new NoClassDefFoundError("secret " + secret);
            case "security" -> throw new SecurityException("secret " + secret);
            default -> trace("verify " + request.verify());
        }
    }

    @Override
    public boolean commit() {
        for (String caller : split("callers")) {
            subject.getPrincipals()
                    .add(new CallerPrincipal(caller.replace("PRIMARY", text(primary))));
        }
        for (String role : split("roles")) {
            subject.getPrincipals().add(new RolePrincipal(role));
        }
        if (!option("nameless").isEmpty()) {
            subject.getPrincipals().add(new Nameless(""));
        }
        subject.getPrivateCredentials().add(new Ticket(this));
        subject.getPrivateCredentials().add("a bare secret");
        return true;
    }

    private static String text(byte[] utf8) {
        return new String(utf8, StandardCharsets.UTF_8);
    }

    @Override
    public boolean abort() {
        trace("abort");
        return true;
    }

    @Override
    public boolean logout() throws LoginException {
        trace("logout");
        subject.getPrincipals().clear();
        if (!option("logoutFails").isEmpty()) {
            throw new LoginException("no");
        }
        return true;
    }

    void trace(String what) {
        try {
            Files.writeString(
                    Path.of(request.home().toString(), TRACE),
                    what + "\n",
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String[] split(String name) {
        return option(name).isEmpty() ? new String[0] : option(name).split(",");
    }

    private String option(String name) {
        return options.containsKey(name) ? (String) options.get(name) : "";
    }

    /** A principal that some modules leave for want of a name. */
    record Nameless(String getName) implements Principal {}

    /** A credential that says when it is destroyed. */
    static final class Ticket implements Destroyable {
        private final ScriptedModule module;

        Ticket(ScriptedModule module) {
            this.module = module;
        }

        @Override
        public void destroy() {
            module.trace("destroyed");
        }
    }
}
