/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.bench.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlansTest {

    @ParameterizedTest
    @CsvSource({
        "1499,1,0,1,1,1,0,size",
        "2048,0,0,1,1,1,0,objects",
        "2048,1,-1,1,1,1,0,warmup",
        "2048,1,0,0,1,1,0,associations",
        "2048,1,0,1001,1,1,0,associations",
        "2048,1,0,1,0,1,0,objectsOfSeries",
        "2048,1,0,1,1,0,0,seriesOfStudy",
        "2048,1,0,1,1,1,-1,run",
        "2048,1,0,1,1,1,10000000000,run"
    })
    void refusesAPlanOfStorageOutOfRange(
            int size,
            int objects,
            int warmup,
            int associations,
            int objectsOfSeries,
            int seriesOfStudy,
            long run,
            String field) {
        assertThatThrownBy(
                        () ->
                                new StorePlan(
                                        size,
                                        objects,
                                        warmup,
                                        associations,
                                        objectsOfSeries,
                                        seriesOfStudy,
                                        run))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(field + ": ");
    }

    @ParameterizedTest
    @CsvSource({"-1,1,patients", "1,-1,matches", "10000001,1,patients"})
    void refusesAPlanOfQueriesOutOfRange(int patients, int matches, String field) {
        assertThatThrownBy(() -> new FindPlan(patients, false, matches, false))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(field + ": ");
    }

    @Test
    void refusesToCancelAfterNothing() {
        assertThatThrownBy(() -> new FindPlan(0, false, 0, true))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("matches: 0, after which nothing can be cancelled");
    }

    @Test
    void dividesTheObjectsAmongTheAssociations() {
        StorePlan plan = new StorePlan(2_048, 10, 0, 4, 1, 1, 0);

        assertThat(new int[] {plan.first(0), plan.first(1), plan.first(2), plan.first(3)})
                .containsExactly(0, 2, 5, 7);
        assertThat(plan.first(4)).isEqualTo(10);
    }
}
