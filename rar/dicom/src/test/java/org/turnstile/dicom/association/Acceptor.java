/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.dicom.association;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.turnstile.api.Association;
import org.turnstile.api.Closing;
import org.turnstile.api.Line;
import org.turnstile.api.UID;
import org.turnstile.api.UserIdentity;
import org.turnstile.dicom.association.negotiation.ContextPolicy;
import org.turnstile.dicom.association.negotiation.Negotiated;
import org.turnstile.dicom.pdu.AAssociateRj;

/** A gate whose answers are given by the test, and everything that an acceptor is told. */
final class Acceptor implements AssociationGate, AssociationObserver {

    static final Duration ARTIM = Duration.ofSeconds(30);

    private final List<String> told = new ArrayList<>();
    private final Deque<CompletableFuture<Decision>> asked = new ArrayDeque<>();
    private final List<AssociationRequest> requests = new ArrayList<>();
    private final Wire wire;
    private RecordingUser user;
    private RuntimeException thrown;

    Acceptor() {
        wire =
                Wire.of(
                        AssociationHandler.acceptor(
                                new AcceptorSettings(
                                        ARTIM,
                                        Line.PLAIN,
                                        256 * 1024,
                                        () -> "a-1",
                                        this,
                                        this,
                                        this::accepted)));
    }

    Wire wire() {
        return wire;
    }

    RecordingUser user() {
        return user;
    }

    List<String> told() {
        return told;
    }

    List<AssociationRequest> requests() {
        return requests;
    }

    /** Lets the gate throw instead of deciding. */
    void gateThrows(RuntimeException fault) {
        thrown = fault;
    }

    CompletableFuture<Decision> pending() {
        return asked.remove();
    }

    /** Answers the oldest request. */
    void decide(Decision decision) {
        pending().complete(decision);
        wire.runPendingTasks();
    }

    void accept() {
        decide(accept(Optional.empty(), AssociationLimits.DEFAULT));
    }

    static Decision accept(Optional<byte[]> serverResponse, AssociationLimits limits) {
        return new Decision.Accept(
                "default",
                UserIdentity.anonymous(),
                serverResponse,
                policy(List.of(UID.VERIFICATION), List.of(UID.IMPLICIT_VR_LITTLE_ENDIAN), false),
                limits);
    }

    /** A policy that takes the first syntax that it knows, in the requestor's order. */
    static ContextPolicy policy(List<String> classes, List<String> syntaxes, boolean scp) {
        return new ContextPolicy() {
            @Override
            public boolean supports(String sopClass) {
                return classes.contains(sopClass);
            }

            @Override
            public Optional<String> choose(String sopClass, List<String> proposed) {
                return proposed.stream().filter(syntaxes::contains).findFirst();
            }

            @Override
            public boolean requestorMayBeScp(String sopClass) {
                return scp;
            }
        };
    }

    private AssociationUser accepted(
            AssociationHandler handler,
            Association association,
            Negotiated negotiated,
            AssociationLimits limits) {
        user = new RecordingUser(handler, negotiated);
        return user;
    }

    @Override
    public CompletionStage<Decision> decide(AssociationRequest request) {
        requests.add(request);
        if (thrown != null) {
            throw thrown;
        }
        CompletableFuture<Decision> answer = new CompletableFuture<>();
        asked.add(answer);
        return answer;
    }

    @Override
    public void connected(InetSocketAddress peer) {
        told.add("connected");
    }

    @Override
    public void disconnected(InetSocketAddress peer) {
        told.add("disconnected");
    }

    @Override
    public void accepted(Association association) {
        told.add("accepted");
    }

    @Override
    public void rejected(AssociationRequest request, AAssociateRj rj) {
        told.add("rejected");
    }

    @Override
    public void closed(Association association, Closing closing) {
        told.add("closed " + closing);
    }

    @Override
    public void abandoned(AssociationRequest request) {
        told.add("abandoned");
    }

    @Override
    public void malformed(String id, InetSocketAddress peer, String fault) {
        told.add("malformed");
    }

    @Override
    public void failed(String id, Throwable cause) {
        told.add("failed " + cause.getMessage());
    }
}
