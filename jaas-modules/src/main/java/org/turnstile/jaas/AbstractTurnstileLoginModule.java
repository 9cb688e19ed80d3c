/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.jaas;

import java.io.IOException;
import java.security.Principal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.security.auth.Subject;
import javax.security.auth.callback.Callback;
import javax.security.auth.callback.CallbackHandler;
import javax.security.auth.callback.UnsupportedCallbackException;
import javax.security.auth.login.FailedLoginException;
import javax.security.auth.login.LoginException;
import javax.security.auth.spi.LoginModule;
import org.turnstile.api.LoginUnavailableException;
import org.turnstile.api.UserIdentityCallback;

/**
 * A login module that sees the user identity as the A-ASSOCIATE-RQ carried it. It keeps the two
 * phases of JAAS: {@link #authenticate} decides, {@link #principals} and the credentials are what
 * the commit adds to the subject, and a logout takes out exactly what was added. Extensible by
 * modules of other vendors; an object serves one login context, one thread at a time.
 *
 * <p>A fault that is not the user's (an option, a file, a handler without {@link
 * UserIdentityCallback}) is a {@link LoginUnavailableException}, so that nobody's failures are
 * counted for it.
 */
public abstract class AbstractTurnstileLoginModule implements LoginModule {

    private final Set<Principal> added = new LinkedHashSet<>();
    private final Set<Principal> takenOut = new LinkedHashSet<>();
    private final Set<Principal> before = new LinkedHashSet<>();
    private final List<Object> addedCredentials = new ArrayList<>();
    private Subject subject;
    private CallbackHandler handler;
    private Map<String, ?> given;
    private SharedState shared;
    private LoginOptions options;
    private boolean succeeded;

    /** For subclasses, which need a public constructor without parameters. */
    protected AbstractTurnstileLoginModule() {}

    /** The options that the module knows; any other in its entry is an error. */
    protected abstract Collection<? extends LoginOption> knownOptions();

    /**
     * First phase: returns if the user is who the peer says.
     *
     * @throws FailedLoginException if not
     * @throws LoginUnavailableException if that cannot be told
     */
    protected abstract void authenticate(UserIdentityCallback identity) throws LoginException;

    /**
     * Second phase: what is added to the subject now that the whole stack has succeeded.
     *
     * @param present the subject's principals in their order, those of the modules before among
     *     them; not to be changed
     */
    protected abstract Collection<? extends Principal> principals(Set<Principal> present)
            throws LoginException;

    /**
     * What the second phase takes out of the subject, since {@link #principals} says it in another
     * way. What was there before the login comes back at logout.
     *
     * @param present as for {@link #principals}
     */
    protected Collection<? extends Principal> replaced(Set<Principal> present)
            throws LoginException {
        return List.of();
    }

    /** What the second phase adds to the subject's public credentials: facts on the login. */
    protected Collection<?> publicCredentials() {
        return List.of();
    }

    /** What the second phase adds to the subject's private credentials: never a passcode. */
    protected Collection<?> privateCredentials() {
        return List.of();
    }

    /** Forgets what {@link #authenticate} remembered; called when a login has ended. */
    protected abstract void forget();

    @Override
    @SuppressWarnings("unchecked") // JAAS hands one Map<String, Object> to all modules of a stack
    public final void initialize(
            Subject subject,
            CallbackHandler callbackHandler,
            Map<String, ?> sharedState,
            Map<String, ?> options) {
        this.subject = subject;
        this.handler = callbackHandler;
        this.shared = new SharedState((Map<String, Object>) sharedState);
        this.given = options;
    }

    @Override
    public final boolean login() throws LoginException {
        succeeded = false;
        before.clear();
        before.addAll(subject.getPrincipals());
        try {
            options = LoginOptions.read(getClass().getSimpleName(), knownOptions(), given);
            authenticate(ask());
            succeeded = true;
        } catch (LoginUnavailableException e) {
            shared.unavailable(e);
            throw e;
        } finally {
            if (!succeeded) {
                forget();
            }
        }
        return true;
    }

