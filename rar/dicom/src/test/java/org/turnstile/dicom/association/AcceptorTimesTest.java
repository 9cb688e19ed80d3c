/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.dicom.association;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.turnstile.dicom.association.state.State;
import org.turnstile.dicom.pdu.AReleaseRq;

/** ARTIM and the idle and read times of an accepting side, on a clock that stands still. */
class AcceptorTimesTest {

    private final Acceptor acceptor = new Acceptor();
    private final Wire wire = acceptor.wire();

    @AfterEach
    void artimRunsInSta2AndSta13Only() {
        assertThat(wire.artimIsRight()).isTrue();
        wire.finishAndReleaseAll();
    }

    @Test
    void givenAnIdleAssociation_whenTheIdleTimeIsOver_thenItIsAbortedAsIdle() {
        established();
        acceptor.user().busy(true);
        wire.pass(600);
        assertThat(wire.state()).as("a request runs").isEqualTo(State.STA6);
        acceptor.user().busy(false);
        wire.receive(Pdus.DATA);
        wire.pass(59);
        assertThat(wire.state()).isEqualTo(State.STA6);
        wire.pass(1);

        assertThat(wire.sent()).isEqualTo(Pdus.ABORT_USER);
        assertThat(acceptor.told()).endsWith("closed IDLE");
    }

    @Test
    void givenAPeerThatStopsInsideAMessage_whenTheReadTimeIsOver_thenItIsAborted() {
        Duration minute = Duration.ofSeconds(60);
        AssociationLimits limits =
                new AssociationLimits(minute, minute, Duration.ofSeconds(10), 16384, 16384);
        wire.receive(Pdus.rq());
        acceptor.decide(Acceptor.accept(Optional.empty(), limits));
        wire.sent();
        acceptor.user().awaitsPeer(true);
        acceptor.user().busy(true);

        wire.pass(9);
        wire.receive("04"); // a byte of a PDU is a sign of life
        wire.pass(9);
        assertThat(wire.state()).isEqualTo(State.STA6);
        wire.pass(1);

        assertThat(wire.sent()).isEqualTo(Pdus.ABORT_USER);
        assertThat(acceptor.told()).endsWith("closed ABORTED_BY_US");
    }

    @Test
    void givenReadingIsPausedByUs_thenThePeerIsNotToBlame() {
        established();
        acceptor.user().awaitsPeer(true);
        wire.handler().reading(Reading.PAUSED);
        assertThat(wire.config().isAutoRead()).isFalse();
        wire.pass(600);
        assertThat(wire.state()).isEqualTo(State.STA6);

        wire.handler().reading(Reading.WHILE_PEER_TAKES);
        wire.pass(59);
        assertThat(wire.state()).isEqualTo(State.STA6);
        wire.pass(1);
        assertThat(wire.state()).isEqualTo(State.STA13);
        assertThat(wire.config().isAutoRead()).as("to see the peer close").isTrue();
    }

    @Test
    void givenSilence_whenArtimExpires_thenTheConnectionIsClosedWithoutAWord() {
        wire.pass(29);
        assertThat(wire.isOpen()).isTrue();
        wire.pass(1);

        assertThat(wire.isOpen()).isFalse();
        assertThat(wire.sent()).isEmpty();
        assertThat(wire.state()).isEqualTo(State.STA1);
    }

    @Test
    void givenAReleasedAssociation_whenThePeerDoesNotClose_thenArtimDoes() {
        established();
        wire.receive(new AReleaseRq());
        wire.handler().releaseResponse();
        wire.sent();

        wire.receive(Pdus.RELEASE_RQ); // ignored
        assertThat(wire.sent()).isEmpty();
        wire.pass(25);
        wire.receive(Pdus.UNKNOWN_PDU); // answered, and the timer goes on
        assertThat(wire.sent()).isEqualTo("07000000000400000201");
        wire.pass(5);

        assertThat(wire.isOpen()).isFalse();
    }

    private void established() {
        wire.receive(Pdus.rq());
        acceptor.accept();
        assertThat(wire.state()).isEqualTo(State.STA6);
        assertThat(wire.sent()).startsWith("0200");
    }
}
