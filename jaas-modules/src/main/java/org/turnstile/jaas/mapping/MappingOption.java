/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.jaas.mapping;

import org.turnstile.jaas.LoginOption;
import org.turnstile.jaas.OptionFacts;
import org.turnstile.jaas.OptionType;

/** The options of {@link RoleMappingLoginModule}. */
public enum MappingOption implements LoginOption {
    /** The roles file. */
    ROLES(
            "roles",
            OptionType.FILE,
            "roles",
            "The roles file. With a `dataSource` it is read only if this option is set."),
    /** The database of roles. */
    DATA_SOURCE(
            "dataSource",
            OptionType.JNDI,
            "",
            "A data source; the table `turnstile_role` of its database has members of roles too."),
    /** Who is refused. */
    DENY(
            "deny",
            OptionType.FILE,
            "",
            "A file of those who are refused, a member a line: `user:NAME`, `group:NAME` or"
                    + " `everyone`."),
    /** What becomes of upper and lower case. */
    CALLER_CASE(
            "callerCase",
            OptionType.LETTERS,
            "EXACT",
            "`LOWER` or `UPPER` makes all spellings of a name one caller, so that `Alice` and"
                    + " `ALICE` are `alice`; names behind `user:` are compared so too, groups are"
                    + " not."),
    /** Which principals name the caller. */
    CALLER_PRINCIPAL_CLASSES(
            "callerPrincipalClasses",
            OptionType.CLASSES,
            CallerFinder.DEFAULT_CLASSES,
            "Classes of the principals that name the caller, the first that is present counts; set"
                    + " it as the listener's option of the same name."),
    /** Whose Kerberos principals are known without their realm. */
    STRIP_REALMS(
            "stripRealms",
            OptionType.NAMES,
            "",
            "Kerberos realms whose users are known by their bare name: `alice`, not"
                    + " `alice@EXAMPLE.ORG`. Of two such realms, two users of one name are one.");

    private final OptionFacts facts;

    MappingOption(String key, OptionType type, String defaultValue, String description) {
        this.facts = new OptionFacts(key, type, defaultValue, description);
    }

    @Override
    public OptionFacts facts() {
        return facts;
    }
}
