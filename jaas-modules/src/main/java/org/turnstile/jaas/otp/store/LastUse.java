/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.jaas.otp.store;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * When and from where a password was taken.
 *
 * @param time in milliseconds
 * @param place as {@link #place} writes it
 */
public record LastUse(Instant time, String place) {

    private static final int MAX_PLACE = 128;

    /** Cuts the time to milliseconds. */
    public LastUse {
        time = time.truncatedTo(ChronoUnit.MILLIS);
    }

    /**
     * Address and AE title of a peer, in one text; what is not printable ASCII becomes a question
     * mark.
     */
    public static String place(InetSocketAddress peer, String aeTitle) {
        String address =
                peer.getAddress() == null
                        ? peer.getHostString()
                        : peer.getAddress().getHostAddress();
        String text = address + " " + aeTitle.strip();
        StringBuilder place = new StringBuilder();
        text.strip()
                .chars()
                .limit(MAX_PLACE)
                .forEach(c -> place.append(c < ' ' || c > '~' ? '?' : (char) c));
        return place.toString();
    }

    /** Whether that use comes from the same place, and not later than the window says. */
    public boolean isFollowedBy(LastUse next, Duration window) {
        Duration since = Duration.between(time, next.time());
        return place.equals(next.place()) && !since.isNegative() && since.compareTo(window) < 0;
    }
}
