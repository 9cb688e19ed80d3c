/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.jaas.ldap;

import java.security.Principal;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.security.auth.login.LoginException;
import org.turnstile.api.CallerPrincipal;
import org.turnstile.api.LoginRequest;
import org.turnstile.jaas.Credentials;
import org.turnstile.jaas.FirstPassOption;
import org.turnstile.jaas.LoginOption;
import org.turnstile.jaas.NamePasscodeLoginModule;

/**
 * Type 2: asks a directory for the user by a simple bind (RFC 4513 §5.1.3), never with an empty
 * passcode, and for the user's groups. Where the listener does not verify (PS3.15 §B.4), takes the
 * name without a look at passcode or directory. Options: {@link DirectoryOption}, {@link
 * LdapOption} and {@link FirstPassOption}.
 */
public final class LdapLoginModule extends NamePasscodeLoginModule {

    /** None where nobody was asked. */
    private Optional<DirectoryUser> user = Optional.empty();

    /** As JAAS needs it. */
    public LdapLoginModule() {}

    @Override
    protected Collection<? extends LoginOption> ownOptions() {
        return Stream.<LoginOption[]>of(DirectoryOption.values(), LdapOption.values())
                .flatMap(Stream::of)
                .toList();
    }

    @Override
    protected void check(LoginRequest request, Credentials credentials) throws LoginException {
        DirectoryUsers users =
                DirectoryReader.read(
                        options(), request, options().text(LdapOption.CALLER_ATTRIBUTE));
        user = Optional.of(users.login(credentials.name(), credentials.passcode()));
    }

    @Override
    protected Collection<? extends Principal> principals(Set<Principal> present) {
        if (user.isEmpty()) {
            return super.principals(present);
        }
        DirectoryUser known = user.get();
        return Stream.concat(
                        Stream.of(new CallerPrincipal(known.caller())),
                        known.principals(options().flag(DirectoryOption.GROUPS_AS_ROLES)).stream())
                .toList();
    }

    @Override
    protected void forget() {
        super.forget();
        user = Optional.empty();
    }
}
