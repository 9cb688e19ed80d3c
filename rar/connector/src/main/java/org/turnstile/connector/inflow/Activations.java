/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.connector.inflow;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** The activations of all listeners, joined. */
public final class Activations {

    private final List<Activation> all = new CopyOnWriteArrayList<>();

    /**
     * Adds one.
     *
     * @throws IllegalArgumentException if another already claims the same service and SOP class;
     *     names both
     */
    public synchronized void add(Activation activation) {
        for (Activation other : all) {
            if (other.listener().equals(activation.listener())) {
                other.conflict(activation)
                        .ifPresent(
                                conflict -> {
                                    throw new IllegalArgumentException(conflict);
                                });
            }
        }
        all.add(activation);
    }

    /** Removes one. */
    public synchronized void remove(Activation activation) {
        all.remove(activation);
    }

    /** Whether nothing is activated. */
    public boolean isEmpty() {
        return all.isEmpty();
    }

    /** Whether anything serves DIMSE on this listener. */
    public boolean serve(String listener) {
        return all.stream().anyMatch(a -> a.listener().equals(listener) && a.servesDimse());
    }

    /** Whether a SOP class is served on this listener, by any service. */
    public boolean serve(String listener, String sopClass) {
        return all.stream().anyMatch(a -> a.listener().equals(listener) && a.serves(sopClass));
    }

    /** Whether a SOP class is served on this listener by C-FIND. */
    public boolean serveQueries(String listener, String sopClass) {
        return find(listener, Service.FIND, sopClass).isPresent();
    }

    Optional<Activation> find(String listener, Service service, String sopClass) {
        for (Activation activation : all) {
            if (activation.listener().equals(listener) && activation.serves(service, sopClass)) {
                return Optional.of(activation);
            }
        }
        return Optional.empty();
    }

    List<Activation> hearingAssociations(String listener) {
        return all.stream()
                .filter(a -> a.hearsAssociations() && a.listener().equals(listener))
                .toList();
    }
}
