/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.bench.granted;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HoldingsTest {

    @ParameterizedTest
    @CsvSource({"1000,500,50", "1000,333,7", "1000,1000,1000", "10,3,2", "1,1,1"})
    void countsTheStudiesOfGrantedPatients(int studies, int patients, int granted) {
        Holdings holdings = new Holdings(studies, patients, granted);
        int[] rows = IntStream.range(0, granted).map(holdings::grantedPatient).toArray();

        long counted =
                IntStream.range(0, studies)
                        .map(holdings::patientOf)
                        .filter(patient -> IntStream.of(rows).anyMatch(row -> row == patient))
                        .count();

        assertThat(IntStream.of(rows).distinct()).hasSize(granted);
        assertThat(holdings.grantedStudies()).isEqualTo((int) counted);
    }

    @Test
    void noTwoPatientsHaveTheSameId() {
        Holdings holdings = new Holdings(1_000, 1_000, 1);

        assertThat(IntStream.range(0, 1_000).mapToObj(holdings::patientId)).doesNotHaveDuplicates();
        assertThat(holdings.patientId(1)).isGreaterThan(holdings.patientId(999));
    }

    @ParameterizedTest
    @CsvSource({"0,1,1,studies", "10,11,1,patients", "10,5,6,granted", "10,0,1,patients"})
    void refusesNumbersThatDoNotGoTogether(int studies, int patients, int granted, String field) {
        assertThatThrownBy(() -> new Holdings(studies, patients, granted))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(field + ": ");
    }
}
