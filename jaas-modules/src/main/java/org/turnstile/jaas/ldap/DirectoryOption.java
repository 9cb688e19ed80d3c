/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.jaas.ldap;

import org.turnstile.jaas.LoginOption;
import org.turnstile.jaas.OptionFacts;
import org.turnstile.jaas.OptionType;

/** The options of both modules for directories: where they are and which groups count. */
public enum DirectoryOption implements LoginOption {
    /** Where the directories are. */
    URLS(
            "urls",
            OptionType.URLS,
            "",
            "The directories, tried in this order: `ldaps://HOST:PORT` or `ldap://HOST:PORT`, separated by commas. Needed."),
    /** Whether a plain connection is protected before anything is said. */
    START_TLS(
            "startTls",
            OptionType.FLAG,
            "false",
            "Protects connections to `ldap://` by StartTLS (RFC 4511 §4.14)."),
    /** Whom to believe. */
    TRUST_FILE(
            "trustFile",
            OptionType.FILE,
            "",
            "Certificate authorities (PEM) that directories are believed by; without it, those of the JDK. Host names are checked in any case."),
    /** Whether passcodes may cross the network unprotected. */
    CLEARTEXT(
            "cleartext",
            OptionType.FLAG,
            "false",
            "Allows `ldap://` without StartTLS to another host than this one."),
    /** Who searches. */
    BIND_DN(
            "bindDn",
            OptionType.TEXT,
            "",
            "Who searches, as a DN; without it, searches are made as the user or, before that, anonymously."),
    /** The passcode of who searches. */
    BIND_PASSCODE_FILE(
            "bindPasscodeFile",
            OptionType.FILE,
            "",
            "A file with the passcode of `bindDn` as its one line."),
    /** Where the user is, if the name says so. */
    USER_DN(
            "userDn",
            OptionType.TEXT,
            "",
            "The user's DN with `{name}` in it: `uid={name},ou=people,dc=example,dc=org`. This or `userBase` is needed."),
    /** Where users are searched for. */
    USER_BASE("userBase", OptionType.TEXT, "", "Below which DN the user is searched for."),
    /** How users are searched for. */
    USER_FILTER(
            "userFilter",
            OptionType.TEXT,
            "(uid={name})",
            "How (RFC 4515), with `{name}` in it. It must find exactly one entry."),
    /** Where groups are searched for. */
    GROUP_BASE(
            "groupBase",
            OptionType.TEXT,
            "",
            "Below which DN the user's groups are searched for; without it, they are not."),
    /** How groups are searched for. */
    GROUP_FILTER(
            "groupFilter",
            OptionType.TEXT,
            "(member={dn})",
            "How, with the user's `{dn}` or `{name}` in it."),
    /** What names a group. */
    GROUP_ATTRIBUTE(
            "groupAttribute",
            OptionType.TEXT,
            "cn",
            "The attribute of a group's entry that names it."),
    /** Where the user's entry names groups. */
    MEMBER_OF_ATTRIBUTE(
            "memberOfAttribute",
            OptionType.TEXT,
            "",
            "An attribute of the user's entry with groups, such as `memberOf`; of a DN, the first value counts."),
    /** Whether groups are roles. */
    GROUPS_AS_ROLES(
            "groupsAsRoles",
            OptionType.FLAG,
            "false",
            "Makes each group a role of its name too. Then who can make groups in the directory can give any role."),
    /** How long a directory may take. */
    TIMEOUT_SECONDS(
            "timeoutSeconds",
            OptionType.SECONDS,
            "5",
            "How long each connecting and each answer may take, 1 to 60."),
    /** How many connections. */
    CONNECTIONS(
            "connections",
            OptionType.COUNT,
            "8",
            "How many connections are open at a time, 1 to 256; they are kept and used again.");

    private static final int MOST_SECONDS = 60;
    private static final int MOST_CONNECTIONS = 256;

    private final OptionFacts facts;

    DirectoryOption(String key, OptionType type, String defaultValue, String description) {
        this.facts = new OptionFacts(key, type, defaultValue, description);
    }

    @Override
    public OptionFacts facts() {
        return facts;
    }

    @Override
    public int least() {
        return this == TIMEOUT_SECONDS || this == CONNECTIONS ? 1 : 0;
    }

    @Override
    public int most() {
        return this == TIMEOUT_SECONDS ? MOST_SECONDS : MOST_CONNECTIONS;
    }
}
