/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.connector.inflow;

import java.util.Optional;
import java.util.function.Predicate;
import org.turnstile.api.Association;
import org.turnstile.api.Status;
import org.turnstile.connector.log.ConnectorLog;
import org.turnstile.connector.work.Lane;
import org.turnstile.connector.work.LaneFullException;
import org.turnstile.dicom.dimse.DimseRequest;
import org.turnstile.dicom.dimse.DimseResponder;
import org.turnstile.dicom.dimse.DimseService;

/** Takes requests from the wire and queues them for the container. */
public final class RequestService implements DimseService {

    private final Activations activations;
    private final Lane lane;
    private final RequestMeter meter;
    private final Predicate<Association> echoOnly;

    /**
     * Serves by these activations.
     *
     * @param lane permits for requests
     * @param meter is told of every request
     * @param echoOnly whether an association may do nothing but C-ECHO
     */
    public RequestService(
            Activations activations,
            Lane lane,
            RequestMeter meter,
            Predicate<Association> echoOnly) {
        this.activations = activations;
        this.lane = lane;
        this.meter = meter;
        this.echoOnly = echoOnly;
    }

    @Override
    public void onRequest(DimseRequest request, DimseResponder responder) {
        Optional<Service> service = Service.of(request.command().commandField());
        if (service.isEmpty()) {
            responder.complete(Status.UNRECOGNIZED_OPERATION);
            return;
        }
        Optional<Activation> activation =
                activations.find(
                        request.association().listener(), service.get(), request.sopClass());
        if (activation.isEmpty()) {
            responder.complete(Status.SOP_CLASS_NOT_SUPPORTED);
            return;
        }
        queue(service.get(), activation.get(), request, responder);
    }

    private void queue(
            Service service,
            Activation activation,
            DimseRequest request,
            DimseResponder responder) {
        long since = System.nanoTime();
        Association association = request.association();
        RequestTask.Answer answer =
                status -> {
                    meter.answered(
                            association.listener(),
                            service.title(),
                            status,
                            System.nanoTime() - since);
                    responder.complete(status);
                };
        if (service != Service.ECHO && echoOnly.test(association)) {
            ConnectorLog.PEER.notAuthorized(
                    association.id(), service.title(), association.identity());
            answer.give(Status.NOT_AUTHORIZED);
            return;
        }
        try {
            lane.submit(new RequestTask(service, activation, request, responder, answer));
        } catch (LaneFullException e) {
            ConnectorLog.LOG.notServed(association.id(), service.title(), e.getMessage());
            answer.give(Status.OUT_OF_RESOURCES);
        }
    }
}
