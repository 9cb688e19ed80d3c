/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.connector.inflow;

import jakarta.resource.spi.UnavailableException;
import jakarta.resource.spi.endpoint.MessageEndpoint;
import java.util.Optional;
import org.turnstile.api.Association;
import org.turnstile.api.AssociationLostException;
import org.turnstile.api.EchoListener;
import org.turnstile.api.EchoRequest;
import org.turnstile.api.FindListener;
import org.turnstile.api.FindRequest;
import org.turnstile.api.Status;
import org.turnstile.api.StoreListener;
import org.turnstile.api.StoreRequest;
import org.turnstile.api.UserIdentity;
import org.turnstile.connector.log.ConnectorLog;
import org.turnstile.connector.work.ShortTask;
import org.turnstile.dicom.dimse.DimseRequest;
import org.turnstile.dicom.dimse.DimseResponder;

/** One DIMSE request, delivered to its endpoint as the association's user. */
final class RequestTask implements ShortTask {

    private final Service service;
    private final Activation activation;
    private final DimseRequest request;
    private final DimseResponder responder;
    private final Answer answer;

    /** Takes the final answer, once. */
    @FunctionalInterface
    interface Answer {
        void give(Status status);
    }

    /**
     * Makes the task.
     *
     * @param responder takes the matches of a query
     * @param answer takes the final answer
     */
    RequestTask(
            Service service,
            Activation activation,
            DimseRequest request,
            DimseResponder responder,
            Answer answer) {
        this.service = service;
        this.activation = activation;
        this.request = request;
        this.responder = responder;
        this.answer = answer;
    }

    @Override
    public Optional<UserIdentity> caller() {
        return Optional.of(association().identity());
    }

    @Override
    public void refused(Exception cause) {
        ConnectorLog.LOG.notServed(association().id(), service.title(), cause.getMessage());
        answer.give(Status.OUT_OF_RESOURCES);
    }

    @Override
    public void run() {
        Status status = Status.PROCESSING_FAILURE;
        try {
            status = deliver();
        } finally {
            // an Error goes on to the container, but not without an answer to the peer
            answer.give(status);
        }
    }

    private Status deliver() {
        MessageEndpoint endpoint;
        try {
            endpoint = activation.factory().createEndpoint(null);
        } catch (UnavailableException e) {
            ConnectorLog.LOG.notServed(association().id(), service.title(), e.getMessage());
            return Status.OUT_OF_RESOURCES;
        }
        try {
            Status status = call(endpoint);
            return status == null || status.isPending() ? noAnswer(status) : status;
        } catch (AssociationLostException e) {
            return Status.PROCESSING_FAILURE;
        } catch (Identifier.RefusedException e) {
            ConnectorLog.PEER.identifierRefused(association().id(), e.getMessage());
            return e.status();
        } catch (RuntimeException e) {
            return failed(e);
        } finally {
            endpoint.release();
        }
    }

    private Status call(MessageEndpoint endpoint)
            throws AssociationLostException, Identifier.RefusedException {
        return switch (service) {
            case ECHO ->
                    ((EchoListener) endpoint)
                            .onEcho(new EchoRequest(association(), request.sopClass()));
            case STORE -> ((StoreListener) endpoint).onStore(storeRequest());
            case FIND -> ((FindListener) endpoint).onFind(findRequest(), new Matches(responder));
        };
    }

    private StoreRequest storeRequest() {
        return new StoreRequest(
                association(),
                request.sopClass(),
                request.command().affectedSopInstance().orElse(""),
                request.transferSyntax(),
                request.dataSet());
    }

    private FindRequest findRequest() throws AssociationLostException, Identifier.RefusedException {
        return new FindRequest(
                association(),
                request.sopClass(),
                request.relational(),
                request.transferSyntax(),
                Identifier.read(request));
    }

    private Status noAnswer(Status status) {
        ConnectorLog.LOG.notServed(
                association().id(),
                service.title(),
                activation + " returned " + status + " for a final status");
        return Status.PROCESSING_FAILURE;
    }

    private Status failed(RuntimeException cause) {
        if (AccessDenied.isCauseOf(cause)) {
            ConnectorLog.PEER.notAuthorized(
                    association().id(), service.title(), association().identity());
            return Status.NOT_AUTHORIZED;
        }
        ConnectorLog.LOG.handlerFailed(association().id(), service.title(), cause);
        return Status.PROCESSING_FAILURE;
    }

    private Association association() {
        return request.association();
    }
}
