/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.dicom.association.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whole associations, line by line: who (R requestor, A acceptor), state, event, action, next
 * state. Each state that a line begins with is the one in which the last line of that side ended.
 */
class StateTableWalkThroughTest {

    static Stream<Arguments> associations() {
        return Stream.of(
                Arguments.of("accept, data, release by the requestor", RELEASE),
                Arguments.of("reject by the user", REJECT_BY_USER),
                Arguments.of("reject by the provider", REJECT_BY_PROVIDER),
                Arguments.of("rejected peer does not close", REJECTED_PEER_STAYS),
                Arguments.of("release collision", COLLISION),
                Arguments.of("abort by a user", ABORT_BY_USER),
                Arguments.of("abort by a provider", ABORT_BY_PROVIDER),
                Arguments.of("both users abort at once", BOTH_ABORT),
                Arguments.of("connection lost in transfer", CONNECTION_LOST),
                Arguments.of("peer connects and sends nothing", SILENT_PEER),
                Arguments.of("peer starts with an unknown PDU", UNKNOWN_PDU),
                Arguments.of("peer does not close after release", PEER_STAYS),
                Arguments.of("no answer to A-ASSOCIATE-RQ", NO_ANSWER));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("associations")
    void followsTheTable(String name, String lines) {
        Map<String, State> sides = new HashMap<>();
        lines.lines().forEach(line -> step(sides, line.split(" +")));
        assertThat(sides.values()).as(name).isNotEmpty().containsOnly(State.STA1);
    }

    private static void step(Map<String, State> sides, String[] line) {
        State state = State.valueOf(line[1]);
        assertThat(sides.getOrDefault(line[0], state)).isEqualTo(state);
        Transition cell = StateTable.of(state, Event.valueOf(line[2])).orElseThrow();
        assertThat(cell.action()).isEqualTo(Action.valueOf(line[3]));
        State next = State.valueOf(line[4]);
        assertThat(cell.next()).contains(next);
        sides.put(line[0], next);
    }

    private static final String RELEASE =
            """
            R STA1  EVT1  AE_1 STA4
            A STA1  EVT5  AE_5 STA2
            R STA4  EVT2  AE_2 STA5
            A STA2  EVT6  AE_6 STA3
            A STA3  EVT7  AE_7 STA6
            R STA5  EVT3  AE_3 STA6
            R STA6  EVT9  DT_1 STA6
            A STA6  EVT10 DT_2 STA6
            A STA6  EVT9  DT_1 STA6
            R STA6  EVT10 DT_2 STA6
            R STA6  EVT11 AR_1 STA7
            A STA6  EVT12 AR_2 STA8
            A STA8  EVT9  AR_7 STA8
            R STA7  EVT10 AR_6 STA7
            A STA8  EVT14 AR_4 STA13
            R STA7  EVT13 AR_3 STA1
            A STA13 EVT17 AR_5 STA1
            """;

    private static final String REJECT_BY_USER =
            """
            R STA1  EVT1  AE_1 STA4
            A STA1  EVT5  AE_5 STA2
            R STA4  EVT2  AE_2 STA5
            A STA2  EVT6  AE_6 STA3
            A STA3  EVT8  AE_8 STA13
            R STA5  EVT4  AE_4 STA1
            A STA13 EVT17 AR_5 STA1
            """;

    private static final String REJECT_BY_PROVIDER =
            """
            A STA1  EVT5  AE_5 STA2
            A STA2  EVT6  AE_6 STA13
            A STA13 EVT17 AR_5 STA1
            """;

    private static final String REJECTED_PEER_STAYS =
            """
            A STA3  EVT8  AE_8 STA13
            A STA13 EVT6  AA_7 STA13
            A STA13 EVT18 AA_2 STA1
            """;

    private static final String COLLISION =
            """
            R STA6  EVT11 AR_1  STA7
            A STA6  EVT11 AR_1  STA7
            R STA7  EVT12 AR_8  STA9
            A STA7  EVT12 AR_8  STA10
            R STA9  EVT14 AR_9  STA11
            A STA10 EVT13 AR_10 STA12
            A STA12 EVT14 AR_4  STA13
            R STA11 EVT13 AR_3  STA1
            A STA13 EVT17 AR_5  STA1
            """;

    private static final String ABORT_BY_USER =
            """
            R STA6  EVT15 AA_1 STA13
            R STA13 EVT10 AA_6 STA13
            A STA6  EVT16 AA_3 STA1
            R STA13 EVT17 AR_5 STA1
            """;

    private static final String ABORT_BY_PROVIDER =
            """
            A STA6  EVT6  AA_8 STA13
            R STA6  EVT16 AA_3 STA1
            A STA13 EVT17 AR_5 STA1
            """;

    private static final String BOTH_ABORT =
            """
            R STA6  EVT15 AA_1 STA13
            A STA6  EVT15 AA_1 STA13
            R STA13 EVT16 AA_2 STA1
            A STA13 EVT16 AA_2 STA1
            """;

    private static final String CONNECTION_LOST = "R STA6 EVT17 AA_4 STA1";

    private static final String SILENT_PEER =
            """
            A STA1 EVT5  AE_5 STA2
            A STA2 EVT18 AA_2 STA1
            """;

    private static final String UNKNOWN_PDU =
            """
            A STA1  EVT5  AE_5 STA2
            A STA2  EVT19 AA_1 STA13
            A STA13 EVT18 AA_2 STA1
            """;

    private static final String PEER_STAYS =
            """
            A STA8  EVT14 AR_4 STA13
            A STA13 EVT12 AA_6 STA13
            A STA13 EVT19 AA_7 STA13
            A STA13 EVT18 AA_2 STA1
            """;

    private static final String NO_ANSWER =
            """
            R STA5  EVT15 AA_1 STA13
            R STA13 EVT18 AA_2 STA1
            """;
}
