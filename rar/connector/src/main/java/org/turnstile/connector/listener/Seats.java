/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.connector.listener;

import java.net.InetAddress;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Associations of one listener that are open or being decided on, counted in all and by peer. */
final class Seats {

    private final int most;
    private final int mostPerPeer;
    private final Map<String, InetAddress> taken = new HashMap<>();
    private final Map<InetAddress, Integer> byPeer = new HashMap<>();

    Seats(int most, int mostPerPeer) {
        this.most = most;
        this.mostPerPeer = mostPerPeer;
    }

    /**
     * Takes a seat.
     *
     * @return why there is none, empty if it was taken
     */
    synchronized Optional<String> take(String id, InetAddress peer) {
        if (taken.size() >= most) {
            return Optional.of("maxAssociations: " + most + " are open already");
        }
        int ofPeer = byPeer.getOrDefault(peer, 0);
        if (ofPeer >= mostPerPeer) {
            return Optional.of("maxAssociationsPerPeer: " + mostPerPeer + " are open already");
        }
        taken.put(id, peer);
        byPeer.put(peer, ofPeer + 1);
        return Optional.empty();
    }

    /** Gives a seat back; does nothing if this association has none. */
    synchronized void leave(String id) {
        InetAddress peer = taken.remove(id);
        if (peer != null) {
            byPeer.computeIfPresent(peer, (p, count) -> count == 1 ? null : count - 1);
        }
    }

    synchronized boolean has(String id) {
        return taken.containsKey(id);
    }

    synchronized int count() {
        return taken.size();
    }
}
