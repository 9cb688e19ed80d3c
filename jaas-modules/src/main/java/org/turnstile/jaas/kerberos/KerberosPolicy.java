/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.jaas.kerberos;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.turnstile.api.LoginUnavailableException;
import org.turnstile.api.kerberos.Framing;
import org.turnstile.jaas.LoginOptions;

/**
 * What an entry of {@code login.conf} takes.
 *
 * @param services names of services, with or without realm; empty for every {@code dicom/*}
 * @param realms trusted beside those of the services
 * @param etypes of tickets and session keys
 * @param skew between clocks, 0 to 15 min
 * @param framings in which an AP-REQ may come
 */
record KerberosPolicy(
        List<String> services,
        Set<String> realms,
        Set<Aes> etypes,
        Duration skew,
        Set<Framing> framings) {

    KerberosPolicy {
        services = List.copyOf(services);
        realms = Set.copyOf(realms);
        etypes = Set.copyOf(etypes);
        framings = Set.copyOf(framings);
    }

    static KerberosPolicy of(LoginOptions options) throws LoginUnavailableException {
        List<String> etypes = options.names(KerberosOption.ETYPES);
        for (String etype : etypes) {
            if (Aes.of(etype).isEmpty()) {
                throw new LoginUnavailableException(
                        "KerberosLoginModule: option etypes=" + etype + ": is not AES", null);
            }
        }
        return new KerberosPolicy(
                options.names(KerberosOption.PRINCIPALS),
                Set.copyOf(options.names(KerberosOption.TRUSTED_REALMS)),
                etypes.stream().map(Aes::of).flatMap(Optional::stream).collect(Collectors.toSet()),
                Duration.ofSeconds(options.number(KerberosOption.CLOCK_SKEW)),
                framings(options));
    }

    private static Set<Framing> framings(LoginOptions options) {
        return Stream.of(Framing.values())
                .filter(
                        framing ->
                                switch (framing) {
                                    case RAW -> true;
                                    case GSS -> options.flag(KerberosOption.GSS);
                                    case SPNEGO -> options.flag(KerberosOption.SPNEGO);
                                })
                .collect(Collectors.toSet());
    }

    /** Those principals of a keytab that tickets may be for. */
    Set<String> servicesOf(Keytab keytab) {
        Predicate<String> ours =
                services.isEmpty()
                        ? principal -> principal.startsWith("dicom/")
                        : principal ->
                                services.contains(principal)
                                        || services.contains(withoutRealm(principal));
        return keytab.principals().stream().filter(ours).collect(Collectors.toUnmodifiableSet());
    }

    private static String withoutRealm(String principal) {
        return principal.substring(0, principal.lastIndexOf('@'));
    }

    /** Whether users of that realm are taken, where those are the services. */
    boolean trusts(String realm, Set<String> ours) {
        return realms.contains(realm) || ours.stream().map(Names::realm).anyMatch(realm::equals);
    }
}
