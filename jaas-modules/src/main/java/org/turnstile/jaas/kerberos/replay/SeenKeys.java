/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.jaas.kerberos.replay;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.Set;

/** Keys and their times, the first to expire at hand. Safe for many threads. */
final class SeenKeys {

    private record Seen(String key, Instant until) {}

    private final Set<String> keys = new HashSet<>();
    private final Queue<Seen> byTime = new PriorityQueue<>(Comparator.comparing(Seen::until));

    synchronized boolean putIfAbsent(String key, Instant until, Instant now, int limit)
            throws ReplayStoreException {
        while (!byTime.isEmpty() && byTime.peek().until().isBefore(now)) {
            keys.remove(byTime.remove().key());
        }
        if (keys.contains(key)) {
            return false;
        }
        if (keys.size() >= limit) {
            throw new ReplayStoreException(
                    "replays: " + limit + " requests are remembered, there is no room", null);
        }
        keys.add(key);
        byTime.add(new Seen(key, until));
        return true;
    }
}
