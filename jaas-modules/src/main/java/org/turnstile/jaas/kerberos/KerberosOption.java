/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.jaas.kerberos;

import org.turnstile.jaas.LoginOption;
import org.turnstile.jaas.OptionFacts;
import org.turnstile.jaas.OptionType;

/** The options of {@link KerberosLoginModule}. */
public enum KerberosOption implements LoginOption {
    /** The keytab. */
    KEYTAB("keytab", OptionType.FILE, "keytab", "The keytab with the service's keys."),
    /** Services that tickets may be for. */
    PRINCIPALS(
            "principals",
            OptionType.NAMES,
            "",
            "The services of the keytab that tickets may be for, with or without realm; without it,"
                    + " every `dicom/*`."),
    /** Realms of users. */
    TRUSTED_REALMS(
            "trustedRealms",
            OptionType.NAMES,
            "",
            "Further realms whose users are taken; those of the services always are."),
    /** GSS-API tokens. */
    GSS("gss", OptionType.FLAG, "true", "Takes the AP-REQ within a GSS-API token too."),
    /** SPNEGO tokens. */
    SPNEGO("spnego", OptionType.FLAG, "true", "Takes the AP-REQ within a SPNEGO token too."),
    /** How far clocks may differ. */
    CLOCK_SKEW(
            "clockSkew",
            OptionType.SECONDS,
            "300",
            "How far the clocks of client and KDC may differ from this server's, 0 to 900.") {
        @Override
        public int most() {
            return 900;
        }
    },
    /** Encryption types. */
    ETYPES(
            "etypes",
            OptionType.NAMES,
            "aes256-cts-hmac-sha1-96,aes128-cts-hmac-sha1-96",
            "The encryption types of tickets and session keys; no others than these two."),
    /** Most requests remembered. */
    REPLAY_ENTRIES(
            "replayEntries",
            OptionType.COUNT,
            "200000",
            "How many requests are remembered, each for two times `clockSkew`; with none left,"
                    + " logins are unavailable.") {
        @Override
        public int most() {
            return 10_000_000;
        }
    },
    /** Where several servers remember requests. */
    REPLAY_DATA_SOURCE(
            "replayDataSource",
            OptionType.JNDI,
            "",
            "The data source in which several servers remember requests together; without it, each"
                    + " does in memory."),
    /** Delegated credentials. */
    DELEGATION(
            "delegation",
            OptionType.FLAG,
            "false",
            "Keeps a credential that the client delegates in a GSS-API or SPNEGO token, as a"
                    + " `GSSCredential` of the subject.");

    private final OptionFacts facts;

    KerberosOption(String key, OptionType type, String defaultValue, String description) {
        this.facts = new OptionFacts(key, type, defaultValue, description);
    }

    @Override
    public OptionFacts facts() {
        return facts;
    }
}
