/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.bench.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.turnstile.api.data.Tag;
import org.turnstile.bench.archive.ArchiveScp.Came;
import org.turnstile.bench.load.LoadException;

class StoreLoadTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private static long different(List<Came> came, int tag) {
        return came.stream().map(each -> each.dataSet().getString(tag)).distinct().count();
    }

    @Test
    void everyObjectIsNewAndStandsInItsSeriesAndStudy() throws IOException {
        StorePlan plan = new StorePlan(40_000, 24, 0, 3, 4, 2, 17);
        try (ArchiveScp scp = ArchiveScp.store(0)) {
            StoreLoad.Stored stored = new StoreLoad(plan).run(scp.target(), PATIENCE);

            assertThat(stored.tally().count()).isEqualTo(24);
            assertThat(stored.seconds()).isPositive();
            assertThat(stored.bytes()).isBetween(36_000L, 40_000L);
            assertThat(scp.came()).hasSize(24);
            assertThat(different(scp.came(), Tag.SOPInstanceUID)).isEqualTo(24);
            assertThat(different(scp.came(), Tag.SeriesInstanceUID)).isEqualTo(6);
            assertThat(different(scp.came(), Tag.StudyInstanceUID)).isEqualTo(3);
            assertThat(different(scp.came(), Tag.PatientID)).isEqualTo(3);
            assertThat(different(scp.came(), Tag.PatientName)).isEqualTo(3);
            assertThat(scp.came())
                    .allSatisfy(
                            each ->
                                    assertThat(each.dataSet().getString(Tag.SOPInstanceUID))
                                            .isEqualTo(each.sopInstance()));
        }
    }

    @Test
    void twoRunsHaveNoUidInCommon() throws IOException {
        try (ArchiveScp scp = ArchiveScp.store(0)) {
            new StoreLoad(new StorePlan(2_048, 5, 0, 1, 1, 1, 1)).run(scp.target(), PATIENCE);
            new StoreLoad(new StorePlan(2_048, 5, 0, 1, 1, 1, 2)).run(scp.target(), PATIENCE);

            assertThat(different(scp.came(), Tag.SOPInstanceUID)).isEqualTo(10);
            assertThat(different(scp.came(), Tag.StudyInstanceUID)).isEqualTo(10);
        }
    }

    @Test
    void theWarmUpIsStoredAndNotCounted() throws IOException {
        StorePlan plan = new StorePlan(2_048, 4, 3, 2, 1, 1, 0);
        try (ArchiveScp scp = ArchiveScp.store(0)) {
            StoreLoad.Stored stored = new StoreLoad(plan).run(scp.target(), PATIENCE);

            assertThat(stored.tally().count()).isEqualTo(4);
            assertThat(different(scp.came(), Tag.SOPInstanceUID)).isEqualTo(10);
        }
    }

    @Test
    void aRefusalEndsTheRun() throws IOException {
        StoreLoad load = new StoreLoad(new StorePlan(2_048, 4, 0, 2, 1, 1, 0));
        try (ArchiveScp scp = ArchiveScp.store(0xA700)) {
            assertThatThrownBy(() -> load.run(scp.target(), PATIENCE))
                    .isInstanceOf(LoadException.class)
                    .hasMessage("status A700H of command 8001H");
        }
    }

    @Test
    void anArchiveThatTakesNoImagesEndsTheRun() throws IOException {
        StoreLoad load = new StoreLoad(new StorePlan(2_048, 4, 0, 2, 1, 1, 0));
        try (ArchiveScp scp = ArchiveScp.find(0, 0)) {
            assertThatThrownBy(() -> load.run(scp.target(), PATIENCE))
                    .isInstanceOf(LoadException.class)
                    .hasMessage("the SOP class is not accepted");
        }
    }
}
