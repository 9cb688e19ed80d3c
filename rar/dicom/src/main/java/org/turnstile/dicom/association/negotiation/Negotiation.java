/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.dicom.association.negotiation;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.turnstile.api.Implementation;
import org.turnstile.dicom.pdu.AAssociateAc;
import org.turnstile.dicom.pdu.AAssociateRq;
import org.turnstile.dicom.pdu.AsynchronousOperations;
import org.turnstile.dicom.pdu.ExtendedNegotiation;
import org.turnstile.dicom.pdu.PresentationContextAc;
import org.turnstile.dicom.pdu.PresentationContextRq;
import org.turnstile.dicom.pdu.RoleSelection;
import org.turnstile.dicom.pdu.UserIdentityAc;
import org.turnstile.dicom.pdu.UserInformation;

/**
 * Presentation contexts, roles and maximum lengths (PS3.8 §9.3.3, PS3.7 Annex D): the answer to a
 * request, and what either side may do after it.
 */
public final class Negotiation {

    /**
     * Most bytes of a P-DATA-TF that we send, whatever the peer takes. "A value of zero indicates
     * that no maximum length is specified" (PS3.8 §D.1.1), so memory needs a bound of our own.
     */
    public static final int OWN_MAXIMUM_LENGTH = 256 * 1024;

    /** A P-DATA-TF with a single byte of a fragment: 4 length, 1 context, 1 header, 1 byte. */
    static final int LEAST_MAXIMUM_LENGTH = 7;

    private static final int PROTOCOL_VERSION_1 = 1;

    private final AAssociateRq rq;
    private final ContextPolicy policy;
    private final Map<String, RoleSelection> roles = new LinkedHashMap<>();
    private final List<PresentationContextAc> answers = new ArrayList<>();
    private final Map<Integer, AcceptedContext> accepted = new HashMap<>();
    private final Map<String, ByteBuffer> extended = new LinkedHashMap<>();

    private Negotiation(AAssociateRq rq, ContextPolicy policy) {
        this.rq = rq;
        this.policy = policy;
        for (RoleSelection role : rq.userInformation().roleSelections()) {
            roles.computeIfAbsent(role.sopClass(), sopClass -> answer(role));
        }
        rq.contexts().forEach(this::answer);
        rq.userInformation().extendedNegotiations().forEach(this::answer);
    }

    /** Answers a request as a policy says. */
    public static Negotiation answer(AAssociateRq rq, ContextPolicy policy) {
        return new Negotiation(rq, policy);
    }

    /** What a requestor may do, from its request and the accept. */
    public static Negotiated of(AAssociateRq rq, AAssociateAc ac) {
        Map<String, RoleSelection> roles = new HashMap<>();
        ac.userInformation().roleSelections().forEach(role -> roles.put(role.sopClass(), role));
        Map<Integer, PresentationContextRq> proposed = new HashMap<>();
        rq.contexts().forEach(context -> proposed.put(context.id(), context));
        Map<Integer, AcceptedContext> accepted = new HashMap<>();
        for (PresentationContextAc answer : ac.contexts()) {
            PresentationContextRq context = proposed.get(answer.id());
            if (answer.accepted()
                    && context != null
                    && context.transferSyntaxes().contains(answer.transferSyntax())) {
                RoleSelection role = roles.get(context.abstractSyntax());
                accepted.put(answer.id(), context(context, answer.transferSyntax(), role));
            }
        }
        return new Negotiated(
                accepted, usable(ac.userInformation().maximumLength()), extended(rq, ac));
    }

    /** An answer to what was not proposed does not count. */
    private static Map<String, ByteBuffer> extended(AAssociateRq rq, AAssociateAc ac) {
        Map<String, ByteBuffer> answered = new HashMap<>();
        for (ExtendedNegotiation answer : ac.userInformation().extendedNegotiations()) {
            boolean proposed =
                    rq.userInformation().extendedNegotiations().stream()
                            .anyMatch(each -> each.sopClass().equals(answer.sopClass()));
            if (proposed) {
                answered.putIfAbsent(answer.sopClass(), answer.information());
            }
        }
        return answered;
    }

    /** What the peer's maximum length (51H) lets us send; 0 means no limit. */
    public static int usable(long peer) {
        return peer == 0 ? OWN_MAXIMUM_LENGTH : (int) Math.min(peer, OWN_MAXIMUM_LENGTH);
    }

