/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.bench.load;

import java.net.InetSocketAddress;
import java.util.Optional;

/**
 * The SCP under load and as whom it is asked.
 *
 * @param host name or address
 * @param port 1 to 65535
 * @param calledAeTitle called AE title, 1 to 16 characters
 * @param callingAeTitle calling AE title, 1 to 16 characters
 * @param user who associates; empty sends no identity
 */
public record Target(
        String host, int port, String calledAeTitle, String callingAeTitle, Optional<User> user) {

    /**
     * Checks the ranges.
     *
     * @throws IllegalArgumentException names the field and its value
     */
    public Target {
        if (port < 1 || port > 65535) {
            throw new IllegalArgumentException("port: " + port + " is not 1 to 65535");
        }
        title("called AE title", calledAeTitle);
        title("calling AE title", callingAeTitle);
    }

    /** The same SCP asked as somebody else. */
    public Target as(User other) {
        return new Target(host, port, calledAeTitle, callingAeTitle, Optional.of(other));
    }

    InetSocketAddress address() throws LoadException {
        InetSocketAddress address = new InetSocketAddress(host, port);
        if (address.isUnresolved()) {
            throw new LoadException("host: '" + host + "' is not known");
        }
        return address;
    }

    private static void title(String field, String title) {
        if (title.isEmpty() || title.length() > 16) {
            throw new IllegalArgumentException(
                    field + ": '" + title + "' is not of 1 to 16 characters");
        }
    }
}
