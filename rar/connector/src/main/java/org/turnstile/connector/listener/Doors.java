/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.connector.listener;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.turnstile.connector.config.ListenerSettings;
import org.turnstile.connector.log.ConnectorLog;
import org.turnstile.connector.management.Counters;
import org.turnstile.dicom.association.AssociationRequest;
import org.turnstile.dicom.association.Decision;
import org.turnstile.dicom.pdu.AAssociateRj;

/** The doors of all listeners, and what is said to a peer that finds none. */
public final class Doors {

    private final ConcurrentMap<String, Door> doors = new ConcurrentHashMap<>();

    /** One door for each listener. */
    public Doors(Map<String, ListenerSettings> listeners, DoorServices services) {
        listeners.forEach((name, settings) -> doors.put(name, new Door(settings, services)));
    }

    Door of(ListenerSettings listener) {
        return doors.get(listener.name());
    }

    Door of(String listener) {
        return doors.get(listener);
    }

    /** Associations of a listener that are open or being decided on. */
    public int open(String listener) {
        return of(listener).open();
    }

    /** What happened on a listener. */
    public Counters counters(String listener) {
        return of(listener).counters();
    }

    /** A request that is no listener's is only logged: nobody can have asked to hear of it. */
    CompletionStage<Decision> unknown(AssociationRequest request, AAssociateRj rj, String cause) {
        ConnectorLog.PEER.rejected(
                request.id(),
                rj.result(),
                rj.source(),
                rj.reason(),
                request.rq().callingAeTitle(),
                request.peer(),
                request.rq().calledAeTitle(),
                "-",
                "-",
                cause);
        return CompletableFuture.completedStage(new Decision.Reject(rj));
    }
}
