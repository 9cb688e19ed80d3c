/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.ejb.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.turnstile.api.AssociationLostException;
import org.turnstile.api.Status;
import org.turnstile.api.data.Dataset;
import org.turnstile.api.data.Tag;
import org.turnstile.ejb.testing.Databases;

/** Long answers: page by page, all and each once, and over when the peer wants no more. */
class StreamingTest {

    private static final Dataset ALL_STUDIES =
            QueryFixture.keys(QueryLevel.STUDY, Tag.PatientID, Tag.NumberOfStudyRelatedSeries)
                    .build();

    private static List<Entity> patients(int count) {
        List<Entity> patients = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Entity patient = Entity.patient("P" + i);
            patient.study("1." + i, "CT", "NORTH");
            patients.add(patient);
        }
        return patients;
    }

    @ParameterizedTest
    @ValueSource(ints = {199, 200, 201, 400})
    void aPageMoreOrLessChangesNothing(int studies) {
        try (QueryFixture archive = new QueryFixture(Databases.H2)) {
            archive.enter(patients(studies));

            List<Dataset> found =
                    archive.found(QueryFixture.studyRoot(QueryFixture.CHIEF, ALL_STUDIES));

            assertThat(found.stream().map(each -> each.getString(Tag.StudyInstanceUID)))
                    .hasSize(studies)
                    .doesNotHaveDuplicates();
            assertThat(found)
                    .allMatch(each -> each.getInt(Tag.NumberOfStudyRelatedSeries).getAsInt() == 1);
        }
    }

    /** 100,000 studies: no page is kept longer than it takes to push it. */
    @ParameterizedTest
    @EnumSource
    void aHundredThousandStudiesStreamInConstantMemory(Databases databases)
            throws SQLException, AssociationLostException {
        try (QueryFixture archive = new QueryFixture(databases)) {
            hundredThousandStudies(archive);
            Counter peer = new Counter();

            Status status =
                    archive.find(
                            QueryFixture.studyRoot(
                                    QueryFixture.CHIEF,
                                    QueryFixture.keys(QueryLevel.STUDY).build()),
                            peer);

            assertThat(status).isEqualTo(Status.SUCCESS);
            assertThat(peer.seen).hasSize(100_000);
            assertThat(peer.doubled).isZero();
            assertThat(archive.mostAtOnce()).isEqualTo(PageReader.MAX_ROWS);
            assertThat(archive.reads()).isEqualTo(100_000 / PageReader.MAX_ROWS + 1);
        }
    }

    /** Without series and instances, which the query does not look at. */
    private static void hundredThousandStudies(QueryFixture archive) throws SQLException {
        archive.enter(patients(1000));
        try (Connection connection = archive.database().dataSource().getConnection();
                PreparedStatement insert =
                        connection.prepareStatement(
                                "INSERT INTO study (id, patient_fk, study_uid) VALUES (?, ?, ?)")) {
            connection.setAutoCommit(false);
            for (int i = 1; i <= 99_000; i++) {
                insert.setLong(1, 10_000 + i);
                insert.setLong(2, 1 + 4 * (i % 1000));
                insert.setString(3, "2." + i);
                insert.addBatch();
                if (i % 1000 == 0) {
                    insert.executeBatch();
                }
            }
            connection.commit();
        }
    }

    /** Counts and forgets. */
    private static final class Counter extends Recorder {
        private final Set<String> seen = new HashSet<>();
        private int doubled;

        @Override
        void take(Status status, Dataset match) {
            if (!seen.add(match.getString(Tag.StudyInstanceUID).orElseThrow())) {
                doubled++;
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 199, 200, 201})
    void afterACancelNothingMoreIsPushedAndNothingMoreIsRead(int matches)
            throws AssociationLostException {
        try (QueryFixture archive = new QueryFixture(Databases.H2)) {
            archive.enter(patients(500));
            Recorder peer = new Recorder();
            peer.cancelAfter(matches);

            Status status =
                    archive.find(QueryFixture.studyRoot(QueryFixture.CHIEF, ALL_STUDIES), peer);

            assertThat(status).isEqualTo(Status.CANCELLED);
            assertThat(peer.matches()).hasSize(matches);
            assertThat(archive.reads()).isEqualTo((matches + 199) / PageReader.MAX_ROWS);
        }
    }

    @Test
    void aPeerThatLeavesEndsTheQueryWithinOneResponse() {
        try (QueryFixture archive = new QueryFixture(Databases.H2)) {
            archive.enter(patients(500));
            Recorder peer = new Recorder();
            peer.leaveAfter(3);

            assertThatThrownBy(
                            () ->
                                    archive.find(
                                            QueryFixture.studyRoot(QueryFixture.CHIEF, ALL_STUDIES),
                                            peer))
                    .isInstanceOf(AssociationLostException.class);
            assertThat(peer.matches()).hasSize(3);
            assertThat(archive.reads()).isEqualTo(1);
        }
    }

    @Test
    void noTransactionAndNoConnectionIsHeldWhileAMatchIsPushed() throws AssociationLostException {
        try (QueryFixture archive = new QueryFixture(Databases.H2)) {
            archive.enter(patients(250));
            List<Integer> held = Collections.synchronizedList(new ArrayList<>());
            Recorder peer =
                    new Recorder() {
                        @Override
                        void take(Status status, Dataset match) throws AssociationLostException {
                            held.add(archive.openTransactions());
                            super.take(status, match);
                        }
                    };

            archive.find(QueryFixture.studyRoot(QueryFixture.CHIEF, ALL_STUDIES), peer);

            assertThat(held).hasSize(250).containsOnly(0);
        }
    }

    @Test
    void whatIsStoredWhileAQueryRunsDoesNoHarm() throws AssociationLostException {
        try (QueryFixture archive = new QueryFixture(Databases.H2)) {
            archive.enter(patients(250));
            Recorder peer =
                    new Recorder() {
                        @Override
                        void take(Status status, Dataset match) throws AssociationLostException {
                            super.take(status, match);
                            if (matches().size() == 10) {
                                Entity late = Entity.patient("LATE");
                                late.study("9.9", "MR", "NORTH");
                                archive.enterAfter(10_000, List.of(late));
                            }
                        }
                    };

            Status status =
                    archive.find(QueryFixture.studyRoot(QueryFixture.CHIEF, ALL_STUDIES), peer);

            assertThat(status).isEqualTo(Status.SUCCESS);
            assertThat(peer.matches().stream().map(each -> each.getString(Tag.PatientID)))
                    .hasSizeBetween(250, 251);
        }
    }
}
