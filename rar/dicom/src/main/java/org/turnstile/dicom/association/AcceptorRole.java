/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.dicom.association;

import io.netty.channel.Channel;
import java.net.InetSocketAddress;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.turnstile.api.Association;
import org.turnstile.api.Closing;
import org.turnstile.api.UID;
import org.turnstile.dicom.association.negotiation.Negotiated;
import org.turnstile.dicom.association.negotiation.Negotiation;
import org.turnstile.dicom.association.state.Event;
import org.turnstile.dicom.association.state.State;
import org.turnstile.dicom.pdu.AAbort;
import org.turnstile.dicom.pdu.AAssociateAc;
import org.turnstile.dicom.pdu.AAssociateRj;
import org.turnstile.dicom.pdu.AAssociateRq;
import org.turnstile.dicom.pdu.UserIdentityRq;
import org.turnstile.dicom.pdu.codec.PduEncoder;

/** The accepting side of an association: asks the gate, and does as it says. */
final class AcceptorRole implements Role {

    private final AssociationHandler handler;
    private final AcceptorSettings settings;
    private final String id;
    private InetSocketAddress peer;
    private Association association;

    AcceptorRole(AssociationHandler handler, AcceptorSettings settings) {
        this.handler = handler;
        this.settings = settings;
        this.id = settings.ids().get();
    }

    @Override
    public State collision() {
        return State.STA10;
    }

    @Override
    public void connected() {
        peer = (InetSocketAddress) channel().remoteAddress();
        settings.observer().connected(peer);
    }

    @Override
    public void disconnected() {
        settings.observer().disconnected(peer);
    }

    /** Tests bit 0 only: "this shall be a bit mask" (PS3.8 §9.3.2). */
    @Override
    public Optional<AAssociateRj> refusal(AAssociateRq rq) {
        if ((rq.protocolVersion() & 1) == 1) {
            return Optional.empty();
        }
        wipe(rq);
        settings.observer().rejected(request(rq), AAssociateRj.PROTOCOL_VERSION);
        return Optional.of(AAssociateRj.PROTOCOL_VERSION);
    }

    @Override
    public void indicate(AAssociateRq rq) {
        AssociationRequest request = request(rq);
        long maximumLength = rq.userInformation().maximumLength();
        if (!Negotiation.carriesData(maximumLength)) {
            wipe(rq);
            settings.observer().abandoned(request);
            String fault = "maximum length (51H): " + maximumLength + " carries no data";
            handler.invalid(AAbort.INVALID_PARAMETER, fault);
        } else if (!rq.applicationContext().equals(UID.APPLICATION_CONTEXT)) {
            wipe(rq);
            reject(request, AAssociateRj.APPLICATION_CONTEXT);
        } else {
            ask(request);
        }
    }

    @Override
    public void over(Ending ending) {
        if (association != null) {
            Association ended = association;
            association = null;
            settings.observer().closed(ended, ending.closing());
        }
    }

    @Override
    public void malformed(String fault) {
        settings.observer().malformed(id, peer, fault);
    }

    @Override
    public void failed(Throwable cause) {
        settings.observer().failed(id, cause);
    }

    /** The association, while it is established. */
    Optional<Association> association() {
        return Optional.ofNullable(association);
    }

    private AssociationRequest request(AAssociateRq rq) {
        InetSocketAddress local = (InetSocketAddress) channel().localAddress();
        return new AssociationRequest(id, rq, peer, local, settings.line(), Instant.now());
    }

    private void ask(AssociationRequest request) {
        CompletionStage<Decision> stage;
        try {
            stage = Objects.requireNonNull(settings.gate().decide(request), "decision");
        } catch (RuntimeException e) {
            wipe(request.rq());
            refuse(request, e);
            return;
        }
        stage.whenComplete((decision, failure) -> onLoop(request, decision, failure));
    }

    private void onLoop(AssociationRequest request, Decision decision, Throwable failure) {
        wipe(request.rq());
        if (!handler.onLoop(() -> decided(request, decision, failure))) {
            settings.observer().abandoned(request);
        }
    }

    private void decided(AssociationRequest request, Decision decision, Throwable failure) {
        if (handler.machine().state() != State.STA3) {
            settings.observer().abandoned(request);
        } else if (failure != null) {
            refuse(request, failure);
        } else if (decision instanceof Decision.Accept accept) {
            accept(request, accept);
        } else if (decision instanceof Decision.Reject reject) {
            reject(request, reject.rj());
        } else if (decision instanceof Decision.Abort abort) {
            settings.observer().abandoned(request);
            handler.abort(Cause.abort(abort.abort(), Closing.ABORTED_BY_US, "by the gate"));
        } else {
            refuse(request, new NullPointerException("decision"));
        }
    }

    private void accept(AssociationRequest request, Decision.Accept accept) {
        AAssociateAc ac;
        Negotiated negotiated;
        try {
            Negotiation answer = Negotiation.answer(request.rq(), accept.contexts());
            int offered = Math.min(accept.limits().maximumLength(), settings.dataLength());
            ac = answer.ac(offered, accept.serverResponse());
            negotiated = answer.negotiated();
            // throws before anything is sent if it does not fit
            PduEncoder.userInformationLength(ac.userInformation());
        } catch (RuntimeException e) {
            settings.observer().abandoned(request);
            refuse(request, e);
            return;
        }
        handler.machine().step(Event.EVT7, Cause.sending(ac));
        opened(AcceptedAssociation.of(request, accept), negotiated, accept.limits());
    }

    private void opened(Association accepted, Negotiated negotiated, AssociationLimits limits) {
        association = accepted;
        AssociationUser user = settings.users().accepted(handler, accepted, negotiated, limits);
        handler.machine().user(user);
        handler.watch(limits, user);
        settings.observer().accepted(accepted);
    }

    private void refuse(AssociationRequest request, Throwable failure) {
        failed(failure);
        reject(request, AAssociateRj.CONGESTION);
    }

    private void reject(AssociationRequest request, AAssociateRj rj) {
        handler.machine().step(Event.EVT8, Cause.sending(rj));
        settings.observer().rejected(request, rj);
    }

    private Channel channel() {
        return handler.channel();
    }

    private static void wipe(AAssociateRq rq) {
        rq.userInformation().userIdentityRq().ifPresent(UserIdentityRq::wipe);
    }
}
