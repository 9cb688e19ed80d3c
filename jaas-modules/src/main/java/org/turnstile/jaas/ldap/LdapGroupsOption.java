/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.jaas.ldap;

import org.turnstile.jaas.LoginOption;
import org.turnstile.jaas.OptionFacts;
import org.turnstile.jaas.OptionType;
import org.turnstile.jaas.mapping.CallerFinder;

/** The options that only {@link LdapGroupsLoginModule} has. */
public enum LdapGroupsOption implements LoginOption {
    /** Which principals name the caller. */
    CALLER_PRINCIPAL_CLASSES(
            "callerPrincipalClasses",
            OptionType.CLASSES,
            CallerFinder.DEFAULT_CLASSES,
            "Classes of the principals that name the caller, the first that is present counts; set it as the listener's option of the same name."),
    /** Whose names are looked up without their realm. */
    STRIP_REALMS(
            "stripRealms",
            OptionType.NAMES,
            "",
            "Kerberos realms whose users the directory knows by their bare name: `alice`, not `alice@EXAMPLE.ORG`.");

    private final OptionFacts facts;

    LdapGroupsOption(String key, OptionType type, String defaultValue, String description) {
        this.facts = new OptionFacts(key, type, defaultValue, description);
    }

    @Override
    public OptionFacts facts() {
        return facts;
    }
}
