/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.jaas.ldap;

import org.turnstile.jaas.LoginOption;
import org.turnstile.jaas.OptionFacts;
import org.turnstile.jaas.OptionType;

/** The option that only {@link LdapLoginModule} has. */
public enum LdapOption implements LoginOption {
    /** What names the caller. */
    CALLER_ATTRIBUTE(
            "callerAttribute",
            OptionType.TEXT,
            "uid",
            "The attribute of the user's entry that names the caller. Empty for the name as the peer"
                    + " sent it: `alice`, `ALICE` and `alice ` are one user of a directory, but three"
                    + " callers.");

    private final OptionFacts facts;

    LdapOption(String key, OptionType type, String defaultValue, String description) {
        this.facts = new OptionFacts(key, type, defaultValue, description);
    }

    @Override
    public OptionFacts facts() {
        return facts;
    }
}
