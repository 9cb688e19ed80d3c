/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.dicom.association;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.turnstile.api.UID;
import org.turnstile.dicom.association.negotiation.AcceptedContext;
import org.turnstile.dicom.association.negotiation.ContextPolicy;
import org.turnstile.dicom.association.negotiation.Negotiation;
import org.turnstile.dicom.pdu.AAssociateAc;
import org.turnstile.dicom.pdu.AAssociateRq;
import org.turnstile.dicom.pdu.AsynchronousOperations;
import org.turnstile.dicom.pdu.PresentationContextAc;
import org.turnstile.dicom.pdu.PresentationContextRq;
import org.turnstile.dicom.pdu.RoleSelection;
import org.turnstile.dicom.pdu.UserIdentityAc;
import org.turnstile.dicom.pdu.UserInformation;

class NegotiationTest {

    private static final String CT = "1.2.840.10008.5.1.4.1.1.2";
    private static final String MR = "1.2.840.10008.5.1.4.1.1.4";
    private static final String IMPLICIT = UID.IMPLICIT_VR_LITTLE_ENDIAN;
    private static final String EXPLICIT = UID.EXPLICIT_VR_LITTLE_ENDIAN;
    private static final ContextPolicy CT_ONLY =
            Acceptor.policy(List.of(CT), List.of(IMPLICIT, EXPLICIT), false);

    @Test
    void givenProposals_thenEachIsAnsweredInItsOrderWithItsId() {
        AAssociateAc ac =
                answer(
                        CT_ONLY,
                        List.of(
                                new PresentationContextRq(1, CT, List.of(EXPLICIT, IMPLICIT)),
                                new PresentationContextRq(3, MR, List.of(IMPLICIT)),
                                new PresentationContextRq(5, CT, List.of("1.2.840.10008.1.2.2"))),
                        List.of());

        assertThat(ac.contexts())
                .containsExactly(
                        new PresentationContextAc(1, 0, EXPLICIT),
                        new PresentationContextAc(3, 3, IMPLICIT),
                        new PresentationContextAc(5, 4, "1.2.840.10008.1.2.2"));
        assertThat(ac.calledAeTitle()).isEqualTo("CALLED");
        assertThat(ac.callingAeTitle()).isEqualTo("CALLING");
    }

    @Test
    void givenAPolicyThatChoosesWhatWasNotProposed_thenTheContextIsRejected() {
        ContextPolicy careless =
                new ContextPolicy() {
                    @Override
                    public boolean supports(String sopClass) {
                        return true;
                    }

                    @Override
                    public Optional<String> choose(String sopClass, List<String> proposed) {
                        return Optional.of(EXPLICIT);
                    }
                };
        AAssociateAc ac = answer(careless, List.of(context(CT)), List.of());

        assertThat(ac.contexts()).containsExactly(new PresentationContextAc(1, 4, IMPLICIT));
    }

    @ParameterizedTest
    @CsvSource({
        // proposed scu, scp | policy | answered scu, scp | context result
        "true,  false, true,  true,  false, 0",
        "true,  true,  true,  true,  true,  0",
        "true,  true,  false, true,  false, 0",
        "false, true,  true,  false, true,  0",
        "false, true,  false, false, false, 1",
        "false, false, true,  false, false, 1",
    })
    void givenARoleProposal_thenNoRoleIsGivenThatWasNotProposedOrNotAllowed(
            boolean scu, boolean scp, boolean allowed, boolean asScu, boolean asScp, int result) {
        ContextPolicy policy = Acceptor.policy(List.of(CT), List.of(IMPLICIT), allowed);
        AAssociateRq rq =
                Pdus.rqWith(List.of(context(CT)), List.of(new RoleSelection(CT, scu, scp)));
        Negotiation negotiation = Negotiation.answer(rq, policy);
        AAssociateAc ac = negotiation.ac(16384, Optional.empty());

        assertThat(ac.userInformation().roleSelections())
                .containsExactly(new RoleSelection(CT, asScu, asScp));
        assertThat(ac.contexts().get(0).result()).isEqualTo(result);
        if (result == 0) {
            AcceptedContext accepted = negotiation.negotiated().contexts().get(1);
            assertThat(accepted.requestorIsScu()).isEqualTo(asScu);
            assertThat(accepted.requestorIsScp()).isEqualTo(asScp);
            assertThat(Negotiation.of(rq, ac).contexts().get(1)).isEqualTo(accepted);
        }
    }

