/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.jaas.otp;

import org.turnstile.jaas.LoginOption;
import org.turnstile.jaas.OptionFacts;
import org.turnstile.jaas.OptionType;

/** The options of {@link OtpLoginModule}, beside those of the first pass. */
public enum OtpOption implements LoginOption {
    /** What the listener reads. */
    ONE_TIME(
            "oneTime",
            OptionType.FLAG,
            "false",
            0,
            "Says to the listener that what this entry takes may cross a plain line."),
    /** The file of states. */
    STORE(
            "store",
            OptionType.FILE,
            "otp",
            0,
            "The file of states, unless there is a `dataSource`."),
    /** The database of states. */
    DATA_SOURCE(
            "dataSource",
            OptionType.JNDI,
            "",
            0,
            "A data source; its database keeps the states, in the table `turnstile_otp`."),
    /** How far ahead a response of a chain may be. */
    LOOK_AHEAD(
            "lookAhead",
            OptionType.COUNT,
            "5",
            100,
            "How many steps below the last value a response may lie (RFC 2289), 0 to 100; 0 takes"
                    + " none."),
    /** How far ahead a counter may be. */
    HOTP_LOOK_AHEAD(
            "hotpLookAhead",
            OptionType.COUNT,
            "10",
            100,
            "How many passcodes of a counter may have been skipped (RFC 4226), 0 to 100."),
    /** How far ahead a counter may be found again. */
    HOTP_RESYNC(
            "hotpResync",
            OptionType.COUNT,
            "100",
            1_000,
            "How many more may have been skipped where the passcode after it follows, 0 to 1000; 0"
                    + " for never."),
    /** How long a passcode may be used again. */
    GRACE_SECONDS(
            "graceSeconds",
            OptionType.SECONDS,
            "0",
            3_600,
            "How long the last passcode is taken again for the same user from the same address and"
                    + " AE title, 0 to 3600; 0 for never."),
    /** When to warn. */
    WARN_BELOW(
            "warnBelow",
            OptionType.COUNT,
            "10",
            9_999,
            "From how few logins left in a chain on the log warns, 0 to 9999."),
    /** Old chains. */
    ALLOW_MD4("allowMd4", OptionType.FLAG, "false", 0, "Takes chains of MD4, which is broken."),
    /** New chains by login. */
    ALLOW_INIT(
            "allowInit",
            OptionType.FLAG,
            "true",
            0,
            "Lets a user begin a new chain by `init-hex:` or `init-word:` (RFC 2243), on a"
                    + " protected line only.");

    private final int most;
    private final OptionFacts facts;

    OtpOption(String key, OptionType type, String defaultValue, int most, String description) {
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
