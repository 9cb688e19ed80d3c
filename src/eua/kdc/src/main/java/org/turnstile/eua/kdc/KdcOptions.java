/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.eua.kdc;

import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a key distribution centre runs with.
 *
 * @param realm its realm, such as {@code TURNSTILE.TEST}
 * @param address address to listen on, for TCP and UDP
 * @param port port to listen on, 0 to 65535; 0 takes a free one
 * @param ticketLifetime longest life of a ticket, 1 second to 7 days
 * @param renewableLifetime longest time within which a ticket can be renewed, 1 second to 30 days
 * @param clockSkew how far a client's clock may be off, 0 to 1 hour
 * @param maxFailures failed logins in a row after which a principal is locked out, 1 to 1000
 * @param lockout how long it is locked out, 1 second to 1 day
 * @param maxConnections TCP connections open at a time, 1 to 10000
 * @param maxMessage most bytes of a request, 1024 to 65536
 * @param idleTimeout how long a TCP connection may say nothing, 1 second to 10 minutes
 * @param store folder that keeps the principals and the key that wraps theirs; none: memory only
 */
public record KdcOptions(
        String realm,
        InetAddress address,
        int port,
        Duration ticketLifetime,
        Duration renewableLifetime,
        Duration clockSkew,
        int maxFailures,
        Duration lockout,
        int maxConnections,
        int maxMessage,
        Duration idleTimeout,
        Optional<Path> store) {
    /** Realm of the demo and of the tests. */
    public static final String DEFAULT_REALM = "TURNSTILE.TEST";

    private static final Pattern REALM = Pattern.compile("[A-Z0-9](?:[A-Z0-9.-]{0,253}[A-Z0-9])?");
    private static final Duration SECOND = Duration.ofSeconds(1);

    /**
     * Checks the ranges.
     *
     * @throws IllegalArgumentException an option is out of its range
     */
    public KdcOptions {
        Objects.requireNonNull(address, "address");
        Objects.requireNonNull(store, "store");
        if (!REALM.matcher(realm).matches()) {
            throw new IllegalArgumentException(
                    "realm is not upper-case letters, digits, . and -: " + realm);
        }
        between("port", port, 0, 65_535);
        between("ticketLifetime", ticketLifetime, SECOND, Duration.ofDays(7));
        between("renewableLifetime", renewableLifetime, SECOND, Duration.ofDays(30));
        between("clockSkew", clockSkew, Duration.ZERO, Duration.ofHours(1));
        between("maxFailures", maxFailures, 1, 1000);
        between("lockout", lockout, SECOND, Duration.ofDays(1));
        between("maxConnections", maxConnections, 1, 10_000);
        between("maxMessage", maxMessage, 1024, 65_536);
        between("idleTimeout", idleTimeout, SECOND, Duration.ofMinutes(10));
    }

    private static void between(String name, int value, int least, int most) {
        if (value < least || value > most) {
            throw new IllegalArgumentException(
                    name + " is not " + least + " to " + most + ": " + value);
        }
    }

    private static void between(String name, Duration value, Duration least, Duration most) {
        if (value.compareTo(least) < 0 || value.compareTo(most) > 0) {
            throw new IllegalArgumentException(
                    name + " is not " + least + " to " + most + ": " + value);
        }
    }

    /**
     * Options with the defaults: a free port of the loopback address, tickets of 10 hours,
     * renewable for 7 days, 5 minutes of skew, one minute of lock-out after 5 failures, 100
     * connections, 64 KiB, 10 seconds, memory.
     */
    public static KdcOptions defaults() {
        return builder().build();
    }

    /** A builder that starts from the defaults. */
    public static KdcOptionsBuilder builder() {
        return new KdcOptionsBuilder();
    }
}
