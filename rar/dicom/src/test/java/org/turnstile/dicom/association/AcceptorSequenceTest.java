/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.dicom.association;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.netty.buffer.Unpooled;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.turnstile.api.Closing;
import org.turnstile.api.UID;
import org.turnstile.dicom.association.state.State;
import org.turnstile.dicom.pdu.AAbort;
import org.turnstile.dicom.pdu.AAssociateRj;
import org.turnstile.dicom.pdu.AReleaseRq;
import org.turnstile.dicom.pdu.UserIdentityRq;
import org.turnstile.dicom.pdu.UserInformation;

/** The acceptor's side of PS3.8 Table 9-10, byte by byte, on a clock that stands still. */
class AcceptorSequenceTest {

    private final Acceptor acceptor = new Acceptor();
    private final Wire wire = acceptor.wire();

    @AfterEach
    void artimRunsInSta2AndSta13Only() {
        assertThat(wire.artimIsRight()).isTrue();
        wire.finishAndReleaseAll();
    }

    @Test
    void givenAConnection_thenItWaitsForARequestAndArtimRuns() {
        assertThat(wire.state()).isEqualTo(State.STA2);
        assertThat(wire.artimIsRight()).isTrue();
        assertThat(acceptor.told()).containsExactly("connected");
    }

    @Test
    void givenAnAcceptedAssociation_whenThePeerReleases_thenRpIsSentAndThePeerHasToClose() {
        established();
        wire.receive(new AReleaseRq());
        assertThat(wire.state()).isEqualTo(State.STA8);

        wire.handler().releaseResponse();

        assertThat(wire.sent()).isEqualTo(Pdus.RELEASE_RP);
        assertThat(wire.state()).isEqualTo(State.STA13);
        assertThat(acceptor.told()).containsExactly("connected", "accepted", "closed RELEASED");
        wire.lose();
        assertThat(wire.state()).isEqualTo(State.STA1);
    }

    @Test
    void givenARequestedRelease_whenDataIsStillToBeSent_thenItMayBeSent() {
        established();
        wire.receive(new AReleaseRq());

        wire.handler().data(Unpooled.wrappedBuffer(new byte[] {4, 0, 0, 0, 0, 0}));

        assertThat(wire.sent()).isEqualTo("040000000000");
        assertThat(wire.state()).isEqualTo(State.STA8);
    }

    @Test
    void givenARequestedRelease_whenThePeerSendsData_thenItIsAborted() {
        established();
        wire.receive(new AReleaseRq());

        wire.receive(Pdus.DATA);

        assertThat(wire.sent()).isEqualTo(Pdus.ABORT_UNEXPECTED);
        assertThat(acceptor.told()).endsWith("closed ABORTED_BY_US");
    }

