/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.dicom.association.state;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * The state transition table of the upper layer (PS3.8 Table 9-10) as data. Pure: it does no I/O,
 * keeps no timer and remembers nothing.
 */
public final class StateTable {

    /** One row for each event, one column for each state; a dot is an empty cell. */
    private static final String ROWS =
            """
            EVT1  AE_1 .    .    .    .    .    .    .    .    .     .    .    .
            EVT2  .    .    .    AE_2 .    .    .    .    .    .     .    .    .
            EVT3  .    AA_1 AA_8 .    AE_3 AA_8 AA_8 AA_8 AA_8 AA_8  AA_8 AA_8 AA_6
            EVT4  .    AA_1 AA_8 .    AE_4 AA_8 AA_8 AA_8 AA_8 AA_8  AA_8 AA_8 AA_6
            EVT5  AE_5 .    .    .    .    .    .    .    .    .     .    .    .
            EVT6  .    AE_6 AA_8 .    AA_8 AA_8 AA_8 AA_8 AA_8 AA_8  AA_8 AA_8 AA_7
            EVT7  .    .    AE_7 .    .    .    .    .    .    .     .    .    .
            EVT8  .    .    AE_8 .    .    .    .    .    .    .     .    .    .
            EVT9  .    .    .    .    .    DT_1 .    AR_7 .    .     .    .    .
            EVT10 .    AA_1 AA_8 .    AA_8 DT_2 AR_6 AA_8 AA_8 AA_8  AA_8 AA_8 AA_6
            EVT11 .    .    .    .    .    AR_1 .    .    .    .     .    .    .
            EVT12 .    AA_1 AA_8 .    AA_8 AR_2 AR_8 AA_8 AA_8 AA_8  AA_8 AA_8 AA_6
            EVT13 .    AA_1 AA_8 .    AA_8 AA_8 AR_3 AA_8 AA_8 AR_10 AR_3 AA_8 AA_6
            EVT14 .    .    .    .    .    .    .    AR_4 AR_9 .     .    AR_4 .
            EVT15 .    .    AA_1 AA_2 AA_1 AA_1 AA_1 AA_1 AA_1 AA_1  AA_1 AA_1 .
            EVT16 .    AA_2 AA_3 .    AA_3 AA_3 AA_3 AA_3 AA_3 AA_3  AA_3 AA_3 AA_2
            EVT17 .    AA_5 AA_4 AA_4 AA_4 AA_4 AA_4 AA_4 AA_4 AA_4  AA_4 AA_4 AR_5
            EVT18 .    AA_2 .    .    .    .    .    .    .    .     .    .    AA_2
            EVT19 .    AA_1 AA_8 .    AA_8 AA_8 AA_8 AA_8 AA_8 AA_8  AA_8 AA_8 AA_7
            """;

    private static final Map<State, Map<Event, Transition>> CELLS = cells();

    private StateTable() {}

    /** The cell of a state and an event; empty where the standard has nothing: a local fault. */
    public static Optional<Transition> of(State state, Event event) {
        return Optional.ofNullable(CELLS.get(state).get(event));
    }

    /**
     * The state after AE-6 (PS3.8 Table 9-6).
     *
     * @param acceptable whether the provider takes the request to its user, else it rejects
     */
    public static State afterAe6(boolean acceptable) {
        return acceptable ? State.STA3 : State.STA13;
    }

    /**
     * The state after AR-8 (PS3.8 Table 9-8).
     *
     * @param requestor whether we requested the association; who began the release plays no part
     */
    public static State afterAr8(boolean requestor) {
        return requestor ? State.STA9 : State.STA10;
    }

    private static Map<State, Map<Event, Transition>> cells() {
        Map<State, Map<Event, Transition>> cells = new EnumMap<>(State.class);
        for (State state : State.values()) {
            cells.put(state, new EnumMap<>(Event.class));
        }
        ROWS.lines().forEach(row -> fill(cells, row.split(" +")));
        return cells;
    }

    private static void fill(Map<State, Map<Event, Transition>> cells, String[] row) {
        int column = 0;
        for (State state : State.values()) {
            String cell = row[++column];
            if (!cell.equals(".")) {
                Action action = Action.valueOf(cell);
                Transition transition = new Transition(action, action.next());
                cells.get(state).put(Event.valueOf(row[0]), transition);
            }
        }
    }
}
