/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.jaas.passcode;

import org.turnstile.jaas.LoginOption;
import org.turnstile.jaas.OptionFacts;
import org.turnstile.jaas.OptionType;

/** The options of {@link PasscodeLoginModule}, beside those of the first pass. */
public enum PasscodeOption implements LoginOption {
    /** The users file. */
    USERS(
            "users",
            OptionType.FILE,
            "users",
            Integer.MAX_VALUE,
            "The users file, unless there is a `dataSource`."),
    /** The database of users. */
    DATA_SOURCE(
            "dataSource",
            OptionType.JNDI,
            "",
            Integer.MAX_VALUE,
            "A data source; its database has the users, in the table `turnstile_user`."),
    /** How long a good passcode is remembered. */
    CACHE_SECONDS(
            "cacheSeconds",
            OptionType.SECONDS,
            "300",
            3_600,
            "How long a passcode found good need not be derived again, 0 to 3600; 0 for never."),
    /** How many good passcodes are remembered. */
    CACHE_ENTRIES(
            "cacheEntries",
            OptionType.COUNT,
            "10000",
            1_000_000,
            "How many passcodes found good are remembered, 0 to 1000000; the oldest goes first.");

    private final int most;
    private final OptionFacts facts;

    PasscodeOption(String key, OptionType type, String defaultValue, int most, String description) {
        this.most = most;
        this.facts = new OptionFacts(key, type, defaultValue, description);
    }

    @Override
    public int most() {
        return most;
    }

    @Override
    public OptionFacts facts() {
        return facts;
    }
}
