/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.connector.guard;

import java.net.InetAddress;

/** What a counter counts for. */
sealed interface Counted {

    /** A user, from wherever. */
    record User(UserKey user) implements Counted {}

    /** A source, whoever it names. */
    record Source(InetAddress source) implements Counted {}

    /** A user at one source. */
    record UserAtSource(UserKey user, InetAddress source) implements Counted {}
}
