/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.jaas;

import java.security.Principal;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javax.security.auth.login.FailedLoginException;
import javax.security.auth.login.LoginException;
import org.turnstile.api.CallerPrincipal;
import org.turnstile.api.IdentityType;
import org.turnstile.api.LoginRequest;
import org.turnstile.api.LoginUnavailableException;
import org.turnstile.api.UserIdentityCallback;

/**
 * What all modules for type 2, a name with a passcode, have in common: no other type is taken,
 * passcodes of modules before are used as {@link FirstPassOption} says, and where the listener does
 * not verify (PS3.15 §B.4) the name is taken without a look at anything. Extensible by modules of
 * other vendors.
 */
public abstract class NamePasscodeLoginModule extends AbstractTurnstileLoginModule {

    private String name = "";

    /** For subclasses, which need a public constructor without parameters. */
    protected NamePasscodeLoginModule() {}

    /** The options that the module knows besides those of {@link FirstPassOption}. */
    protected abstract Collection<? extends LoginOption> ownOptions();

    /**
     * Returns if the passcode is the user's.
     *
     * @throws FailedLoginException if not
     * @throws LoginUnavailableException if that cannot be told
     */
    protected abstract void check(LoginRequest request, Credentials credentials)
            throws LoginException;

    @Override
    protected final Collection<? extends LoginOption> knownOptions() {
        return Stream.concat(ownOptions().stream(), Stream.of(FirstPassOption.values())).toList();
    }

    @Override
    protected final void authenticate(UserIdentityCallback identity) throws LoginException {
        LoginRequest request = identity.request();
        if (request.type() != IdentityType.PASSCODE) {
            throw new FailedLoginException("takes PASSCODE, not " + request.type());
        }
        name = authenticate(identity, credentials -> checkIfWanted(request, credentials));
    }

    private void checkIfWanted(LoginRequest request, Credentials credentials)
            throws LoginException {
        if (request.verify()) {
            check(request, credentials);
        }
    }

    /** The name that was good. */
    @Override
    protected Collection<? extends Principal> principals(Set<Principal> present) {
        return List.of(new CallerPrincipal(name));
    }

    @Override
    protected void forget() {
        name = "";
    }
}
