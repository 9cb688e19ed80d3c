/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.connector.inflow;

import java.util.Optional;
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

    /**
     * Serves by these activations.
     *
     * @param lane permits for requests
     * @param meter is told of every request
     */
    public RequestService(Activations activations, Lane lane, RequestMeter meter) {
        this.activations = activations;
        this.lane = lane;
        this.meter = meter;
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
        RequestTask.Answer answer =
                status -> {
                    meter.answered(
                            request.association().listener(),
                            service.title(),
                            status,
                            System.nanoTime() - since);
                    responder.complete(status);
                };
        try {
            lane.submit(new RequestTask(service, activation, request, answer));
        } catch (LaneFullException e) {
            ConnectorLog.LOG.notServed(request.association().id(), service.title(), e.getMessage());
            answer.give(Status.OUT_OF_RESOURCES);
        }
    }
}
