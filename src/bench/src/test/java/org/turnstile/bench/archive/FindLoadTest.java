/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.bench.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.turnstile.api.data.Dataset;
import org.turnstile.api.data.Tag;
import org.turnstile.bench.load.LoadException;
import org.turnstile.bench.load.Schedule;

class FindLoadTest {

    private static final Schedule SHORT =
            new Schedule(2, Duration.ZERO, Duration.ofMillis(400), Duration.ofSeconds(20));

    private static FindLoad.Found run(ArchiveScp scp, FindPlan plan) throws IOException {
        return new FindLoad(plan).run(scp.target(), SHORT);
    }

    private static List<Dataset> identifiers(ArchiveScp scp) {
        return scp.came().stream().map(ArchiveScp.Came::dataSet).toList();
    }

    @Test
    void countsQueriesAndResponses() throws IOException {
        try (ArchiveScp scp = ArchiveScp.find(7, 0)) {
            FindLoad.Found found = run(scp, new FindPlan(0, false, 7, false));

            long queries = found.queries().count();
            assertThat(queries).isPositive();
            // the last query of each association may have been cut off by the end
            assertThat(found.responses().count()).isBetween(7 * queries, 7 * (queries + 2));
            assertThat(found.first().count()).isBetween(queries, queries + 2);
            assertThat(identifiers(scp))
                    .allSatisfy(
                            each -> {
                                assertThat(each.getString(Tag.QueryRetrieveLevel))
                                        .contains("STUDY");
                                assertThat(each.contains(Tag.PatientName)).isTrue();
                                assertThat(each.getString(Tag.PatientID)).isEmpty();
                                assertThat(each.contains(Tag.ModalitiesInStudy)).isFalse();
                            });
        }
    }

    @Test
    void asksForAnotherPatientEachTime() throws IOException {
        try (ArchiveScp scp = ArchiveScp.find(1, 0)) {
            run(scp, new FindPlan(500, false, 1, false));

            Set<String> asked = new HashSet<>();
            identifiers(scp)
                    .forEach(each -> asked.add(each.getString(Tag.PatientID).orElseThrow()));
            assertThat(asked)
                    .hasSizeGreaterThan(1)
                    .allSatisfy(each -> assertThat(each).matches("BENCH0000[0-4].."));
        }
    }

    @Test
    void asksForNumbersIfWanted() throws IOException {
        try (ArchiveScp scp = ArchiveScp.find(0, 0)) {
            run(scp, new FindPlan(0, true, 0, false));

            assertThat(identifiers(scp))
                    .allMatch(each -> each.contains(Tag.NumberOfStudyRelatedInstances));
        }
    }

    @Test
    void anotherNumberOfMatchesEndsTheRun() throws IOException {
        try (ArchiveScp scp = ArchiveScp.find(6, 0)) {
            assertThatThrownBy(() -> run(scp, new FindPlan(0, false, 7, false)))
                    .isInstanceOf(LoadException.class)
                    .hasMessage("a query found 6 studies and not 7");
        }
    }

    @Test
    void aFailureEndsTheRun() throws IOException {
        try (ArchiveScp scp = ArchiveScp.find(3, 0x0124)) {
            assertThatThrownBy(() -> run(scp, new FindPlan(0, false, 3, false)))
                    .isInstanceOf(LoadException.class)
                    .hasMessage("status 0124H of command 8020H");
        }
    }

    @Test
    void aQueryIsCancelledWhereItHasFoundEnough() throws IOException {
        try (ArchiveScp scp = ArchiveScp.find(Integer.MAX_VALUE, 0)) {
            FindLoad.Found found = run(scp, new FindPlan(0, false, 20, true));

            long queries = found.queries().count();
            assertThat(queries).isPositive();
            assertThat(found.responses().count()).isGreaterThanOrEqualTo(20 * queries);
        }
    }

    @Test
    void aQueryThatHasNoMoreIsNotCancelled() throws IOException {
        try (ArchiveScp scp = ArchiveScp.find(3, 0)) {
            assertThatThrownBy(() -> run(scp, new FindPlan(0, false, 4, true)))
                    .isInstanceOf(LoadException.class)
                    .hasMessage("status 0000H of a query that is to be cancelled");
        }
    }
}
