/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.demo.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DemoStudiesTest {

    private final List<DemoStudy> studies = DemoStudies.all();

    @Test
    void thereAreStudiesOfSixPatientsTwoInstitutionsAndTwoModalities() {
        assertThat(studies).hasSizeGreaterThanOrEqualTo(12);
        assertThat(studies.stream().map(study -> study.patient().id()).distinct())
                .containsExactly("DEMO-1", "DEMO-2", "DEMO-3", "DEMO-4", "DEMO-5", "DEMO-6");
        assertThat(series().map(DemoSeries::institution)).containsOnly("NORTH", "SOUTH");
        assertThat(series().map(DemoSeries::modality)).containsOnly("CT", "MR");
    }

    @Test
    void oneStudyIsOfBothInstitutionsAndSoOfNone() {
        assertThat(studies.stream().filter(study -> study.isOf("NORTH"))).hasSize(6);
        assertThat(studies.stream().filter(study -> study.isOf("SOUTH"))).hasSize(6);
        DemoStudy last = studies.get(studies.size() - 1);
        assertThat(last.series())
                .extracting(DemoSeries::institution)
                .containsExactly("NORTH", "SOUTH");
    }

    @Test
    void theReferrersPatientsHaveStudiesOfBothInstitutions() {
        for (String id : List.of("DEMO-3", "DEMO-4")) {
            assertThat(studies.stream().filter(study -> study.patient().id().equals(id)))
                    .anyMatch(study -> study.isOf("NORTH"))
                    .anyMatch(study -> study.isOf("SOUTH"));
        }
    }

    private Stream<DemoSeries> series() {
        return studies.stream().flatMap(study -> study.series().stream());
    }
}