    private UserIdentityCallback ask() throws LoginUnavailableException {
        UserIdentityCallback identity = new UserIdentityCallback();
        try {
            if (handler == null) {
                throw new UnsupportedCallbackException(identity, "there is no callback handler");
            }
            handler.handle(new Callback[] {identity});
            identity.request();
            return identity;
        } catch (IOException | UnsupportedCallbackException | IllegalStateException e) {
            throw new LoginUnavailableException(
                    getClass().getSimpleName() + ": UserIdentityCallback is not answered", e);
        }
    }

    @Override
    public final boolean commit() throws LoginException {
        if (!succeeded) {
            return false;
        }
        if (subject.isReadOnly()) {
            throw new LoginException("the subject is read-only");
        }
        Set<Principal> principals = subject.getPrincipals();
        Set<Principal> present = Collections.unmodifiableSet(new LinkedHashSet<>(principals));
        Collection<? extends Principal> anew = principals(present);
        takeOut(principals, replaced(present));
        for (Principal principal : anew) {
            if (principals.add(principal)) {
                added.add(principal);
            }
        }
        add(subject.getPublicCredentials(), publicCredentials());
        add(subject.getPrivateCredentials(), privateCredentials());
        end();
        return true;
    }

    private void takeOut(Set<Principal> principals, Collection<? extends Principal> replaced) {
        for (Principal principal : replaced) {
            if (principals.remove(principal) && before.contains(principal)) {
                takenOut.add(principal);
            }
        }
    }

    private void add(Set<Object> present, Collection<?> credentials) {
        for (Object credential : credentials) {
            if (present.add(credential)) {
                addedCredentials.add(credential);
            }
        }
    }

    @Override
    public final boolean abort() {
        boolean mine = succeeded;
        logout();
        return mine;
    }

    /**
     * Takes out of the subject what the commit added, and puts back what it took out. A read-only
     * subject keeps it: it is no longer anybody's to change.
     */
    @Override
    public final boolean logout() {
        if (!subject.isReadOnly()) {
            subject.getPrincipals().removeAll(added);
            subject.getPrincipals().addAll(takenOut);
            addedCredentials.forEach(subject.getPublicCredentials()::remove);
            addedCredentials.forEach(subject.getPrivateCredentials()::remove);
        }
        added.clear();
        takenOut.clear();
        before.clear();
        addedCredentials.clear();
        succeeded = false;
        end();
        return true;
    }

    private void end() {
        forget();
        shared.wipe();
        shared.forgetUnavailable();
        if (options != null && isSet(FirstPassOption.CLEAR_PASS)) {
            shared.clear();
        }
    }

    private boolean isSet(FirstPassOption option) {
        return knownOptions().contains(option) && options.flag(option);
    }

    /** The options of this entry. */
    protected final LoginOptions options() {
        return options;
    }

    /** What the modules of this stack share. */
    protected final SharedState shared() {
        return shared;
    }

    /**
     * Checks name and passcode as {@link FirstPassOption} says, and shares the name that was good.
     *
     * @return the name
     * @throws LoginException as the check does
     */
    protected final String authenticate(UserIdentityCallback identity, CredentialCheck check)
            throws LoginException {
        Optional<String> first = authenticateShared(check);
        if (first.isPresent()) {
            return first.get();
        }
        try (Credentials sent = Credentials.ofPeer(identity)) {
            check.check(sent);
            shared.shareName(sent.name());
            if (isSet(FirstPassOption.STORE_PASS)) {
                shared.store(sent);
            }
            return sent.name();
        }
    }

    private Optional<String> authenticateShared(CredentialCheck check) throws LoginException {
        boolean only = isSet(FirstPassOption.USE_FIRST_PASS);
        if (!only && !isSet(FirstPassOption.TRY_FIRST_PASS)) {
            return Optional.empty();
        }
        Optional<Credentials> left = shared.credentials();
        if (left.isEmpty() && only) {
            throw new FailedLoginException("useFirstPass: no name and passcode were left");
        }
        if (left.isEmpty()) {
            return Optional.empty();
        }
        try (Credentials credentials = left.get()) {
            check.check(credentials);
            return Optional.of(credentials.name());
        } catch (FailedLoginException e) {
            if (only) {
                throw e;
            }
            return Optional.empty();
        }
    }
}
