/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.connector.config;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The keys of {@code turnstile.properties}: the one place that says what can be configured, how it
 * is written, its default and its range. Sizes are in bytes, durations in milliseconds here.
 */
public enum SettingKey {
    /** Below the pool of message-driven beans (28 each), so that no bean is asked for more. */
    REQUESTS(
            false, "requests", ValueType.INTEGER, "24", 1, 10_000, "DIMSE requests served at once"),
    LOGINS(false, "logins", ValueType.INTEGER, "8", 1, 1_000, "logins run at once"),
    ASSOCIATION_EVENTS(
            false,
            "associationEvents",
            ValueType.INTEGER,
            "4",
            1,
            1_000,
            "association events delivered at once"),
    WAITING_REQUESTS(
            false,
            "waitingRequests",
            ValueType.INTEGER,
            "1000",
            0,
            100_000,
            "most requests that wait for their turn; further ones are answered A700H"),
    WAITING_LOGINS(
            false,
            "waitingLogins",
            ValueType.INTEGER,
            "256",
            0,
            100_000,
            "most logins that wait for their turn; further ones are rejected as transient"),
    LOGIN_TIMEOUT(
            false,
            "loginTimeout",
            ValueType.DURATION,
            "10s",
            100,
            600_000,
            "most time for a login, waiting included; then it is rejected as transient"),
    EVENT_LOOPS(
            false,
            "eventLoops",
            ValueType.INTEGER,
            "0",
            0,
            64,
            "event loops, each a long-running thread; 0: one per processor, at most 4"),

    BIND_ADDRESS("bindAddress", ValueType.ADDRESS, "127.0.0.1", "address to listen on"),
    PORT("port", ValueType.INTEGER, "11112", 0, 65_535, "port to listen on; 0: any free one"),
    AE_TITLES("aeTitles", ValueType.AE_TITLES, "", "called AE titles that are served; empty: any"),
    CALLING_AE_TITLES(
            "callingAeTitles",
            ValueType.AE_TITLES,
            "",
            "calling AE titles that may associate; empty: any"),
    USER_IDENTITY(
            "userIdentity",
            UserIdentityPolicy.REQUIRED,
            "whether a peer has to name its user; `NONE`: it is not even looked at"),
    ANONYMOUS_ECHO(
            "anonymousEcho",
            "under `REQUIRED`, a peer that names nobody may associate for C-ECHO only; C-FIND is"
                    + " answered 0124H"),
    TRUST_USERNAME(
            "trustUsername",
            TrustUsername.NEVER,
            "when a bare user name (type 1) is taken; `SECURE_PEER`: on TLS and ISCL"),
    CLEARTEXT_PASSCODE(
            "cleartextPasscode", "passcodes may cross a plain line; one-time passcodes always may"),
    PASSCODE_POLICY(
            "passcodePolicy",
            PasscodePolicy.VERIFY,
            "`BASIC`: passcodes are not verified, the caller is unverified and has no role"),
    PARSING(
            "parsing",
            Parsing.LENIENT,
            "`STRICT`: a departure from the standard aborts the association"),
    AUDIT_REQUIRED("auditRequired", "no audit message, no association"),
    OPEN(
            "open",
            Opening.ACTIVATION,
            "`APPLICATION`: the port waits until the application says that it is ready"),
    REQUIRED_ROLES(
            "requiredRoles",
            ValueType.NAMES,
            "",
            "the caller must hold one of these roles; empty: none is asked for"),
    CALLER_PRINCIPAL_CLASSES(
            "callerPrincipalClasses",
            ValueType.NAMES,
            "org.turnstile.api.CallerPrincipal,javax.security.auth.kerberos.KerberosPrincipal,"
                    + "com.sun.security.auth.UserPrincipal",
            "classes whose principal names the caller; the first that the login left one of counts"),
    USERNAME_LOGIN("usernameLogin", ValueType.NAME, "turnstile-username", "login entry for type 1"),
    PASSCODE_LOGIN("passcodeLogin", ValueType.NAME, "turnstile-passcode", "login entry for type 2"),
    KERBEROS_LOGIN("kerberosLogin", ValueType.NAME, "turnstile-kerberos", "login entry for type 3"),
    SAML_LOGIN("samlLogin", ValueType.NAME, "turnstile-saml", "login entry for type 4"),
    JWT_LOGIN("jwtLogin", ValueType.NAME, "turnstile-jwt", "login entry for type 5"),
    MAX_USER_NAME("maxUserName", ValueType.SIZE, "256", 1, 65_529, "longest user name, in UTF-8"),
    MAX_ASSOCIATIONS(
            "maxAssociations", ValueType.INTEGER, "1000", 1, 100_000, "associations at once"),
    MAX_ASSOCIATIONS_PER_PEER(
            "maxAssociationsPerPeer",
            ValueType.INTEGER,
            "100",
            1,
            100_000,
            "associations of one peer address at once"),
    MAX_CONNECTIONS(
            "maxConnections",
            ValueType.INTEGER,
            "4000",
            1,
            100_000,
            "connections at once, those without an association included"),
    ARTIM(
            "artim",
            ValueType.DURATION,
            "30s",
            100,
            3_600_000,
            "most time for the A-ASSOCIATE-RQ, and for a refused peer to leave"),
    IDLE("idle", ValueType.DURATION, "60s", 100, 86_400_000, "longest pause between messages"),
    WRITE(
            "write",
            ValueType.DURATION,
            "60s",
            100,
            3_600_000,
            "most time that a peer may take none of our bytes"),
    READ(
            "read",
            ValueType.DURATION,
            "60s",
            100,
            3_600_000,
            "longest pause in the middle of a message"),
    STOP_GRACE(
            "stopGrace",
            ValueType.DURATION,
            "10s",
            0,
            600_000,
            "time for associations to end by themselves when the port closes"),
    ASSOCIATE_LENGTH(
            "associateLength", ValueType.SIZE, "1m", 68, 16 << 20, "longest A-ASSOCIATE PDU"),
    MAXIMUM_LENGTH(
            "maximumLength",
            ValueType.SIZE,
            "256k",
            4096,
            128 << 20,
            "longest P-DATA-TF that is offered (51H)"),
    PRESENTATION_CONTEXTS(
            "presentationContexts",
            ValueType.INTEGER,
            "128",
            1,
            128,
            "most presentation contexts in a request"),
    ITEMS("items", ValueType.INTEGER, "256", 8, 65_536, "most items in an A-ASSOCIATE PDU"),
    WINDOW(
            "window",
            ValueType.SIZE,
            "256k",
            4096,
            128 << 20,
            "most bytes of a data set that wait for the handler"),
    TRANSFER_SYNTAXES(
            "transferSyntaxes",
            ValueType.UIDS,
            "",
            "transfer syntaxes taken for storage, the preferred first; empty: any proposed one");

