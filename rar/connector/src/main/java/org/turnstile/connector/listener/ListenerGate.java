/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.connector.listener;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.turnstile.connector.config.ListenerSettings;
import org.turnstile.connector.config.Parsing;
import org.turnstile.connector.config.Settings;
import org.turnstile.connector.log.ConnectorLog;
import org.turnstile.dicom.association.AssociationGate;
import org.turnstile.dicom.association.AssociationRequest;
import org.turnstile.dicom.association.Decision;
import org.turnstile.dicom.pdu.AAbort;
import org.turnstile.dicom.pdu.AAssociateRj;

/**
 * Decides on the requests of one port. AE titles come first, and no credential is looked at before
 * they are right, so that the answer tells nothing about users.
 */
final class ListenerGate implements AssociationGate {

    private final List<ListenerSettings> listeners;
    private final Doors doors;

    ListenerGate(List<ListenerSettings> listeners, Doors doors) {
        this.listeners = List.copyOf(listeners);
        this.doors = doors;
    }

    @Override
    public CompletionStage<Decision> decide(AssociationRequest request) {
        Optional<ListenerSettings> listener =
                Settings.select(listeners, request.rq().calledAeTitle());
        if (listener.isEmpty()) {
            return doors.unknown(request, AAssociateRj.CALLED_AE, "called AE title");
        }
        Door door = doors.of(listener.get());
        if (!listener.get().admits(request.rq().callingAeTitle())) {
            return door.reject(request, AAssociateRj.CALLING_AE, "", "calling AE title");
        }
        if (request.rq().deviations().isEmpty()) {
            return door.enter(request);
        }
        return listener.get().parsing() == Parsing.STRICT
                ? abort(listener.get(), request)
                : deviant(door, request);
    }

    private static CompletionStage<Decision> deviant(Door door, AssociationRequest request) {
        ConnectorLog.PEER.departs(request.id(), request.peer(), request.rq().deviations());
        return door.enter(request);
    }

    private static CompletionStage<Decision> abort(
            ListenerSettings listener, AssociationRequest request) {
        ConnectorLog.PEER.strict(
                request.id(), request.peer(), listener.name(), request.rq().deviations());
        return CompletableFuture.completedStage(new Decision.Abort(AAbort.INVALID_PARAMETER));
    }
}
