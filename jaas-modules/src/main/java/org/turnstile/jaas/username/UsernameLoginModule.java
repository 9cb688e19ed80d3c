/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.jaas.username;

import java.nio.file.Path;
import java.security.Principal;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.security.auth.login.FailedLoginException;
import javax.security.auth.login.LoginException;
import org.turnstile.api.CallerPrincipal;
import org.turnstile.api.IdentityType;
import org.turnstile.api.LoginRequest;
import org.turnstile.api.UserIdentityCallback;
import org.turnstile.jaas.AbstractTurnstileLoginModule;
import org.turnstile.jaas.Credentials;
import org.turnstile.jaas.LoginOption;
import org.turnstile.jaas.passcode.User;
import org.turnstile.jaas.passcode.UserSource;

/**
 * Type 1: takes the bare name, which nothing proves (PS3.15 §B.4). Whether a bare name may come in
 * at all is the listener's {@code trustUsername}. Refuses every other type, so that an entry in the
 * wrong place does not let a wrong passcode pass. Options: {@link UsernameOption}.
 */
public final class UsernameLoginModule extends AbstractTurnstileLoginModule {

    private String name = "";

    /** As JAAS needs it. */
    public UsernameLoginModule() {}

    @Override
    protected Collection<? extends LoginOption> knownOptions() {
        return List.of(UsernameOption.values());
    }

    @Override
    protected void authenticate(UserIdentityCallback identity) throws LoginException {
        LoginRequest request = identity.request();
        if (request.type() != IdentityType.USERNAME) {
            throw new FailedLoginException("takes USERNAME, not " + request.type());
        }
        name = authenticate(identity, credentials -> check(request, credentials));
    }

    private void check(LoginRequest request, Credentials credentials) throws LoginException {
        Optional<Path> file = options().file(UsernameOption.USERS, request.home());
        Optional<String> dataSource = options().jndiName(UsernameOption.DATA_SOURCE);
        if (file.isEmpty() && dataSource.isEmpty()) {
            return;
        }
        Path path = file.orElse(request.home());
        Optional<User> user =
                UserSource.of(request.scope(), path, dataSource).find(credentials.name()).user();
        if (user.isEmpty()) {
            throw new FailedLoginException("there is no such user");
        }
        if (!user.get().enabled()) {
            throw new FailedLoginException("the user is disabled");
        }
    }

    @Override
    protected Collection<? extends Principal> principals(Set<Principal> present) {
        return List.of(new CallerPrincipal(name));
    }

    @Override
    protected void forget() {
        name = "";
    }
}