    private final boolean ofListener;
    private final String key;
    private final ValueType type;
    private final String defaultValue;
    private final long least;
    private final long most;
    private final String words;
    private final String description;

    SettingKey(
            boolean ofListener,
            String key,
            ValueType type,
            String defaultValue,
            long least,
            long most,
            String description) {
        this(ofListener, key, type, defaultValue, least, most, "", description);
    }

    SettingKey(
            String key,
            ValueType type,
            String defaultValue,
            long least,
            long most,
            String description) {
        this(true, key, type, defaultValue, least, most, "", description);
    }

    SettingKey(String key, ValueType type, String defaultValue, String description) {
        this(true, key, type, defaultValue, 0, 0, "", description);
    }

    SettingKey(String key, String description) {
        this(true, key, ValueType.FLAG, "false", 0, 0, "", description);
    }

    SettingKey(String key, Enum<?> defaultValue, String description) {
        this(
                true,
                key,
                ValueType.WORD,
                defaultValue.name(),
                0,
                0,
                Arrays.stream(defaultValue.getDeclaringClass().getEnumConstants())
                        .map(Enum::name)
                        .collect(Collectors.joining(", ")),
                description);
    }

    SettingKey(
            boolean ofListener,
            String key,
            ValueType type,
            String defaultValue,
            long least,
            long most,
            String words,
            String description) {
        this.ofListener = ofListener;
        this.key = key;
        this.type = type;
        this.defaultValue = defaultValue;
        this.least = least;
        this.most = most;
        this.words = words;
        this.description = description;
    }

    /** The key of this name. */
    public static Optional<SettingKey> of(String key, boolean ofListener) {
        return Arrays.stream(values())
                .filter(k -> k.ofListener == ofListener && k.key.equals(key))
                .findFirst();
    }

    /** Whether it is written {@code listener.<name>.<key>}. */
    public boolean ofListener() {
        return ofListener;
    }

    /** The key as written, without {@code listener.<name>.} */
    public String key() {
        return key;
    }

    /** How the value is written. */
    public ValueType type() {
        return type;
    }

    /** The value that counts where the file has none, as it would be written. */
    public String defaultValue() {
        return defaultValue;
    }

    /** Least number, in bytes or milliseconds where it is a size or a duration. */
    public long least() {
        return least;
    }

    /** Largest number, in the same unit. */
    public long most() {
        return most;
    }

    /** Whether the value is a number, a size or a duration, so that it has a range. */
    public boolean ranged() {
        return most > 0;
    }

    /** What may be written, for the manual and for messages; empty where the type says all. */
    public String range() {
        return ranged() ? Units.show(type, least) + " to " + Units.show(type, most) : words;
    }

    /** What it does. */
    public String description() {
        return description;
    }
}
