/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.dicom.association.state;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * All 13 by 19 cells against {@code state-table.csv}, which was taken from the text of PS3.8 Table
 * 9-10 and not from the code: one line for each filled cell, every other cell is empty.
 */
class StateTableTest {

    private static final Set<Event> FROM_PEER =
            Set.of(
                    Event.EVT3,
                    Event.EVT4,
                    Event.EVT6,
                    Event.EVT10,
                    Event.EVT12,
                    Event.EVT13,
                    Event.EVT16,
                    Event.EVT19);

    static Stream<Arguments> cells() throws IOException {
        Map<String, String[]> filled = new HashMap<>();
        for (String line : lines()) {
            String[] cell = line.split(",");
            filled.put(cell[0] + cell[1], cell);
        }
        assertThat(filled).hasSize(123);
        List<Arguments> cells = new ArrayList<>();
        for (Event event : Event.values()) {
            for (State state : State.values()) {
                String key = name(event.name()) + name(state.name());
                cells.add(Arguments.of(event, state, Optional.ofNullable(filled.remove(key))));
            }
        }
        assertThat(filled).as("lines that name no cell").isEmpty();
        return cells.stream();
    }

    private static List<String> lines() throws IOException {
        try (InputStream in = StateTableTest.class.getResourceAsStream("state-table.csv")) {
            return new String(in.readAllBytes(), StandardCharsets.US_ASCII)
                    .lines()
                    .skip(1)
                    .toList();
        }
    }

    /** EVT12 is Evt12 in the standard. */
    private static String name(String constant) {
        return constant.charAt(0) + constant.substring(1).toLowerCase(Locale.ROOT);
    }

    @ParameterizedTest(name = "{0} in {1}")
    @MethodSource("cells")
    void cellIsThatOfTheStandard(Event event, State state, Optional<String[]> expected) {
        Optional<Transition> cell = StateTable.of(state, event);
        if (expected.isEmpty()) {
            assertThat(cell).isEmpty();
            return;
        }
        String[] line = expected.get();
        assertThat(cell).isPresent();
        assertThat(cell.get().action().name()).isEqualTo(line[2].replace('-', '_'));
        assertThat(cell.get().next().stream().map(s -> name(s.name())))
                .containsExactly(line[3].split("/"));
    }

    @Test
    void cellsOfEachActionAddUp() {
        Map<Action, Long> uses =
                Arrays.stream(State.values())
                        .flatMap(s -> Arrays.stream(Event.values()).map(e -> StateTable.of(s, e)))
                        .flatMap(Optional::stream)
                        .collect(groupingBy(Transition::action, counting()));
        assertThat(uses).hasSize(28).containsOnlyKeys(Action.values());
        assertThat(uses)
                .containsEntry(Action.AA_8, 54L)
                .containsEntry(Action.AA_1, 15L)
                .containsEntry(Action.AA_4, 10L)
                .containsEntry(Action.AA_3, 9L)
                .containsEntry(Action.AA_2, 5L)
                .containsEntry(Action.AA_6, 5L)
                .containsEntry(Action.AA_7, 2L)
                .containsEntry(Action.AR_3, 2L)
                .containsEntry(Action.AR_4, 2L);
        assertThat(uses.values().stream().mapToLong(n -> n).sum()).isEqualTo(123);
    }

    @Test
    void thePeerCanNeverReachAnEmptyCell() {
        for (State state : State.values()) {
            boolean open = state != State.STA1 && state != State.STA4;
            for (Event event : FROM_PEER) {
                assertThat(StateTable.of(state, event).isPresent())
                        .as("%s in %s", event, state)
                        .isEqualTo(open);
            }
        }
    }

    @Test
    void onlyTwoActionsLeaveAChoice() {
        assertThat(Arrays.stream(Action.values()).filter(a -> a.next().size() > 1))
                .containsExactly(Action.AE_6, Action.AR_8);
        Transition choice = StateTable.of(State.STA2, Event.EVT6).orElseThrow();
        assertThatThrownBy(choice::onlyNext)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("AE_6");
        assertThat(StateTable.of(State.STA6, Event.EVT11).orElseThrow().onlyNext())
                .isEqualTo(State.STA7);
    }

    @Test
    void ae6DependsOnTheProvider() {
        assertThat(StateTable.afterAe6(true)).isEqualTo(State.STA3);
        assertThat(StateTable.afterAe6(false)).isEqualTo(State.STA13);
    }

    @Test
    void ar8DependsOnTheRoleInTheAssociation() {
        assertThat(StateTable.afterAr8(true)).isEqualTo(State.STA9);
        assertThat(StateTable.afterAr8(false)).isEqualTo(State.STA10);
    }

    @Test
    void artimRunsInTwoStates() {
        assertThat(Arrays.stream(State.values()).filter(State::artim))
                .containsExactly(State.STA2, State.STA13);
    }
}
