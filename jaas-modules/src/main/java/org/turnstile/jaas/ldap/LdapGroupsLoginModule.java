/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.jaas.ldap;

import java.security.Principal;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.security.auth.login.LoginException;
import org.turnstile.api.IdentityType;
import org.turnstile.api.LoginRequest;
import org.turnstile.api.UserIdentityCallback;
import org.turnstile.jaas.AbstractTurnstileLoginModule;
import org.turnstile.jaas.LoginOption;
import org.turnstile.jaas.mapping.CallerFinder;

/**
 * Stands behind a module of any kind and adds the groups that a directory knows of the caller. It
 * proves nobody: without a caller it refuses. It asks when the stack commits, since the modules
 * before leave their principals only then. A passcode that was not verified earns no group.
 * Options: {@link DirectoryOption} and {@link LdapGroupsOption}.
 */
public final class LdapGroupsLoginModule extends AbstractTurnstileLoginModule {

    private Optional<DirectoryUsers> users = Optional.empty();

    /** As JAAS needs it. */
    public LdapGroupsLoginModule() {}

    @Override
    protected Collection<? extends LoginOption> knownOptions() {
        return Stream.<LoginOption[]>of(DirectoryOption.values(), LdapGroupsOption.values())
                .flatMap(Stream::of)
                .toList();
    }

    @Override
    protected void authenticate(UserIdentityCallback identity) throws LoginException {
        LoginRequest request = identity.request();
        if (options().text(DirectoryOption.BIND_DN).isEmpty()) {
            throw options().refusal(DirectoryOption.BIND_DN, "is needed to look users up");
        }
        DirectoryUsers all = DirectoryReader.read(options(), request, Optional.empty());
        boolean proven = request.verify() || request.type() != IdentityType.PASSCODE;
        users = proven ? Optional.of(all) : Optional.empty();
    }

    @Override
    protected Collection<? extends Principal> principals(Set<Principal> present)
            throws LoginException {
        List<String> classes = options().classes(LdapGroupsOption.CALLER_PRINCIPAL_CLASSES);
        List<String> realms = options().names(LdapGroupsOption.STRIP_REALMS);
        Principal caller =
                new CallerFinder("LdapGroupsLoginModule", classes).find(present, shared());
        if (users.isEmpty()) {
            return List.of();
        }
        boolean asRoles = options().flag(DirectoryOption.GROUPS_AS_ROLES);
        return users.get().find(CallerFinder.name(caller, realms)).principals(asRoles);
    }

    @Override
    protected void forget() {
        users = Optional.empty();
    }
}
