/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.jaas.username;

import org.turnstile.jaas.LoginOption;
import org.turnstile.jaas.OptionType;

/** The options of {@link UsernameLoginModule}. */
public enum UsernameOption implements LoginOption {
    /** The users file that a name must be in. */
    USERS("users", "A users file; only its enabled users are taken. Without it, any name is.");

    private final String key;
    private final String description;

    UsernameOption(String key, String description) {
        this.key = key;
        this.description = description;
    }

    @Override
    public String key() {
        return key;
    }

    @Override
    public OptionType type() {
        return OptionType.FILE;
    }

    @Override
    public String defaultValue() {
        return "";
    }

    @Override
    public String description() {
        return description;
    }
}
