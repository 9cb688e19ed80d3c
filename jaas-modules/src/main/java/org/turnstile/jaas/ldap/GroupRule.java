/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.jaas.ldap;

import com.unboundid.ldap.sdk.DN;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.SearchResultEntry;
import com.unboundid.ldap.sdk.SearchScope;
import java.text.Normalizer;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.turnstile.api.LoginUnavailableException;

/**
 * Where the groups of a user are.
 *
 * @param search how groups are searched for; empty for not at all
 * @param memberOf the attribute of the user's entry that names groups; empty for none
 */
record GroupRule(Optional<Search> search, Optional<String> memberOf) {

    /** Most groups of a user. */
    static final int MOST = 1_000;

    /**
     * A search for groups.
     *
     * @param base below which DN
     * @param filter a filter with places for the user's name and DN
     * @param attribute what names a group
     */
    record Search(String base, NameTemplate filter, String attribute) {}

    /**
     * The names of the user's groups.
     *
     * @param entry the user's entry with the attribute {@link #memberOf}
     * @throws LoginUnavailableException if there are too many: some might be what counts
     */
    Set<String> groups(
            DirectorySession session, String name, String dn, Optional<SearchResultEntry> entry)
            throws LDAPException, LoginUnavailableException {
        Set<String> groups = new TreeSet<>();
        if (search.isPresent()) {
            groups.addAll(searched(session, search.get(), name, dn));
        }
        if (memberOf.isPresent() && entry.isPresent()) {
            List<String> values = values(entry.get(), memberOf.get());
            values.stream().map(GroupRule::firstValue).forEach(groups::add);
        }
        groups.removeIf(group -> group.isEmpty() || hasControl(group));
        if (groups.size() > MOST) {
            throw tooMany();
        }
        return groups;
    }

    private static Set<String> searched(
            DirectorySession session, Search search, String name, String dn)
            throws LDAPException, LoginUnavailableException {
        DirectorySession.Found found =
                session.search(
                        search.base(),
                        SearchScope.SUB,
                        search.filter().fillFilter(name, dn),
                        MOST,
                        List.of(search.attribute()));
        if (found.more()) {
            throw tooMany();
        }
        Set<String> names = new TreeSet<>();
        for (SearchResultEntry group : found.entries()) {
            names.addAll(values(group, search.attribute()));
        }
        return names;
    }

    private static LoginUnavailableException tooMany() {
        return new LoginUnavailableException(
                "directory: the user is in more than " + MOST + " groups", null);
    }

    private static List<String> values(SearchResultEntry entry, String attribute) {
        String[] values = entry.getAttributeValues(attribute);
        return values == null
                ? List.of()
                : List.of(values).stream()
                        .map(value -> Normalizer.normalize(value, Normalizer.Form.NFC))
                        .toList();
    }

    private static String firstValue(String value) {
        try {
            DN dn = new DN(value);
            return dn.isNullDN() ? "" : dn.getRDN().getAttributeValues()[0];
        } catch (LDAPException e) {
            return value; // an attribute with names instead of DNs
        }
    }

    private static boolean hasControl(String name) {
        return name.chars().anyMatch(Character::isISOControl);
    }
}
