/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.dicom.association;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.turnstile.api.UID;
import org.turnstile.dicom.association.negotiation.ContextPolicy;
import org.turnstile.dicom.association.negotiation.Negotiated;
import org.turnstile.dicom.association.negotiation.Negotiation;
import org.turnstile.dicom.pdu.AAssociateAc;
import org.turnstile.dicom.pdu.AAssociateRq;
import org.turnstile.dicom.pdu.ExtendedNegotiation;
import org.turnstile.dicom.pdu.PresentationContextRq;
import org.turnstile.dicom.pdu.UserInformation;

/** SOP class extended negotiation (56H, PS3.7 §D.3.3.5). */
class ExtendedNegotiationTest {

    private static final String CT = "1.2.840.10008.5.1.4.1.1.2";
    private static final String MR = "1.2.840.10008.5.1.4.1.1.4";
    private static final String FIND = UID.STUDY_ROOT_FIND;

    /** Takes all but MR; answers the first byte of a FIND proposal. */
    private static final ContextPolicy POLICY =
            new ContextPolicy() {
                @Override
                public boolean supports(String sopClass) {
                    return !sopClass.equals(MR);
                }

                @Override
                public Optional<String> choose(String sopClass, List<String> proposed) {
                    return Optional.of(proposed.get(0));
                }

                @Override
                public Optional<ByteBuffer> extended(String sopClass, ByteBuffer proposed) {
                    return sopClass.equals(CT)
                            ? Optional.empty()
                            : Optional.of(bytes(proposed.get()));
                }
            };

    private static ByteBuffer bytes(int... values) {
        ByteBuffer bytes = ByteBuffer.allocate(values.length);
        for (int value : values) {
            bytes.put((byte) value);
        }
        return bytes.flip();
    }

    private static AAssociateRq rq(ExtendedNegotiation... proposed) {
        UserInformation plain = UserInformation.of(16384, "1.2.3", "");
        UserInformation information =
                new UserInformation(
                        plain.maximumLength(),
                        plain.implementationClassUid(),
                        Optional.empty(),
                        List.of(),
                        "",
                        List.of(proposed),
                        List.of(),
                        Optional.empty(),
                        Optional.empty());
        return new AAssociateRq(
                1,
                "CALLED",
                "CALLING",
                UID.APPLICATION_CONTEXT,
                List.of(context(1, CT), context(3, MR), context(5, FIND)),
                information,
                List.of());
    }

    private static PresentationContextRq context(int id, String sopClass) {
        return new PresentationContextRq(id, sopClass, List.of(UID.IMPLICIT_VR_LITTLE_ENDIAN));
    }

    private static List<ExtendedNegotiation> answered(AAssociateRq rq) {
        return Negotiation.answer(rq, POLICY)
                .ac(16384, Optional.empty())
                .userInformation()
                .extendedNegotiations();
    }

    @Test
    void givenAProposal_thenThePolicysAnswerIsSentAndBothSidesKnowIt() {
        AAssociateRq rq = rq(new ExtendedNegotiation(FIND, bytes(1, 1, 1)));
        Negotiation negotiation = Negotiation.answer(rq, POLICY);
        AAssociateAc ac = negotiation.ac(16384, Optional.empty());

        assertThat(ac.userInformation().extendedNegotiations())
                .containsExactly(new ExtendedNegotiation(FIND, bytes(1)));
        assertThat(negotiation.negotiated().extended(FIND)).contains(bytes(1));
        assertThat(Negotiation.of(rq, ac).extended(FIND)).contains(bytes(1));
    }

    @Test
    void givenNoProposal_thenThereIsNoAnswer() {
        assertThat(answered(rq())).isEmpty();
    }

    @Test
    void givenAClassWithoutOptionsOrWithoutContext_thenThereIsNoAnswer() {
        assertThat(
                        answered(
                                rq(
                                        new ExtendedNegotiation(CT, bytes(1)),
                                        new ExtendedNegotiation(MR, bytes(1)),
                                        new ExtendedNegotiation("1.2.3", bytes(1)))))
                .isEmpty();
    }

    @Test
    void givenAProposalThatComesTwice_thenTheFirstCounts() {
        assertThat(
                        answered(
                                rq(
                                        new ExtendedNegotiation(FIND, bytes(0)),
                                        new ExtendedNegotiation(FIND, bytes(1)))))
                .containsExactly(new ExtendedNegotiation(FIND, bytes(0)));
    }

    @Test
    void givenAnAnswerThatNobodyAskedFor_thenItDoesNotCount() {
        AAssociateAc ac =
                Negotiation.answer(rq(new ExtendedNegotiation(FIND, bytes(1))), POLICY)
                        .ac(16384, Optional.empty());
        Negotiated negotiated = Negotiation.of(rq(), ac);

        assertThat(negotiated.extended(FIND)).isEmpty();
    }
}
