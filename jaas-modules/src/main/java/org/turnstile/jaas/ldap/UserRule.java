/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.jaas.ldap;

import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.SearchResultEntry;
import com.unboundid.ldap.sdk.SearchScope;
import java.util.List;
import org.turnstile.api.LoginUnavailableException;

/** Where the entry of a user is. */
sealed interface UserRule {

    /** The DNs that the name may mean: exactly one if there is that user. */
    List<String> find(DirectorySession session, String name)
            throws LDAPException, LoginUnavailableException;

    /** A DN to try a passcode on where there is no user, so that the work is the same. */
    String decoy();

    /**
     * The name says it.
     *
     * @param dn a DN with a place for the name
     */
    record ByName(NameTemplate dn) implements UserRule {
        @Override
        public List<String> find(DirectorySession session, String name) {
            return List.of(dn.fillDn(name));
        }

        @Override
        public String decoy() {
            return dn.fillDn("nobody");
        }
    }

    /**
     * A search says it.
     *
     * @param base below which DN
     * @param filter a filter with a place for the name
     */
    record BySearch(String base, NameTemplate filter) implements UserRule {

        /** RFC 4511 §4.5.1.8: no attributes at all. */
        private static final List<String> NO_ATTRIBUTES = List.of("1.1");

        @Override
        public List<String> find(DirectorySession session, String name)
                throws LDAPException, LoginUnavailableException {
            session.bindService();
            return session
                    .search(base, SearchScope.SUB, filter.fillFilter(name, ""), 2, NO_ATTRIBUTES)
                    .entries()
                    .stream()
                    .map(SearchResultEntry::getDN)
                    .toList();
        }

        @Override
        public String decoy() {
            return "cn=nobody," + base;
        }
    }
}