    @Test
    void givenARequest_whenTheGateRejects_thenRjIsSentAndAFurtherRequestIsAborted() {
        wire.receive(Pdus.rq());
        acceptor.decide(new Decision.Reject(AAssociateRj.NOT_AUTHENTICATED));

        // 03H, length 4, reserved, result 1, source 2, reason 1
        assertThat(wire.sent()).isEqualTo("03000000000400010201");
        assertThat(wire.state()).isEqualTo(State.STA13);
        wire.pass(20);
        wire.receive(Pdus.rq());
        assertThat(wire.sent()).isEqualTo(Pdus.ABORT_UNEXPECTED);
        wire.pass(9);
        assertThat(wire.isOpen()).isTrue();
        wire.pass(1);
        assertThat(wire.isOpen()).as("ARTIM went on").isFalse();
        assertThat(acceptor.told()).containsExactly("connected", "rejected", "disconnected");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 2, 0xFFFE})
    void givenAProtocolVersionWithoutBit0_thenTheProviderRejects(int version) {
        wire.receive(Pdus.rq(version, UID.APPLICATION_CONTEXT, info()));

        assertThat(wire.sent()).isEqualTo("03000000000400010202");
        assertThat(acceptor.requests()).as("the gate is not asked").isEmpty();
        assertThat(acceptor.told()).containsExactly("connected", "rejected");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 0xFFFF})
    void givenAProtocolVersionWithBit0_thenTheOtherBitsDoNotMatter(int version) {
        wire.receive(Pdus.rq(version, UID.APPLICATION_CONTEXT, info()));

        assertThat(acceptor.requests()).hasSize(1);
        assertThat(wire.state()).isEqualTo(State.STA3);
    }

    @Test
    void givenAnotherApplicationContext_thenTheUserRejects() {
        wire.receive(Pdus.rq(1, "1.2.840.10008.3.1.1.2", info()));

        assertThat(wire.sent()).isEqualTo("03000000000400010102");
        assertThat(acceptor.requests()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 6})
    void givenAMaximumLengthThatCarriesNothing_thenItIsAborted(long maximumLength) {
        wire.receive(Pdus.rq(1, UID.APPLICATION_CONTEXT, Pdus.information(maximumLength)));

        assertThat(wire.sent()).isEqualTo(Pdus.ABORT_INVALID);
        assertThat(acceptor.told()).containsExactly("connected", "abandoned", "malformed");
    }

    @ParameterizedTest
    @ValueSource(strings = {Pdus.UNKNOWN_PDU, Pdus.RELEASE_RQ, Pdus.RELEASE_RP, Pdus.DATA})
    void givenAWrongFirstPdu_thenItIsAbortedAsUserAndArtimStartsAnew(String first) {
        wire.pass(20);
        wire.receive(first);

        assertThat(wire.sent()).isEqualTo(Pdus.ABORT_USER);
        wire.pass(29);
        assertThat(wire.isOpen()).isTrue();
        wire.pass(1);
        assertThat(wire.isOpen()).isFalse();
    }

    @Test
    void givenMalformedUserInformation_thenTheAbortSaysSo() {
        byte[] rq = Wire.bytes(Pdus.rqWith(Pdus.passcode("alice", "secret")));
        rq[rq.length - 8] ^= 0x40; // the secondary length is beyond the item

        wire.receive(rq);

        assertThat(wire.sent()).isEqualTo(Pdus.ABORT_INVALID);
        assertThat(acceptor.told()).containsExactly("connected", "malformed");
    }

    @Test
    void givenAnAbortBeforeARequest_thenTheConnectionIsClosed() {
        wire.receive(Pdus.ABORT_USER);

        assertThat(wire.isOpen()).isFalse();
        assertThat(wire.sent()).isEmpty();
    }

    @Test
    void givenAnEstablishedAssociation_whenAnotherRequestComes_thenItIsAborted() {
        established();

        wire.receive(Pdus.rqWith(Pdus.passcode("eve", "x")));

        assertThat(wire.sent()).isEqualTo(Pdus.ABORT_UNEXPECTED);
        assertThat(acceptor.user().ending())
                .isEqualTo(
                        new Ending.AbortedByUs(
                                Closing.ABORTED_BY_US, "PDU type 01H was not expected"));
    }

    @Test
    void givenAnEstablishedAssociation_whenAnUnknownPduComes_thenReason1IsGiven() {
        established();

        wire.receive(Pdus.UNKNOWN_PDU);

        assertThat(wire.sent()).isEqualTo("07000000000400000201");
        assertThat(acceptor.told()).contains("malformed", "closed ABORTED_BY_US");
    }

    @Test
    void givenAnEstablishedAssociation_whenThePeerAborts_thenTheUserIsToldAndItIsClosed() {
        established();

        wire.receive("07000000000400000203"); // source 2, a reserved reason: of no consequence

        assertThat(acceptor.user().ending()).isEqualTo(new Ending.AbortedByPeer(new AAbort(2, 3)));
        assertThat(wire.isOpen()).isFalse();
        assertThat(acceptor.told())
                .containsExactly("connected", "accepted", "closed ABORTED_BY_PEER", "disconnected");
    }

    @Test
    void givenAnEstablishedAssociation_whenTheConnectionBreaks_thenTheUserIsToldOnce() {
        established();

        wire.lose();

        assertThat(acceptor.user().told()).containsExactly("ended LOST");
        assertThat(acceptor.told()).containsSubsequence("closed LOST", "disconnected");
    }

    @Test
    void givenBothUsersAbort_thenThePeersAbortClosesAndNobodyIsToldAgain() {
        established();
        wire.handler().abort("enough");
        assertThat(wire.sent()).isEqualTo(Pdus.ABORT_USER);

        wire.receive(Pdus.DATA); // was on its way: ignored
        wire.receive(Pdus.ABORT_USER);

        assertThat(wire.isOpen()).isFalse();
        assertThat(acceptor.user().told()).containsExactly("ended ABORTED_BY_US");
    }

    @Test
    void givenPrimitivesThatHaveNoPlace_thenTheyThrowAndChangeNothing() {
        assertThatThrownBy(() -> wire.handler().release())
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("EVT11 in STA2");
        assertThatThrownBy(() -> wire.handler().releaseResponse())
                .isInstanceOf(IllegalStateException.class);
        var data = Unpooled.wrappedBuffer(new byte[1]);
        assertThatThrownBy(() -> wire.handler().data(data))
                .isInstanceOf(IllegalStateException.class);
        assertThat(data.refCnt()).isZero();
        wire.handler().abort("nothing to abort");
        assertThat(wire.state()).isEqualTo(State.STA2);
        assertThat(wire.sent()).isEmpty();
    }

    @Test
    void givenAWaitingGate_whenThePeerLeaves_thenItsDecisionIsAbandonedAndTheSecretWiped() {
        wire.receive(Pdus.rqWith(Pdus.passcode("alice", "secret")));
        UserIdentityRq identity = identityOfRequest();
        CompletableFuture<Decision> answer = acceptor.pending();

        wire.lose();
        assertThat(identity.secondary()).as("the gate may still look").isNotEqualTo(new byte[6]);
        answer.complete(Acceptor.accept(Optional.empty(), AssociationLimits.DEFAULT));
        wire.runPendingTasks();

        assertThat(acceptor.told()).containsExactly("connected", "disconnected", "abandoned");
        assertThat(identity.secondary()).isEqualTo(new byte[6]);
        assertThat(wire.sent()).isEmpty();
    }

    @Test
    void givenAnyDecision_thenTheSecretIsWiped() {
        wire.receive(Pdus.rqWith(Pdus.passcode("alice", "secret")));
        acceptor.accept();

        assertThat(identityOfRequest().primary()).isEqualTo(new byte[5]);
        assertThat(identityOfRequest().secondary()).isEqualTo(new byte[6]);
    }

    @Test
    void givenAGateThatFails_thenItIsCongestionAndTheSecretIsWiped() {
        wire.receive(Pdus.rqWith(Pdus.passcode("alice", "secret")));
        acceptor.pending().completeExceptionally(new IllegalStateException("back end down"));
        wire.runPendingTasks();

        assertThat(wire.sent()).isEqualTo("03000000000400020301");
        assertThat(acceptor.told())
                .containsExactly("connected", "failed back end down", "rejected");
        assertThat(identityOfRequest().secondary()).isEqualTo(new byte[6]);
    }

    @Test
    void givenAGateThatThrows_thenItIsCongestionToo() {
        acceptor.gateThrows(new IllegalArgumentException("a bug"));
        wire.receive(Pdus.rqWith(Pdus.passcode("alice", "secret")));

        assertThat(wire.sent()).isEqualTo("03000000000400020301");
        assertThat(identityOfRequest().secondary()).isEqualTo(new byte[6]);
    }

    @Test
    void givenAGateThatOrdersAnAbort_thenItsPduIsSent() {
        wire.receive(Pdus.rq());
        acceptor.decide(new Decision.Abort(AAbort.INVALID_PARAMETER));

        assertThat(wire.sent()).isEqualTo(Pdus.ABORT_INVALID);
        assertThat(acceptor.told()).containsExactly("connected", "abandoned");
    }

    @Test
    void givenAWaitingGate_whenThePeerSendsData_thenItIsAbortedAtOnce() {
        wire.receive(Pdus.rq());

        wire.receive(Pdus.DATA);

        assertThat(wire.sent()).isEqualTo(Pdus.ABORT_UNEXPECTED);
        acceptor.accept();
        assertThat(acceptor.told()).endsWith("abandoned");
    }

    @Test
    void givenAFaultOfOurs_thenTheAssociationIsAbortedByTheProvider() {
        established();

        wire.pipeline().fireExceptionCaught(new IllegalStateException("a bug"));

        assertThat(wire.sent()).isEqualTo("07000000000400000200");
        assertThat(acceptor.told()).contains("failed a bug", "closed ABORTED_BY_US");
    }

    private UserInformation info() {
        return Pdus.information(16384);
    }

    private UserIdentityRq identityOfRequest() {
        return acceptor.requests().get(0).rq().userInformation().userIdentityRq().orElseThrow();
    }

    private void established() {
        wire.receive(Pdus.rq());
        acceptor.accept();
        assertThat(wire.state()).isEqualTo(State.STA6);
        assertThat(wire.sent()).startsWith("0200");
    }
}
