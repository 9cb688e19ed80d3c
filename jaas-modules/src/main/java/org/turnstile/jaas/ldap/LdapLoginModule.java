/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.jaas.ldap;

import java.security.Principal;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Stream;
import javax.security.auth.login.FailedLoginException;
import javax.security.auth.login.LoginException;
import org.turnstile.api.CallerPrincipal;
import org.turnstile.api.IdentityType;
import org.turnstile.api.LoginRequest;
import org.turnstile.api.UserIdentityCallback;
import org.turnstile.jaas.AbstractTurnstileLoginModule;
import org.turnstile.jaas.Credentials;
import org.turnstile.jaas.FirstPassOption;
import org.turnstile.jaas.LoginOption;

/**
 * Type 2: asks a directory for the user by a simple bind (RFC 4513 §5.1.3), never with an empty
 * passcode, and for the user's groups. Where the listener does not verify (PS3.15 §B.4), takes the
 * name without a look at passcode or directory. Options: {@link DirectoryOption}, {@link
 * LdapOption} and {@link FirstPassOption}.
 */
public final class LdapLoginModule extends AbstractTurnstileLoginModule {

    private DirectoryUser user = DirectoryUser.NOBODY;

    /** As JAAS needs it. */
    public LdapLoginModule() {}

    @Override
    protected Collection<? extends LoginOption> knownOptions() {
        return Stream.<LoginOption[]>of(
                        DirectoryOption.values(), LdapOption.values(), FirstPassOption.values())
                .flatMap(Stream::of)
                .toList();
    }

    @Override
    protected void authenticate(UserIdentityCallback identity) throws LoginException {
        LoginRequest request = identity.request();
        if (request.type() != IdentityType.PASSCODE) {
            throw new FailedLoginException("takes PASSCODE, not " + request.type());
        }
        authenticate(identity, credentials -> check(request, credentials));
    }

    private void check(LoginRequest request, Credentials credentials) throws LoginException {
        if (!request.verify()) {
            user = new DirectoryUser(credentials.name(), Set.of());
            return;
        }
        DirectoryUsers users =
                DirectoryReader.read(
                        options(), request, options().text(LdapOption.CALLER_ATTRIBUTE));
        user = users.login(credentials.name(), credentials.passcode());
    }

    @Override
    protected Collection<? extends Principal> principals(Set<Principal> present) {
        return Stream.concat(
                        Stream.of(new CallerPrincipal(user.caller())),
                        user.principals(options().flag(DirectoryOption.GROUPS_AS_ROLES)).stream())
                .toList();
    }

    @Override
    protected void forget() {
        user = DirectoryUser.NOBODY;
    }
}
