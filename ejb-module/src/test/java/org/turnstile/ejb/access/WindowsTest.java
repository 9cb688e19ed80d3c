/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.ejb.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.turnstile.ejb.access.Callers.user;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.turnstile.ejb.testing.Databases;

@Timeout(300)
class WindowsTest {

    @TempDir private Path home;

    @ParameterizedTest
    @EnumSource
    void fiftyThousandGrantedPatientsAreAllAskedForOnce(Databases databases) throws Exception {
        try (Archived archive = new Archived(databases, home)) {
            List<StudyRow> studies = new ArrayList<>();
            List<String> expected = new ArrayList<>();
            for (int i = 0; i < 3_000; i++) {
                studies.add(StudyRow.of("1." + i).patient("P" + i * 20, ""));
                if (i % 3 != 0) {
                    expected.add("1." + i);
                }
            }
            archive.studies(studies);
            List<String> rules = new ArrayList<>();
            for (int i = 0; i < 75_000; i++) {
                if (i % 60 != 0) {
                    rules.add("user many patient P" + i);
                }
            }
            rules.add("user many patient P20, modality CT");
            archive.access(rules.toArray(String[]::new));

            List<String> seen = archive.seenInWindows(user("many"));

            assertThat(rules).hasSizeGreaterThan(50_000);
            assertThat(seen).containsExactlyInAnyOrderElementsOf(expected);
            assertThat(archive.seenBy(user("many"))).isEqualTo(expected);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aPatientWithMoreStudiesThanAPageIsReadInPages(Databases databases) throws Exception {
        try (Archived archive = new Archived(databases, home)) {
            List<StudyRow> studies = new ArrayList<>();
            for (int i = 0; i < 900; i++) {
                studies.add(StudyRow.of("1." + i).patient("P" + i % 2, ""));
            }
            archive.studies(studies);
            archive.access("user u patient P0", "user u patient P0, modality CT", "user u own");

            assertThat(archive.seenInWindows(user("u"))).hasSize(450).doesNotHaveDuplicates();
        }
    }

    @ParameterizedTest
    @EnumSource
    void whoIsNotGrantedSinglePatientsHasOneWindow(Databases databases) throws Exception {
        try (Archived archive = new Archived(databases, home)) {
            archive.access("user chief all", "user u institution NORTH", "user p patient P");

            assertThat(windows(archive, "chief")).isEqualTo(1);
            assertThat(windows(archive, "u")).isEqualTo(1);
            assertThat(windows(archive, "nobody")).isZero();
            assertThat(windows(archive, "p")).as("the patient is not there").isZero();
        }
    }

    private static int windows(Archived archive, String name) throws AccessUnavailableException {
        Windows windows = VisibleQueries.windows(archive.rules().visibilityOf(user(name)));
        int count = 0;
        Optional<Window> window = archive.inTransaction(queries -> queries.next(windows, 0));
        while (window.isPresent()) {
            count++;
            window = archive.inTransaction(queries -> queries.next(windows, 0));
        }
        return count;
    }
}
