/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.connector.listener;

import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.turnstile.api.Association;
import org.turnstile.api.Closing;
import org.turnstile.api.RejectedAssociation;
import org.turnstile.api.UID;
import org.turnstile.api.UserIdentity;
import org.turnstile.connector.config.ListenerSettings;
import org.turnstile.connector.log.ConnectorLog;
import org.turnstile.connector.log.Shown;
import org.turnstile.connector.login.LoginAttempt;
import org.turnstile.connector.login.LoginOutcome;
import org.turnstile.connector.management.Counters;
import org.turnstile.dicom.association.AssociationRequest;
import org.turnstile.dicom.association.Decision;
import org.turnstile.dicom.pdu.AAssociateRj;

/** The door of one listener: a seat, a login, the events, and then the answer. */
final class Door {

    private final ListenerSettings settings;
    private final DoorServices services;
    private final Seats seats;
    private final Counters counters = new Counters();
    private final ConcurrentMap<String, Association> opening = new ConcurrentHashMap<>();

    Door(ListenerSettings settings, DoorServices services) {
        this.settings = settings;
        this.services = services;
        this.seats = new Seats(settings.maxAssociations(), settings.maxAssociationsPerPeer());
    }

    Counters counters() {
        return counters;
    }

    int open() {
        return seats.count();
    }

    CompletionStage<Decision> enter(AssociationRequest request) {
        if (!services.activations().serve(settings.name())) {
            return reject(request, AAssociateRj.CONGESTION, "", "no service is activated");
        }
        Optional<String> full = seats.take(request.id(), request.peer().getAddress());
        if (full.isPresent()) {
            return reject(request, AAssociateRj.LOCAL_LIMIT, "", full.get());
        }
        return services.logins()
                .login(LoginAttempt.of(settings, request))
                .thenCompose(outcome -> answer(request, outcome));
    }

    private CompletionStage<Decision> answer(AssociationRequest request, LoginOutcome outcome) {
        request.rq()
                .userInformation()
                .userIdentityRq()
                .ifPresent(rq -> counters.login(LoginCount.of(rq.type(), outcome)));
        if (outcome instanceof LoginOutcome.Granted granted) {
            return granted(request, granted);
        }
        if (outcome instanceof LoginOutcome.Refused refused) {
            return reject(
                    request,
                    AAssociateRj.NOT_AUTHENTICATED,
                    refused.claimedName(),
                    refused.cause());
        }
        LoginOutcome.Unavailable down = (LoginOutcome.Unavailable) outcome;
        ConnectorLog.LOG.loginUnavailable(request.id(), down.cause());
        return reject(request, AAssociateRj.CONGESTION, down.claimedName(), down.cause());
    }

    private CompletionStage<Decision> granted(
            AssociationRequest request, LoginOutcome.Granted granted) {
        if (!granted.note().isEmpty()) {
            ConnectorLog.PEER.identityIgnored(request.id(), granted.note());
        }
        if (!granted.identity().isAnonymous()) {
            services.sessions().keep(request.id(), granted.session());
        }
        if (!seats.has(request.id())) {
            // the peer left while the login ran; nobody else will end the session
            services.sessions().end(request.id());
        }
        if (granted.echoOnly() && !proposesVerification(request) && !proposesQuery(request)) {
            return reject(
                    request, AAssociateRj.NOT_AUTHENTICATED, "", "nobody named, and not to echo");
        }
        Decision accept =
                new Decision.Accept(
                        settings.name(),
                        granted.identity(),
                        granted.serverResponse(),
                        new ListenerContexts(services.activations(), settings, granted.echoOnly()),
                        settings.limits());
        if (!services.events().heard(settings.name())) {
            return settings.auditRequired()
                    ? unaudited(request, granted)
                    : CompletableFuture.completedStage(accept);
        }
        return tell(request, granted, accept);
    }

    private CompletionStage<Decision> tell(
            AssociationRequest request, LoginOutcome.Granted granted, Decision accept) {
        Association association =
                new OpeningAssociation(settings.name(), request, granted.identity());
        return services.events()
                .opened(association)
                .handle((done, failure) -> failure)
                .thenCompose(
                        failure -> {
                            if (failure != null && settings.auditRequired()) {
                                return unaudited(request, granted);
                            }
                            opening.put(request.id(), association);
                            return CompletableFuture.completedStage(accept);
                        });
    }

    private CompletionStage<Decision> unaudited(
            AssociationRequest request, LoginOutcome.Granted granted) {
        return reject(
                request,
                AAssociateRj.CONGESTION,
                granted.claimedName(),
                "auditRequired: no listener kept the event");
    }

    /** Tells who listens, and answers when they have been told. */
    CompletionStage<Decision> reject(
            AssociationRequest request, AAssociateRj rj, String claimedName, String cause) {
        ConnectorLog.PEER.rejected(
                request.id(),
                rj.result(),
                rj.source(),
                rj.reason(),
                request.rq().callingAeTitle(),
                request.peer(),
                request.rq().calledAeTitle(),
                settings.name(),
                claimedName.isEmpty() ? "nobody" : Shown.text(claimedName),
                cause);
        return services.events()
                .rejected(rejected(request, rj, claimedName, cause))
                .handle((done, failure) -> new Decision.Reject(rj));
    }

    private RejectedAssociation rejected(
            AssociationRequest request, AAssociateRj rj, String claimedName, String cause) {
        int type = request.rq().userInformation().userIdentityRq().map(rq -> rq.type()).orElse(-1);
        return new RejectedAssociation(
                request.id(),
                settings.name(),
                request.rq().calledAeTitle(),
                request.rq().callingAeTitle(),
                request.peer(),
                request.line(),
                type,
                claimedName,
                rj.result(),
                rj.source(),
                rj.reason(),
                cause,
                Instant.now());
    }

    /** Whether there is a query to be answered, though only with 0124H. */
    private boolean proposesQuery(AssociationRequest request) {
        return request.rq().contexts().stream()
                .anyMatch(
                        context ->
                                services.activations()
                                        .serveQueries(settings.name(), context.abstractSyntax()));
    }

    private static boolean proposesVerification(AssociationRequest request) {
        return request.rq().contexts().stream()
                .anyMatch(context -> context.abstractSyntax().equals(UID.VERIFICATION));
    }

    void accepted(Association association) {
        opening.remove(association.id());
        counters.accepted();
        UserIdentity who = association.identity();
        ConnectorLog.PEER.accepted(
                association.id(),
                association.callingAeTitle(),
                association.peer(),
                association.calledAeTitle(),
                settings.name(),
                who);
    }

    /** The peer has been told no, or has left before it was told anything. */
    void left(String id) {
        seats.leave(id);
        Association told = opening.remove(id);
        if (told == null) {
            services.sessions().end(id);
        } else {
            closed(told, Closing.LOST);
        }
    }

    void closed(Association association, Closing closing) {
        counters.closed(closing.name());
        ConnectorLog.PEER.ended(association.id(), closing);
        seats.leave(association.id());
        services.events()
                .closed(association, closing)
                .whenComplete((done, failure) -> services.sessions().end(association.id()));
    }
}