    /** Whether a P-DATA-TF of this maximum length can carry anything. */
    public static boolean carriesData(long maximumLength) {
        return maximumLength == 0 || maximumLength >= LEAST_MAXIMUM_LENGTH;
    }

    /** What is agreed. */
    public Negotiated negotiated() {
        return new Negotiated(accepted, usable(rq.userInformation().maximumLength()), extended);
    }

    /**
     * The accept.
     *
     * @param maximumLength most bytes of a P-DATA-TF that we take
     * @param serverResponse content of the 59H; none if empty
     */
    public AAssociateAc ac(long maximumLength, Optional<byte[]> serverResponse) {
        var information =
                new UserInformation(
                        maximumLength,
                        Implementation.CLASS_UID,
                        // one at a time: nothing else is negotiated (PS3.7 §D.3.3.3)
                        rq.userInformation()
                                .asynchronousOperations()
                                .map(proposed -> new AsynchronousOperations(1, 1)),
                        answeredRoles(),
                        Implementation.VERSION_NAME,
                        answeredExtensions(),
                        List.of(),
                        Optional.empty(),
                        serverResponse.map(UserIdentityAc::new));
        return new AAssociateAc(
                PROTOCOL_VERSION_1,
                rq.calledAeTitle(),
                rq.callingAeTitle(),
                rq.applicationContext(),
                answers,
                information);
    }

    private List<RoleSelection> answeredRoles() {
        return roles.values().stream().filter(role -> policy.supports(role.sopClass())).toList();
    }

    private List<ExtendedNegotiation> answeredExtensions() {
        return extended.entrySet().stream()
                .map(answer -> new ExtendedNegotiation(answer.getKey(), answer.getValue()))
                .toList();
    }

    /** Of a SOP class that is proposed twice the first counts. */
    private void answer(ExtendedNegotiation proposed) {
        String sopClass = proposed.sopClass();
        boolean isAccepted =
                accepted.values().stream()
                        .anyMatch(context -> context.abstractSyntax().equals(sopClass));
        if (isAccepted && !extended.containsKey(sopClass)) {
            policy.extended(sopClass, proposed.information().duplicate())
                    .ifPresent(answer -> extended.put(sopClass, answer));
        }
    }

    /** A role that was not proposed cannot be given (PS3.7 §D.3.3.4). */
    private RoleSelection answer(RoleSelection proposed) {
        boolean scp = proposed.scp() && policy.requestorMayBeScp(proposed.sopClass());
        return new RoleSelection(proposed.sopClass(), proposed.scu(), scp);
    }

    private void answer(PresentationContextRq context) {
        if (!policy.supports(context.abstractSyntax())) {
            reject(context, PresentationContextAc.ABSTRACT_SYNTAX_NOT_SUPPORTED);
            return;
        }
        Optional<String> syntax =
                policy.choose(context.abstractSyntax(), context.transferSyntaxes())
                        .filter(context.transferSyntaxes()::contains);
        RoleSelection role = roles.get(context.abstractSyntax());
        if (syntax.isEmpty()) {
            reject(context, PresentationContextAc.TRANSFER_SYNTAXES_NOT_SUPPORTED);
        } else if (role != null && !role.scu() && !role.scp()) {
            reject(context, PresentationContextAc.USER_REJECTION);
        } else {
            accepted.put(context.id(), context(context, syntax.get(), role));
            answers.add(
                    new PresentationContextAc(
                            context.id(), PresentationContextAc.ACCEPTANCE, syntax.get()));
        }
    }

    private void reject(PresentationContextRq context, int result) {
        // "not significant" when rejected (PS3.8 §9.3.3.2), yet some peers want to see one
        String syntax = context.transferSyntaxes().get(0);
        answers.add(new PresentationContextAc(context.id(), result, syntax));
    }

    /** Without role selection the requestor is SCU and nothing else (PS3.7 §D.3.3.4). */
    private static AcceptedContext context(
            PresentationContextRq context, String transferSyntax, RoleSelection role) {
        return new AcceptedContext(
                context.id(),
                context.abstractSyntax(),
                transferSyntax,
                role == null || role.scu(),
                role != null && role.scp());
    }
}
