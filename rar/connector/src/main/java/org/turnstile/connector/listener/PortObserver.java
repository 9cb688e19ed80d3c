/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.connector.listener;

import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import org.turnstile.api.Association;
import org.turnstile.api.Closing;
import org.turnstile.connector.config.ListenerSettings;
import org.turnstile.connector.config.Settings;
import org.turnstile.connector.log.ConnectorLog;
import org.turnstile.dicom.association.AssociationObserver;
import org.turnstile.dicom.association.AssociationRequest;
import org.turnstile.dicom.pdu.AAssociateRj;

/** Passes on what happens at one port to the doors behind it. */
final class PortObserver implements AssociationObserver {

    /** What the wire layer rejects before it asks anybody, so that nobody has heard of it. */
    private static final Map<AAssociateRj, String> WITHOUT_GATE =
            Map.of(
                    AAssociateRj.PROTOCOL_VERSION, "protocol version",
                    AAssociateRj.APPLICATION_CONTEXT, "application context");

    private final List<ListenerSettings> listeners;
    private final Doors doors;

    PortObserver(List<ListenerSettings> listeners, Doors doors) {
        this.listeners = List.copyOf(listeners);
        this.doors = doors;
    }

    @Override
    public void accepted(Association association) {
        doors.of(association.listener()).accepted(association);
    }

    @Override
    public void rejected(AssociationRequest request, AAssociateRj rj) {
        Settings.select(listeners, request.rq().calledAeTitle())
                .ifPresent(
                        listener -> {
                            Door door = doors.of(listener);
                            door.counters().rejected(rj.result(), rj.source(), rj.reason());
                            if (WITHOUT_GATE.containsKey(rj)) {
                                door.reject(request, rj, "", WITHOUT_GATE.get(rj));
                            }
                            door.left(request.id());
                        });
    }

    @Override
    public void abandoned(AssociationRequest request) {
        Settings.select(listeners, request.rq().calledAeTitle())
                .ifPresent(listener -> doors.of(listener).left(request.id()));
    }

    @Override
    public void closed(Association association, Closing closing) {
        doors.of(association.listener()).closed(association, closing);
    }

    @Override
    public void failed(String id, Throwable cause) {
        ConnectorLog.LOG.fault(id, cause);
    }

    @Override
    public void malformed(String id, InetSocketAddress peer, String fault) {
        ConnectorLog.PEER.malformed(id, peer, fault);
        listeners.forEach(listener -> doors.of(listener).counters().malformed());
    }

    @Override
    public void refused(InetSocketAddress peer) {
        ConnectorLog.PEER.connectionRefused(peer);
    }
}
