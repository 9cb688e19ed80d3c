/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.jaas.username;

import org.turnstile.jaas.LoginOption;
import org.turnstile.jaas.OptionFacts;
import org.turnstile.jaas.OptionType;

/** The options of {@link UsernameLoginModule}. */
public enum UsernameOption implements LoginOption {
    /** The users file that a name must be in. */
    USERS(
            "users",
            OptionType.FILE,
            "A users file; only its enabled users are taken. Without it and `dataSource`, any name"
                    + " is."),
    /** The database that a name must be in. */
    DATA_SOURCE(
            "dataSource",
            OptionType.JNDI,
            "A data source with the table `turnstile_user`; only its enabled users are taken.");

    private final OptionFacts facts;

    UsernameOption(String key, OptionType type, String description) {
        this.facts = new OptionFacts(key, type, "", description);
    }

    @Override
    public OptionFacts facts() {
        return facts;
    }
}
