/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.connector.login;

import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import javax.security.auth.login.LoginException;
import org.turnstile.api.IdentityType;
import org.turnstile.api.LoginRequest;
import org.turnstile.api.LoginUnavailableException;
import org.turnstile.api.UserIdentity;
import org.turnstile.connector.config.IdentitySettings;
import org.turnstile.connector.guard.LoginGuard;
import org.turnstile.connector.guard.Verdict;
import org.turnstile.connector.login.IdentityDecision.Anonymous;
import org.turnstile.connector.login.IdentityDecision.Refuse;
import org.turnstile.connector.login.IdentityDecision.TryLogin;
import org.turnstile.connector.login.LoginOutcome.Granted;
import org.turnstile.connector.login.LoginOutcome.Refused;
import org.turnstile.connector.login.LoginOutcome.Unavailable;
import org.turnstile.dicom.pdu.UserIdentityRq;

/**
 * Decides who the user of an association is: first by the listener's rules, then by the guard
 * against guessing, then by the login modules of {@code home/login.conf}. Safe for many threads;
 * closed when the adapter stops, after the sessions that it gave out.
 */
public final class LoginService implements AutoCloseable {

    private final Path home;
    private final LoginGuard guard;
    private final UnlockFile unlockFile;
    private final LoginConfiguration configuration;
    private final KeptObjects kept;
    private final ModuleLibrary library;
    private final JaasLogin jaas;

    /**
     * A service that has read nothing yet.
     *
     * @param home folder of the configuration
     * @param modules class loader of the resource adapter, which sees our login modules
     * @param guard counts failures
     * @param problems is told, in one line each, what goes wrong beside a login and changes no
     *     outcome; for the log
     */
    public LoginService(
            Path home, ClassLoader modules, LoginGuard guard, Consumer<String> problems) {
        this.home = home;
        this.guard = guard;
        this.unlockFile = new UnlockFile(home, guard, problems);
        this.configuration = new LoginConfiguration(home);
        this.kept = new KeptObjects(problems);
        this.library = new ModuleLibrary(home, modules, kept::forget, problems);
        this.jaas = new JaasLogin(library, problems);
    }

    /**
     * Logs in. Blocks for as long as login modules do, so it runs on a Work thread, never on an
     * event loop. A caller that has stopped waiting closes the session of a late {@link Granted}.
     */
    public LoginOutcome login(LoginAttempt attempt) {
        IdentityDecision decision;
        try {
            IdentitySettings rules = attempt.listener().identity();
            decision =
                    new IdentityPolicy(rules, attempt.line(), configuration)
                            .decide(attempt.identity());
        } catch (LoginUnavailableException e) {
            return new Unavailable(e.getMessage(), "");
        }
        if (decision instanceof TryLogin login) {
            return guarded(attempt, attempt.identity().orElseThrow(), login);
        }
        return decision instanceof Refuse refuse
                ? new Refused(refuse.cause(), refuse.claimedName(), Duration.ZERO)
                : anonymous((Anonymous) decision);
    }

    private static Granted anonymous(Anonymous anonymous) {
        return new Granted(
                UserIdentity.anonymous(),
                Optional.empty(),
                LoginSession.none(),
                anonymous.echoOnly(),
                "",
                anonymous.note());
    }

    private LoginOutcome guarded(LoginAttempt attempt, UserIdentityRq rq, TryLogin login) {
        InetAddress source = attempt.peer().getAddress();
        unlockFile.apply();
        if (guard.before(login.normalisedName(), source) instanceof Verdict.Locked locked) {
            return new Refused(
                    "locked out until " + locked.until(), login.claimedName(), locked.delay());
        }
        LoginOutcome outcome = run(attempt, rq, login);
        if (outcome instanceof Refused refused) {
            Duration delay = guard.failed(login.normalisedName(), source);
            return new Refused(refused.cause(), refused.claimedName(), delay);
        }
        if (outcome instanceof Granted) {
            guard.succeeded(login.normalisedName(), source);
        }
        return outcome;
    }

    private LoginOutcome run(LoginAttempt attempt, UserIdentityRq rq, TryLogin login) {
        try (Secrets secrets = Secrets.of(rq, login.name().isEmpty())) {
            LoginRequest request = request(attempt, rq, login);
            AttemptCallbacks callbacks = new AttemptCallbacks(request, login.name(), secrets);
            try {
                JaasSession session = jaas.login(login.entry(), callbacks);
                return granted(attempt.listener().identity(), login, callbacks, request, session);
            } catch (LoginException e) {
                LoginFault fault = LoginFault.of(e, secrets);
                return fault.unavailable()
                        ? new Unavailable(fault.cause(), login.claimedName())
                        : new Refused(fault.cause(), login.claimedName(), Duration.ZERO);
            } finally {
                callbacks.clear();
            }
        }
    }

    private static Granted granted(
            IdentitySettings rules,
            TryLogin login,
            AttemptCallbacks callbacks,
            LoginRequest request,
            JaasSession session)
            throws LoginException {
        boolean granted = false;
        try {
            UserIdentity user =
                    new CallerRule(rules).user(session.subject(), login.type(), login.verify());
            Optional<byte[]> response =
                    request.positiveResponseRequested()
                            ? Optional.of(serverResponse(login.type(), callbacks))
                            : Optional.empty();
            granted = true;
            return new Granted(user, response, session, false, login.claimedName(), "");
        } finally {
            if (!granted) {
                session.close();
            }
        }
    }

    /** Of zero length but for Kerberos, where it is the server's ticket (PS3.7 §D.3.3.7.2). */
    private static byte[] serverResponse(IdentityType type, AttemptCallbacks callbacks)
            throws LoginUnavailableException {
        if (type != IdentityType.KERBEROS) {
            return new byte[0];
        }
        byte[] response = callbacks.serverResponse();
        if (response.length == 0) {
            throw new LoginUnavailableException(
                    "server response: asked for, and no login module left one", null);
        }
        return response;
    }

    private LoginRequest request(LoginAttempt attempt, UserIdentityRq rq, TryLogin login) {
        return new LoginRequest(
                login.type(),
                rq.positiveResponseRequested(),
                attempt.listener().name(),
                attempt.callingAeTitle(),
                attempt.calledAeTitle(),
                attempt.peer(),
                attempt.line(),
                login.verify(),
                home,
                kept);
    }

    /** Reads {@code login.conf} anew at the next login, whatever its time stamp says. */
    public void reload() {
        configuration.forget();
    }

    /** Closes what login modules kept and the class loaders of {@code home/lib}. */
    @Override
    public void close() {
        kept.close();
        library.close();
    }
}