    @Test
    void givenNoRoleProposal_thenTheRequestorIsScuAndNoRoleIsAnswered() {
        AAssociateRq rq = Pdus.rqWith(List.of(context(CT)), List.of());
        Negotiation negotiation = Negotiation.answer(rq, CT_ONLY);

        assertThat(negotiation.negotiated().contexts().get(1))
                .isEqualTo(new AcceptedContext(1, CT, IMPLICIT, true, false));
        assertThat(negotiation.ac(16384, Optional.empty()).userInformation().roleSelections())
                .isEmpty();
    }

    @Test
    void givenARoleForAClassThatIsNotServed_thenItIsNotAnswered() {
        AAssociateAc ac =
                answer(CT_ONLY, List.of(context(CT)), List.of(new RoleSelection(MR, true, true)));

        assertThat(ac.userInformation().roleSelections()).isEmpty();
    }

    @Test
    void givenAProposedAsynchronousWindow_thenItIsAnsweredByOneAndOne() {
        UserInformation proposed =
                new UserInformation(
                        16384,
                        "1.2.3",
                        Optional.of(new AsynchronousOperations(0, 0)),
                        List.of(),
                        "",
                        List.of(),
                        List.of(),
                        Optional.empty(),
                        Optional.empty());
        AAssociateRq rq = Pdus.rq(1, UID.APPLICATION_CONTEXT, proposed);

        AAssociateAc ac = Negotiation.answer(rq, CT_ONLY).ac(16384, Optional.empty());

        assertThat(ac.userInformation().asynchronousOperations())
                .contains(new AsynchronousOperations(1, 1));
    }

    @Test
    void givenAServerResponse_thenItIsThere_andWithoutOneThereIsNoItem() {
        Negotiation negotiation = Negotiation.answer(Pdus.rq(), CT_ONLY);

        assertThat(negotiation.ac(16384, Optional.empty()).userInformation().userIdentityAc())
                .isEmpty();
        assertThat(
                        negotiation
                                .ac(16384, Optional.of(new byte[] {1}))
                                .userInformation()
                                .userIdentityAc()
                                .map(UserIdentityAc::serverResponse))
                .contains(new byte[] {1});
    }

    @Test
    void givenOurUserInformation_thenItNamesUsAndOurMaximumLength() {
        UserInformation ours =
                Negotiation.answer(Pdus.rq(), CT_ONLY)
                        .ac(65536, Optional.empty())
                        .userInformation();

        assertThat(ours.maximumLength()).isEqualTo(65536);
        assertThat(UID.isValid(ours.implementationClassUid())).isTrue();
        assertThat(ours.implementationClassUid()).startsWith("2.25.");
        assertThat(ours.implementationVersionName()).hasSizeBetween(1, 16);
        assertThat(ours.asynchronousOperations()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"0, 262144", "7, 7", "16384, 16384", "262145, 262144", "4294967295, 262144"})
    void givenThePeersMaximumLength_thenOursNeverExceedsItNorOurOwnBound(long peer, int usable) {
        assertThat(Negotiation.usable(peer)).isEqualTo(usable);
        assertThat(Negotiation.carriesData(peer)).isTrue();
    }

    private static PresentationContextRq context(String sopClass) {
        return new PresentationContextRq(1, sopClass, List.of(IMPLICIT));
    }

    private static AAssociateAc answer(
            ContextPolicy policy, List<PresentationContextRq> contexts, List<RoleSelection> roles) {
        return Negotiation.answer(Pdus.rqWith(contexts, roles), policy).ac(16384, Optional.empty());
    }
}
