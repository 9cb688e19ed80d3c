/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.jaas.kerberos.replay;

import java.time.Clock;
import java.time.Instant;
import org.turnstile.api.LoginScope;

/** A replay cache for one server; it begins empty when the adapter starts. */
public final class MemoryReplayCache implements ReplayCache {

    private final SeenKeys seen;
    private final int limit;
    private final Clock clock;

    MemoryReplayCache(SeenKeys seen, int limit, Clock clock) {
        this.seen = seen;
        this.limit = limit;
        this.clock = clock;
    }

    /**
     * The cache of an adapter: one for all listeners and entries, whatever limits they have, so
     * that a request which one has accepted is a replay at any other.
     *
     * @param scope of the adapter
     * @param limit most entries that this caller may fill it to
     * @param clock tells what has expired
     */
    public static MemoryReplayCache of(LoginScope scope, int limit, Clock clock) {
        return new MemoryReplayCache(
                scope.keep(SeenKeys.class, "kerberos", SeenKeys::new), limit, clock);
    }

    @Override
    public boolean putIfAbsent(String key, Instant until) throws ReplayStoreException {
        return seen.putIfAbsent(key, until, clock.instant(), limit);
    }
}
