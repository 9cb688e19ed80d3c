/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.jaas.ldap;

import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.SearchResultEntry;
import com.unboundid.ldap.sdk.SearchScope;
import java.text.Normalizer;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.security.auth.login.FailedLoginException;
import javax.security.auth.login.LoginException;
import org.turnstile.api.LoginUnavailableException;

/**
 * The users of a directory.
 *
 * @param directory where they are
 * @param users how their entries are found
 * @param groups how their groups are found
 * @param callerAttribute what names the caller; empty for the name as sent
 */
record DirectoryUsers(
        Directory directory, UserRule users, GroupRule groups, Optional<String> callerAttribute) {

    /**
     * The user of that name and passcode. An unknown user costs what a wrong passcode costs.
     *
     * @throws FailedLoginException if there is none
     * @throws LoginUnavailableException if the directory does not decide
     */
    DirectoryUser login(String name, byte[] passcode) throws LoginException {
        if (passcode.length == 0) {
            throw new FailedLoginException("the passcode is empty");
        }
        return directory.ask(
                session -> {
                    List<String> dns = users.find(session, name);
                    boolean one = dns.size() == 1;
                    String dn = one ? dns.get(0) : users.decoy();
                    boolean good = session.bind(dn, passcode);
                    if (!one) {
                        throw notOne(dns);
                    }
                    if (!good) {
                        throw new FailedLoginException(
                                "the directory refuses name or passcode of the user");
                    }
                    return describe(session, name, dn);
                });
    }

    /**
     * The user of that name, whom somebody else has proven; without groups if the directory does
     * not know the name.
     *
     * @throws FailedLoginException if the name may mean several
     * @throws LoginUnavailableException if the directory does not answer
     */
    DirectoryUser find(String name) throws LoginException {
        return directory.ask(
                session -> {
                    session.bindService();
                    List<String> dns = users.find(session, name);
                    if (dns.size() > 1) {
                        throw notOne(dns);
                    }
                    return dns.isEmpty()
                            ? new DirectoryUser(name, Set.of())
                            : groupsOf(session, name, dns.get(0));
                });
    }

    private static FailedLoginException notOne(List<String> dns) {
        return new FailedLoginException(
                dns.isEmpty()
                        ? "the directory has no such user"
                        : "the directory has several users of that name");
    }

    private DirectoryUser describe(DirectorySession session, String name, String dn)
            throws LDAPException, LoginUnavailableException {
        boolean asks = groups.search().isPresent() || !attributes().isEmpty();
        if (asks && session.hasService()) {
            session.bindService();
        }
        return groupsOf(session, name, dn);
    }

    private DirectoryUser groupsOf(DirectorySession session, String name, String dn)
            throws LDAPException, LoginUnavailableException {
        Optional<SearchResultEntry> entry = entry(session, dn);
        String caller = name;
        if (callerAttribute.isPresent()) {
            caller = caller(entry, callerAttribute.get());
        }
        return new DirectoryUser(caller, groups.groups(session, name, dn, entry));
    }

    private List<String> attributes() {
        return Stream.concat(callerAttribute.stream(), groups.memberOf().stream()).toList();
    }

    private Optional<SearchResultEntry> entry(DirectorySession session, String dn)
            throws LDAPException {
        if (attributes().isEmpty()) {
            return Optional.empty();
        }
        Filter any = Filter.createPresenceFilter("objectClass");
        return session.search(dn, SearchScope.BASE, any, 1, attributes()).entries().stream()
                .findFirst();
    }

    private static String caller(Optional<SearchResultEntry> entry, String attribute)
            throws LoginUnavailableException {
        String[] values = entry.map(e -> e.getAttributeValues(attribute)).orElse(null);
        if (values == null
                || values.length != 1
                || values[0].isBlank()
                || values[0].chars().anyMatch(Character::isISOControl)) {
            throw new LoginUnavailableException(
                    "callerAttribute: the user's entry has not exactly one name in " + attribute,
                    null);
        }
        return Normalizer.normalize(values[0], Normalizer.Form.NFC);
    }
}
