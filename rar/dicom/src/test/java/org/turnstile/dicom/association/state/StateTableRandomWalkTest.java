/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.dicom.association.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Two sides joined by two queues do what the table lets them do, in random order. When no side does
 * anything of its own any more, the queues drain and the timers fire, both are idle.
 */
class StateTableRandomWalkTest {

    private static final int WALKS = 2_000;
    private static final int STEPS = 60;

    /** What a user or a timer may do unasked. */
    private static final List<Event> LOCAL =
            List.of(
                    Event.EVT7,
                    Event.EVT8,
                    Event.EVT9,
                    Event.EVT11,
                    Event.EVT14,
                    Event.EVT15,
                    Event.EVT18);

    /** What a peer that keeps no rule may send. */
    private static final List<Event> PDUS =
            List.of(
                    Event.EVT3,
                    Event.EVT4,
                    Event.EVT6,
                    Event.EVT10,
                    Event.EVT12,
                    Event.EVT13,
                    Event.EVT16,
                    Event.EVT19);

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void everyAssociationEndsIdle(long seed) {
        Random random = new Random(seed);
        for (int walk = 0; walk < WALKS; walk++) {
            Side requestor = new Side(true, random);
            Side acceptor = new Side(false, random);
            requestor.peer = acceptor;
            acceptor.peer = requestor;
            requestor.on(Event.EVT1);
            requestor.on(Event.EVT2);
            acceptor.on(Event.EVT5);
            for (int step = 0; step < STEPS; step++) {
                (random.nextBoolean() ? requestor : acceptor).step();
            }
            settle(requestor, acceptor);
            assertThat(List.of(requestor.state, acceptor.state)).containsOnly(State.STA1);
        }
    }

    private static void settle(Side requestor, Side acceptor) {
        while (requestor.state != State.STA1 || acceptor.state != State.STA1) {
            int waiting = requestor.inbox.size() + acceptor.inbox.size();
            requestor.receive();
            acceptor.receive();
            if (waiting == 0) {
                requestor.giveUp();
                acceptor.giveUp();
            }
        }
    }

    private static final class Side {

        private static final Set<Action> CLOSING =
                Set.of(Action.AE_4, Action.AR_3, Action.AA_2, Action.AA_3);

        private final boolean isRequestor;
        private final Random random;
        private final Queue<Event> inbox = new ArrayDeque<>();
        private Side peer;
        private State state = State.STA1;

        Side(boolean isRequestor, Random random) {
            this.isRequestor = isRequestor;
            this.random = random;
        }

        /** Receives, does something of its own, or sends what it must not. */
        void step() {
            switch (random.nextInt(12)) {
                case 0, 1, 2, 3, 4, 5, 6 -> receive();
                case 7 -> send(PDUS.get(random.nextInt(PDUS.size())));
                default -> {
                    List<Event> legal = new ArrayList<>(LOCAL);
                    legal.removeIf(event -> StateTable.of(state, event).isEmpty());
                    if (!legal.isEmpty()) {
                        on(legal.get(random.nextInt(legal.size())));
                    }
                }
            }
        }

        void receive() {
            Event event = inbox.poll();
            if (event != null && state != State.STA1) {
                on(event);
            }
        }

        /** The timer fires: ARTIM where it runs, else the application's own. */
        void giveUp() {
            if (state != State.STA1) {
                on(state.artim() ? Event.EVT18 : Event.EVT15);
            }
        }

        void on(Event event) {
            Transition cell = StateTable.of(state, event).orElseThrow();
            state = next(cell);
            Event pdu = sent(cell.action());
            if (pdu != null) {
                send(pdu);
            }
            if (CLOSING.contains(cell.action())) {
                peer.inbox.add(Event.EVT17);
            }
            if (state == State.STA1) {
                inbox.clear();
            }
        }

        private State next(Transition cell) {
            return switch (cell.action()) {
                case AE_6 -> StateTable.afterAe6(random.nextInt(4) > 0);
                case AR_8 -> StateTable.afterAr8(isRequestor);
                default -> cell.onlyNext();
            };
        }

        private Event sent(Action action) {
            return switch (action) {
                case AE_2 -> Event.EVT6;
                case AE_6 -> state == State.STA13 ? Event.EVT4 : null;
                case AE_7 -> Event.EVT3;
                case AE_8 -> Event.EVT4;
                case DT_1, AR_7 -> Event.EVT10;
                case AR_1 -> Event.EVT12;
                case AR_4, AR_9 -> Event.EVT13;
                case AA_1, AA_7, AA_8 -> Event.EVT16;
                default -> null;
            };
        }

        private void send(Event pdu) {
            if (state != State.STA1 && state != State.STA4 && peer.state != State.STA1) {
                peer.inbox.add(pdu);
            }
        }
    }
}
