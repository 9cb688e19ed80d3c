/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.jaas.mapping;

import org.turnstile.jaas.LoginOption;
import org.turnstile.jaas.OptionType;

/** The options of {@link RoleMappingLoginModule}. */
public enum MappingOption implements LoginOption {
    /** The roles file. */
    ROLES("roles", OptionType.FILE, "roles", "The roles file."),
    /** Which principals name the caller. */
    CALLER_PRINCIPAL_CLASSES(
            "callerPrincipalClasses",
            OptionType.CLASSES,
            "org.turnstile.api.CallerPrincipal,"
                    + "javax.security.auth.kerberos.KerberosPrincipal,"
                    + "com.sun.security.auth.UserPrincipal",
            "Classes of the principals that name the caller, the first that is present counts; set"
                    + " it as the listener's option of the same name."),
    /** Whose Kerberos principals are known without their realm. */
    STRIP_REALMS(
            "stripRealms",
            OptionType.NAMES,
            "",
            "Kerberos realms whose users are known by their bare name: `alice`, not"
                    + " `alice@EXAMPLE.ORG`. Of two such realms, two users of one name are one.");

    private final String key;
    private final OptionType type;
    private final String defaultValue;
    private final String description;

    MappingOption(String key, OptionType type, String defaultValue, String description) {
        this.key = key;
        this.type = type;
        this.defaultValue = defaultValue;
        this.description = description;
    }

    @Override
    public String key() {
        return key;
    }

    @Override
    public OptionType type() {
        return type;
    }

    @Override
    public String defaultValue() {
        return defaultValue;
    }

    @Override
    public String description() {
        return description;
    }
}
