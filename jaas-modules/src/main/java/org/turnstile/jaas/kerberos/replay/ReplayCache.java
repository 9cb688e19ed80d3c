/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.jaas.kerberos.replay;

import java.time.Instant;

/**
 * The authenticators that have been accepted (RFC 4120 §3.2.3). An entry is never given up before
 * its time: when there is no room, nothing is accepted. Safe for many threads.
 */
public interface ReplayCache {

    /**
     * Remembers a key, in one step for all who share the cache.
     *
     * @param key of the authenticator, 64 characters
     * @param until from when on it may be forgotten
     * @return whether it was not known; false is a replay
     * @throws ReplayStoreException if that cannot be told, or there is no room
     */
    boolean putIfAbsent(String key, Instant until) throws ReplayStoreException;
}
