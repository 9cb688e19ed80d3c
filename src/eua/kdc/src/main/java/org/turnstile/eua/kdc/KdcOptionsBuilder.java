/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.eua.kdc;

import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** Builds {@link KdcOptions}, from the defaults. */
public final class KdcOptionsBuilder {
    private String realm = KdcOptions.DEFAULT_REALM;
    private InetAddress address = InetAddress.getLoopbackAddress();
    private int port;
    private Duration ticketLifetime = Duration.ofHours(10);
    private Duration renewableLifetime = Duration.ofDays(7);
    private Duration clockSkew = Duration.ofMinutes(5);
    private int maxFailures = 5;
    private Duration lockout = Duration.ofMinutes(1);
    private int maxConnections = 100;
    private int maxMessage = 65_536;
    private Duration idleTimeout = Duration.ofSeconds(10);
    private Optional<Path> store = Optional.empty();

    KdcOptionsBuilder() {}

    /** Sets the realm. */
    public KdcOptionsBuilder realm(String value) {
        realm = value;
        return this;
    }

    /** Sets the address to listen on. */
    public KdcOptionsBuilder address(InetAddress value) {
        address = value;
        return this;
    }

    /** Sets the port to listen on; 0 takes a free one. */
    public KdcOptionsBuilder port(int value) {
        port = value;
        return this;
    }

    /** Sets the longest life of a ticket. */
    public KdcOptionsBuilder ticketLifetime(Duration value) {
        ticketLifetime = value;
        return this;
    }

    /** Sets the longest time within which a ticket can be renewed. */
    public KdcOptionsBuilder renewableLifetime(Duration value) {
        renewableLifetime = value;
        return this;
    }

    /** Sets how far a client's clock may be off. */
    public KdcOptionsBuilder clockSkew(Duration value) {
        clockSkew = value;
        return this;
    }

    /** Sets after how many failed logins a principal is locked out, and for how long. */
    public KdcOptionsBuilder lockout(int failures, Duration value) {
        maxFailures = failures;
        lockout = value;
        return this;
    }

    /** Sets how many TCP connections may be open, and how long one may say nothing. */
    public KdcOptionsBuilder connections(int most, Duration idle) {
        maxConnections = most;
        idleTimeout = idle;
        return this;
    }

    /** Sets the most bytes of a request. */
    public KdcOptionsBuilder maxMessage(int value) {
        maxMessage = value;
        return this;
    }

    /** Sets the folder that keeps the principals. */
    public KdcOptionsBuilder store(Path value) {
        store = Optional.of(value);
        return this;
    }

    /**
     * The options.
     *
     * @throws IllegalArgumentException an option is out of its range
     */
    public KdcOptions build() {
        return new KdcOptions(
                realm,
                address,
                port,
                ticketLifetime,
                renewableLifetime,
                clockSkew,
                maxFailures,
                lockout,
                maxConnections,
                maxMessage,
                idleTimeout,
                store);
    }
}
