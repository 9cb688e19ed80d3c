/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.jaas.mapping;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.Principal;
import java.text.Normalizer;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.security.auth.login.FailedLoginException;
import javax.security.auth.login.LoginException;
import org.turnstile.api.CallerPrincipal;
import org.turnstile.api.IdentityType;
import org.turnstile.api.LoginRequest;
import org.turnstile.api.LoginUnavailableException;
import org.turnstile.api.RolePrincipal;
import org.turnstile.api.UserIdentityCallback;
import org.turnstile.jaas.AbstractTurnstileLoginModule;
import org.turnstile.jaas.JaasLogger;
import org.turnstile.jaas.LoginOption;
import org.turnstile.jaas.file.WatchedFile;

/**
 * Stands at the end of a stack and adds roles by an allow list. It looks at the principals when the
 * stack commits, since the JDK's modules leave theirs only then, and proves nobody: without a
 * caller it refuses. A passcode that was not verified earns no role. Options: {@link
 * MappingOption}.
 *
 * <p>A group is any principal that is neither a caller nor a role, whatever its class, and that has
 * neither the caller's name nor the name that the peer sent: a user who is called like a group is
 * no member of it.
 *
 * <p>A Kerberos principal of a realm that {@link MappingOption#STRIP_REALMS} names becomes a caller
 * by its bare name.
 */
public final class RoleMappingLoginModule extends AbstractTurnstileLoginModule {

    private static final RoleMap NOTHING = new RoleMap(Map.of());

    private RoleMap map = NOTHING;
    private String sentName = "";

    /** As JAAS needs it. */
    public RoleMappingLoginModule() {}

    /** The roles file, one for all logins of an adapter. */
    private static final class WatchedRoles {
        private final WatchedFile<RoleMap> file;

        WatchedRoles(Path path) {
            file =
                    new WatchedFile<>(
                            path,
                            RolesFormat::parse,
                            map -> JaasLogger.LOGGER.rolesRead(path, map.members().size()),
                            Clock.systemUTC());
        }
    }

    @Override
    protected Collection<? extends LoginOption> knownOptions() {
        return List.of(MappingOption.values());
    }

    @Override
    protected void authenticate(UserIdentityCallback identity) throws LoginException {
        LoginRequest request = identity.request();
        RoleMap now = read(request);
        boolean proven = request.verify() || request.type() != IdentityType.PASSCODE;
        map = proven ? now : NOTHING;
        sentName = sentName(request.type(), identity.primary());
    }

    /** A ticket, assertion or token is no name, and no secret of theirs is kept. */
    private static String sentName(IdentityType type, byte[] primary) {
        return type == IdentityType.USERNAME || type == IdentityType.PASSCODE
                ? nfc(new String(primary, StandardCharsets.UTF_8))
                : "";
    }

    private static String nfc(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFC);
    }

    private RoleMap read(LoginRequest request) throws LoginUnavailableException {
        Path path = options().file(MappingOption.ROLES, request.home()).orElseThrow();
        WatchedRoles roles =
                request.scope()
                        .keep(WatchedRoles.class, path.toString(), () -> new WatchedRoles(path));
        try {
            return roles.file.current();
        } catch (IOException e) {
            throw new LoginUnavailableException("roles: " + e.getMessage(), e);
        }
    }

    @Override
    protected Collection<? extends Principal> principals(Set<Principal> present)
            throws LoginException {
        List<String> classes = options().classes(MappingOption.CALLER_PRINCIPAL_CLASSES);
        Optional<Principal> caller =
                classes.stream().flatMap(name -> ofClass(present, name)).findFirst();
        if (caller.isEmpty()) {
            throw noCaller(present, classes);
        }
        Optional<CallerPrincipal> bare =
                BareName.of(caller.get(), options().names(MappingOption.STRIP_REALMS));
        String name = nfc(bare.<Principal>map(b -> b).orElse(caller.get()).getName());
        Set<String> groups =
                present.stream()
                        .filter(principal -> !(principal instanceof RolePrincipal))
                        .filter(principal -> principal.getName() != null)
                        .filter(principal -> !classes.contains(principal.getClass().getName()))
                        .map(principal -> nfc(principal.getName()))
                        .filter(group -> !group.equals(name) && !group.equals(sentName))
                        .collect(Collectors.toSet());
        Stream<Principal> roles = map.roles(name, groups).stream().map(RolePrincipal::new);
        return Stream.concat(bare.stream(), roles).toList();
    }

    private static Stream<Principal> ofClass(Set<Principal> present, String className) {
        return present.stream()
                .filter(p -> p.getClass().getName().equals(className) && p.getName() != null);
    }

    private LoginException noCaller(Set<Principal> present, List<String> classes) {
        Optional<LoginUnavailableException> why = shared().unavailable();
        if (why.isPresent()) {
            return why.get();
        }
        if (present.isEmpty()) {
            return new FailedLoginException("no module before the mapping has named a caller");
        }
        Set<String> found =
                present.stream()
                        .map(principal -> principal.getClass().getName())
                        .collect(Collectors.toCollection(TreeSet::new));
        return new LoginUnavailableException(
                "RoleMappingLoginModule: callerPrincipalClasses: no principal is one of "
                        + classes
                        + ", there are "
                        + found,
                null);
    }

    @Override
    protected void forget() {
        map = NOTHING;
        sentName = "";
    }
}
