/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.connector.guard;

import java.net.InetAddress;
import java.time.Instant;

/**
 * A user was locked out at one source: a matter for a Security Alert.
 *
 * @param user name of the user as it came
 * @param source address of the peer
 * @param until when the lock ends
 */
public record LockOut(String user, InetAddress source, Instant until) {}
