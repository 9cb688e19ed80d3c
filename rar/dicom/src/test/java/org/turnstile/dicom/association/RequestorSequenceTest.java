/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.dicom.association;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.turnstile.dicom.association.negotiation.Negotiation;
import org.turnstile.dicom.association.state.State;
import org.turnstile.dicom.pdu.AAbort;
import org.turnstile.dicom.pdu.AAssociateAc;
import org.turnstile.dicom.pdu.AAssociateRj;
import org.turnstile.dicom.pdu.AAssociateRq;
import org.turnstile.dicom.pdu.AReleaseRp;
import org.turnstile.dicom.pdu.AReleaseRq;
import org.turnstile.dicom.pdu.PresentationContextAc;

/** The requestor's side of PS3.8 Table 9-10, byte by byte, on a clock that stands still. */
class RequestorSequenceTest {

    private static final AAssociateRq RQ = Pdus.rq();
    private final ByteBuf encoded = Unpooled.wrappedBuffer(Wire.bytes(RQ));
    private final RecordingUser user = new RecordingUser();
    private final Wire wire =
            Wire.of(AssociationHandler.requestor(Duration.ofSeconds(30), RQ, encoded, user));

    @AfterEach
    void artimRunsInSta2AndSta13Only() {
        assertThat(wire.artimIsRight()).isTrue();
        wire.finishAndReleaseAll();
    }

    @Test
    void givenAnOpenConnection_thenTheRequestIsSentAndItsBytesAreCleared() {
        byte[] sent = new byte[encoded.capacity()];
        byte[] before = Wire.bytes(RQ);
        assertThat(wire.state()).isEqualTo(State.STA5);
        ByteBuf out = wire.readOutbound();
        out.getBytes(0, sent);
        out.release();

        // in memory the buffer is "sent" when it has been handed on, and cleared from then on
        assertThat(sent).hasSameSizeAs(before).containsOnly(0);
        assertThat(out.refCnt()).isZero();
    }

    @Test
    void givenAnAccept_whenDataAndReleaseFollow_thenTheConnectionIsClosedByUs() {
        accepted();
        assertThat(user.negotiated().contexts()).containsOnlyKeys(1);
        assertThat(user.negotiated().maximumLength()).isEqualTo(16384);

        wire.handler().data(Unpooled.wrappedBuffer(new byte[] {4}));
        assertThat(wire.sent()).isEqualTo("04");
        wire.receive(Pdus.DATA);
        wire.handler().release();
        assertThat(wire.sent()).isEqualTo(Pdus.RELEASE_RQ);
        wire.receive(Pdus.DATA); // may still come
        wire.receive(new AReleaseRp());

        assertThat(user.told())
                .containsExactly("established", "data 1", "data 1", "ended RELEASED");
        assertThat(wire.isOpen()).isFalse();
        assertThat(wire.state()).isEqualTo(State.STA1);
    }

    @Test
    void givenAReject_thenTheUserIsToldAndWeClose() {
        wire.sent();
        wire.receive(AAssociateRj.CALLED_AE);

        assertThat(user.ending()).isEqualTo(new Ending.Rejected(AAssociateRj.CALLED_AE));
        assertThat(wire.isOpen()).isFalse();
    }

    @Test
    void givenAnAcceptThatTakesNothing_thenItIsAborted() {
        wire.sent();
        wire.receive(Pdus.ac(6));

        assertThat(wire.sent()).isEqualTo(Pdus.ABORT_INVALID);
        assertThat(user.told()).containsExactly("ended ABORTED_BY_US");
    }

    @Test
    void givenNoAnswer_whenTheUserGivesUp_thenItIsAbortedAndArtimCloses() {
        wire.sent();
        wire.pass(3600);
        assertThat(wire.state()).as("ARTIM does not watch this").isEqualTo(State.STA5);

        wire.handler().abort("no answer");

        assertThat(wire.sent()).isEqualTo(Pdus.ABORT_USER);
        wire.pass(30);
        assertThat(wire.isOpen()).isFalse();
    }

    @Test
    void givenARequestOfThePeer_thenItIsAborted() {
        wire.sent();
        wire.receive(Pdus.rq());

        assertThat(wire.sent()).isEqualTo(Pdus.ABORT_UNEXPECTED);
    }

    @Test
    void givenAReleaseByThePeer_whenTheUserAnswers_thenThePeerHasToClose() {
        accepted();
        user.answersRelease();
        wire.receive(new AReleaseRq());

        assertThat(wire.sent()).isEqualTo(Pdus.RELEASE_RP);
        assertThat(wire.state()).isEqualTo(State.STA13);
        assertThat(user.told()).containsExactly("established", "release", "ended RELEASED");
    }

    @Test
    void givenAReleaseCollision_thenTheRequestorAnswersFirstAndClosesLast() {
        accepted();
        wire.handler().release();
        wire.sent();
        wire.receive(new AReleaseRq());
        assertThat(wire.state()).isEqualTo(State.STA9);

        wire.handler().releaseResponse();
        assertThat(wire.sent()).isEqualTo(Pdus.RELEASE_RP);
        assertThat(wire.state()).isEqualTo(State.STA11);
        wire.receive(new AReleaseRp());

        assertThat(wire.isOpen()).isFalse();
        assertThat(user.told()).containsExactly("established", "release", "ended RELEASED");
    }

    @Test
    void givenACollision_whenThePeerSendsData_thenItIsAborted() {
        accepted();
        wire.handler().release();
        wire.sent();
        wire.receive(new AReleaseRq());

        wire.receive(Pdus.DATA);

        assertThat(wire.sent()).isEqualTo(Pdus.ABORT_UNEXPECTED);
    }

    @Test
    void givenAnAbortOfThePeersProvider_thenItsReasonIsKept() {
        accepted();
        wire.receive(new AAbort(2, 1));

        assertThat(user.ending()).isEqualTo(new Ending.AbortedByPeer(new AAbort(2, 1)));
        assertThat(user.ending().text()).contains("source 2 reason 1");
    }

    @Test
    void givenAConnectionThatBreaks_thenTheUserIsTold() {
        wire.sent();
        wire.lose();

        assertThat(user.told()).containsExactly("ended LOST");
    }

    @Test
    void givenAnAcceptForWhatWasNotProposed_thenItIsNotUsed() {
        wire.sent();
        var ac = Pdus.ac(0);
        var other = new PresentationContextAc(3, 0, "1.2.840.10008.1.2");
        var jpeg = new PresentationContextAc(1, 0, "1.2.840.10008.1.2.4.50");
        wire.receive(
                new AAssociateAc(
                        1,
                        ac.calledAeTitle(),
                        ac.callingAeTitle(),
                        ac.applicationContext(),
                        List.of(other, jpeg),
                        ac.userInformation()));

        assertThat(user.negotiated().contexts()).isEmpty();
        assertThat(user.negotiated().maximumLength()).isEqualTo(Negotiation.OWN_MAXIMUM_LENGTH);
    }

    private void accepted() {
        assertThat(wire.sentBytes()).hasSameSizeAs(Wire.bytes(RQ));
        wire.receive(Pdus.ac(16384));
        assertThat(wire.state()).isEqualTo(State.STA6);
    }
}
