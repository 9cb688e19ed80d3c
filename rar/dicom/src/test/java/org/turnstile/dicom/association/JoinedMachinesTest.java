/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.dicom.association;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.turnstile.dicom.association.state.Event;
import org.turnstile.dicom.association.state.State;
import org.turnstile.dicom.pdu.AAssociateRq;

/** Requestor and acceptor joined by the bytes that each sends. */
class JoinedMachinesTest {

    private static final AAssociateRq RQ = Pdus.rq();

    private final RecordingUser requesting = new RecordingUser();
    private final Wire r =
            Wire.of(
                    AssociationHandler.requestor(
                            Acceptor.ARTIM,
                            RQ,
                            Unpooled.buffer().writeBytes(new byte[1]),
                            requesting));
    private final Acceptor acceptor = new Acceptor();
    private final Wire a = acceptor.wire();

    @Test
    void givenACollisionOfReleases_thenBothEndReleased() {
        establish();
        r.handler().release();
        a.handler().release();
        exchange(); // the two requests cross
        assertThat(r.state()).isEqualTo(State.STA9);
        assertThat(a.state()).isEqualTo(State.STA10);
        assertThat(acceptor.user().told()).as("an acceptor has to wait").isEmpty();

        r.handler().releaseResponse();
        exchange();
        assertThat(r.state()).isEqualTo(State.STA11);
        assertThat(a.state()).isEqualTo(State.STA12);
        assertThat(acceptor.user().told()).containsExactly("release");
        a.handler().releaseResponse();
        exchange();

        assertThat(r.state()).isEqualTo(State.STA1);
        assertThat(r.isOpen()).isFalse();
        assertThat(a.state()).isEqualTo(State.STA13);
        a.lose();
        assertThat(a.state()).isEqualTo(State.STA1);
        assertThat(requesting.told()).endsWith("ended RELEASED");
        assertThat(acceptor.user().told()).endsWith("ended RELEASED");
        finish();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34, 55, 89})
    void givenARandomWalk_whenQueuesDrainAndTimersFire_thenBothAreIdle(long seed) {
        for (int walk = 0; walk < 40; walk++) {
            JoinedMachinesTest pair = new JoinedMachinesTest();
            pair.establish();
            pair.walk(new Random(seed * 1000 + walk));
        }
        finish();
    }

    private void walk(Random random) {
        List<Consumer<Wire>> steps =
                List.of(
                        wire -> ifAllowed(wire, Event.EVT11, () -> wire.handler().release()),
                        wire ->
                                ifAllowed(
                                        wire, Event.EVT14, () -> wire.handler().releaseResponse()),
                        wire -> ifAllowed(wire, Event.EVT9, () -> wire.handler().data(data())),
                        wire -> ifAllowed(wire, Event.EVT9, () -> wire.handler().data(data())),
                        wire -> wire.receive(random.nextInt(8) == 0 ? Pdus.UNKNOWN_PDU : Pdus.DATA),
                        wire -> wire.pass(random.nextInt(5)),
                        wire -> {
                            if (random.nextInt(6) == 0) {
                                wire.handler().abort("a whim");
                            }
                        });
        for (int step = 0; step < 30; step++) {
            steps.get(random.nextInt(steps.size())).accept(random.nextBoolean() ? r : a);
            if (random.nextInt(3) == 0) {
                exchange();
            }
            assertThat(r.artimIsRight()).isTrue();
            assertThat(a.artimIsRight()).isTrue();
        }
        drain();
        assertThat(r.state()).isEqualTo(State.STA1);
        assertThat(a.state()).isEqualTo(State.STA1);
        assertThat(requesting.told().stream().filter(told -> told.startsWith("ended"))).hasSize(1);
        assertThat(acceptor.user().told().stream().filter(told -> told.startsWith("ended")))
                .hasSize(1);
        finish();
    }

    /** Lets the users do what they owe, and time pass, until nothing can happen any more. */
    private void drain() {
        for (int round = 0; round < 8; round++) {
            exchange();
            ifAllowed(r, Event.EVT14, () -> r.handler().releaseResponse());
            ifAllowed(a, Event.EVT14, () -> a.handler().releaseResponse());
            ifAllowed(r, Event.EVT11, () -> r.handler().release());
        }
        r.handler().abort("the user has waited long enough");
        a.handler().abort("the user has waited long enough");
        exchange();
        r.pass(Acceptor.ARTIM.toSeconds());
        a.pass(Acceptor.ARTIM.toSeconds());
        if (!r.isOpen()) {
            a.lose();
        }
        if (!a.isOpen()) {
            r.lose();
        }
    }

    private static void ifAllowed(Wire wire, Event event, Runnable primitive) {
        if (wire.handler().machine().allows(event)) {
            primitive.run();
        }
    }

    private static ByteBuf data() {
        return Unpooled.wrappedBuffer(ByteBufUtil.decodeHexDump(Pdus.DATA));
    }

    private void establish() {
        r.sentBytes(); // in memory its bytes are cleared before the test sees them
        a.receive(RQ);
        acceptor.decide(
                Acceptor.accept(
                        Optional.empty(),
                        new AssociationLimits(
                                Duration.ofDays(1),
                                Duration.ofDays(1),
                                Duration.ofDays(1),
                                16384,
                                16384)));
        exchange();
        assertThat(r.state()).isEqualTo(State.STA6);
        assertThat(a.state()).isEqualTo(State.STA6);
    }

    /** What both have sent crosses on the way. */
    private void exchange() {
        byte[] fromR = r.sentBytes();
        byte[] fromA = a.sentBytes();
        if (fromR.length > 0) {
            a.receive(fromR);
        }
        if (fromA.length > 0) {
            r.receive(fromA);
        }
    }

    private void finish() {
        r.finishAndReleaseAll();
        a.finishAndReleaseAll();
    }
}
