/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.jaas.mapping;

import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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
import org.turnstile.jaas.LoginOption;
import org.turnstile.jaas.LoginOptions;

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
 * by its bare name. Where {@link MappingOption#CALLER_CASE} says so, all spellings of a name become
 * one caller, who takes the place of a caller that a module before has left.
 */
public final class RoleMappingLoginModule extends AbstractTurnstileLoginModule {

    private List<RoleMap> maps = List.of();
    private DenyList denied = DenyList.NOBODY;
    private String sentName = "";

    /** As JAAS needs it. */
    public RoleMappingLoginModule() {}

    @Override
    protected Collection<? extends LoginOption> knownOptions() {
        return List.of(MappingOption.values());
    }

    @Override
    protected void authenticate(UserIdentityCallback identity) throws LoginException {
        LoginRequest request = identity.request();
        checkOptions();
        List<RoleMap> now = roles(request);
        boolean proven = request.verify() || request.type() != IdentityType.PASSCODE;
        maps = proven ? now : List.of();
        denied = denied(request);
        sentName = sentName(request.type(), identity.primary());
    }

    /** A caller in another spelling is of our own class, and must be the one that counts. */
    private void checkOptions() throws LoginUnavailableException {
        String first = options().classes(MappingOption.CALLER_PRINCIPAL_CLASSES).get(0);
        if (letters() != LetterCase.EXACT && !first.equals(CallerPrincipal.class.getName())) {
            throw options()
                    .refusal(
                            MappingOption.CALLER_CASE,
                            "needs "
                                    + CallerPrincipal.class.getName()
                                    + " as the first of callerPrincipalClasses");
        }
    }

    private LetterCase letters() {
        return LetterCase.valueOf(options().text(MappingOption.CALLER_CASE).orElseThrow());
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

    private List<RoleMap> roles(LoginRequest request) throws LoginUnavailableException {
        LoginOptions options = options();
        Optional<String> dataSource = options.jndiName(MappingOption.DATA_SOURCE);
        List<RoleMap> read = new ArrayList<>();
        if (dataSource.isEmpty() || options.isSet(MappingOption.ROLES)) {
            read.add(
                    MappingFiles.roles(
                            request.scope(),
                            options.file(MappingOption.ROLES, request.home()).orElseThrow()));
        }
        if (dataSource.isPresent()) {
            read.add(RolesTable.of(request.scope(), dataSource.get()).current());
        }
        return read;
    }

    private DenyList denied(LoginRequest request) throws LoginUnavailableException {
        var file = options().file(MappingOption.DENY, request.home());
        return file.isEmpty() ? DenyList.NOBODY : MappingFiles.denials(request.scope(), file.get());
    }

    @Override
    protected Collection<? extends Principal> principals(Set<Principal> present)
            throws LoginException {
        Principal caller = finder().find(present, shared());
        String name = mapped(caller);
        Set<String> groups = groups(present, caller, name);
        LetterCase letters = letters();
        Set<String> names = Set.copyOf(List.of(name, letters.of(caller.getName())));
        if (denied.refuses(new Candidate(names, groups, letters))) {
            throw new FailedLoginException("the caller is one of those whom the deny file refuses");
        }
        Candidate candidate = new Candidate(Set.of(name), groups, letters);
        Stream<Principal> roles =
                maps.stream()
                        .flatMap(map -> map.roles(candidate).stream())
                        .distinct()
                        .map(RolePrincipal::new);
        return Stream.concat(anew(caller, name), roles).toList();
    }

    private CallerFinder finder() {
        return new CallerFinder(
                "the mapping", options().classes(MappingOption.CALLER_PRINCIPAL_CLASSES));
    }

    /** The name under which the caller is known from here on. */
    private String mapped(Principal caller) {
        List<String> realms = options().names(MappingOption.STRIP_REALMS);
        return letters().of(CallerFinder.name(caller, realms));
    }

    /** The caller under that name, unless it is the one that the caller has. */
    private static Stream<Principal> anew(Principal caller, String name) {
        return nfc(caller.getName()).equals(name)
                ? Stream.of()
                : Stream.of(new CallerPrincipal(name));
    }

    private Set<String> groups(Set<Principal> present, Principal caller, String name) {
        CallerFinder finder = finder();
        Set<String> own = Set.copyOf(List.of(name, nfc(caller.getName())));
        return present.stream()
                .filter(principal -> !(principal instanceof RolePrincipal))
                .filter(principal -> principal.getName() != null)
                .filter(principal -> !finder.isCaller(principal))
                .map(principal -> nfc(principal.getName()))
                .filter(group -> !own.contains(group) && !group.equals(sentName))
                .collect(Collectors.toSet());
    }

    /** Callers in a spelling that is not the one; two callers would be one too many. */
    @Override
    protected Collection<? extends Principal> replaced(Set<Principal> present)
            throws LoginException {
        LetterCase letters = letters();
        if (letters == LetterCase.EXACT) {
            return List.of();
        }
        String name = mapped(finder().find(present, shared()));
        return present.stream()
                .filter(CallerPrincipal.class::isInstance)
                .filter(other -> letters.of(other.getName()).equals(name))
                .filter(other -> !other.getName().equals(name))
                .toList();
    }

    @Override
    protected void forget() {
        maps = List.of();
        denied = DenyList.NOBODY;
        sentName = "";
    }
}
