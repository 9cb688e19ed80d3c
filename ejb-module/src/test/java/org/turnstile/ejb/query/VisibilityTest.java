/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.ejb.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.turnstile.api.AssociationLostException;
import org.turnstile.api.FindRequest;
import org.turnstile.api.Status;
import org.turnstile.api.UID;
import org.turnstile.api.UserIdentity;
import org.turnstile.api.data.Dataset;
import org.turnstile.api.data.DatasetBuilder;
import org.turnstile.api.data.Tag;
import org.turnstile.ejb.testing.Databases;

/** Each caller finds what it may see, and of anything else there is no trace. */
class VisibilityTest {

    private static final UserIdentity ALICE = Callers.verified("alice");
    private static final UserIdentity NORTH = Callers.verified("rita", "north");
    private static final UserIdentity NOBODY = Callers.verified("mallory");

    @Nested
    class OnH2 extends Cases {
        @Override
        Databases databases() {
            return Databases.H2;
        }
    }

    @Nested
    class OnPostgresql extends Cases {
        @Override
        Databases databases() {
            return Databases.POSTGRESQL;
        }
    }

    abstract static class Cases extends OnBothDatabases {

        @Override
        String[] rules() {
            return new String[] {
                "user alice patient P1",
                "role north institution NORTH",
                "user bare institution SOUTH",
                "anonymous patient P3"
            };
        }

        @Override
        List<Entity> holdings() {
            Entity first = Entity.patient("P1").with(Tag.PatientName, "Doe^John");
            first.study("1.1", "CT", "NORTH").series("1.1.2", "MR", "NORTH");
            first.study("1.2", "CT", "SOUTH");
            Entity second = Entity.patient("P2").with(Tag.PatientName, "Doe^Jane");
            second.study("2.1", "CT", "NORTH");
            second.study("2.2", "MR", "NORTH").series("2.2.2", "MR", "SOUTH");
            Entity third = Entity.patient("P3").with(Tag.PatientName, "Roe^Richard");
            third.study("3.1", "US", "SOUTH");
            return List.of(first, second, third);
        }

        private List<String> found(UserIdentity caller, QueryLevel level, DatasetBuilder keys) {
            Dataset identifier = keys.setString(Tag.QueryRetrieveLevel, level.name()).build();
            return archive().found(QueryFixture.relational(caller, identifier)).stream()
                    .map(match -> match.getString(Key.unique(level).tag()).orElseThrow())
                    .toList();
        }

        private List<String> found(UserIdentity caller, QueryLevel level) {
            return found(caller, level, Dataset.builder());
        }

        /** Case 130. */
        @Test
        void anUniversalQueryGivesWhatTheCallerSeesAtEveryLevel() {
            assertThat(found(ALICE, QueryLevel.PATIENT)).containsExactly("P1");
            assertThat(found(ALICE, QueryLevel.STUDY)).containsExactly("1.1", "1.2");
            assertThat(found(ALICE, QueryLevel.SERIES)).containsExactly("1.1.1", "1.1.2", "1.2.1");
            assertThat(found(ALICE, QueryLevel.IMAGE)).hasSize(3).allMatch(u -> u.startsWith("1."));
            assertThat(found(QueryFixture.CHIEF, QueryLevel.STUDY)).hasSize(5);
        }

        @Test
        void aStudyOfTwoInstitutionsIsOfNeither() {
            assertThat(found(NORTH, QueryLevel.STUDY)).containsExactly("1.1", "2.1");
            assertThat(found(NORTH, QueryLevel.PATIENT)).containsExactly("P1", "P2");
            assertThat(found(NORTH, QueryLevel.SERIES, key(Tag.StudyInstanceUID, "2.2"))).isEmpty();
        }

        private List<DatasetBuilder> hidden() {
            return queries("P2", "Doe^Jane", "2.1", "2.1.1");
        }

        private List<DatasetBuilder> absent() {
            return queries("NOSUCH", "No^Such", "9.9", "9.9.9");
        }

        private List<DatasetBuilder> queries(
                String patientId, String name, String study, String series) {
            return List.of(
                    keys("STUDY").setString(Tag.PatientID, patientId),
                    keys("STUDY").setString(Tag.PatientName, name),
                    keys("STUDY").setString(Tag.StudyInstanceUID, study),
                    keys("SERIES").setString(Tag.StudyInstanceUID, study),
                    keys("IMAGE")
                            .setString(Tag.StudyInstanceUID, study)
                            .setString(Tag.SeriesInstanceUID, series));
        }

        /** Case 131. */
        @Test
        void hiddenAndAbsentAnswerByteForByteTheSame() throws AssociationLostException {
            for (int i = 0; i < hidden().size(); i++) {
                DatasetBuilder hidden = hidden().get(i);
                DatasetBuilder absent = absent().get(i);

                assertThat(answer(ALICE, hidden)).isEqualTo(answer(ALICE, absent));
                assertThat(answer(QueryFixture.CHIEF, hidden))
                        .as("it is there")
                        .isNotEqualTo(answer(QueryFixture.CHIEF, absent));
            }
        }

        /** Case 131, "timing in the same class": neither is looked at any further. */
        @Test
        void hiddenAndAbsentAskTheDatabaseTheSame() throws AssociationLostException {
            archive().statements();
            for (int i = 0; i < hidden().size(); i++) {
                answer(ALICE, hidden().get(i));
                List<String> forHidden = archive().statements();
                answer(ALICE, absent().get(i));

                assertThat(forHidden).isNotEmpty().isEqualTo(archive().statements());
            }
        }

        private DatasetBuilder keys(String level) {
            return Dataset.builder()
                    .setString(Tag.QueryRetrieveLevel, level)
                    .setEmpty(Tag.ModalitiesInStudy)
                    .setEmpty(Tag.ProcedureCodeSequence)
                    .setEmpty(Tag.NumberOfPatientRelatedStudies);
        }

        /** All that a peer gets of a query, in its order. */
        private List<Object> answer(UserIdentity caller, DatasetBuilder keys)
                throws AssociationLostException {
            Recorder peer = new Recorder();
            List<Object> all = new ArrayList<>();
            all.add(archive().find(QueryFixture.studyRoot(caller, keys.build()), peer));
            all.addAll(peer.statuses());
            all.addAll(peer.matches());
            return all;
        }

        /** Case 132. */
        @Test
        void aWildCardAndAListOfUidsGiveOnlyTheVisible() {
            assertThat(found(ALICE, QueryLevel.PATIENT, key(Tag.PatientName, "Doe*")))
                    .containsExactly("P1");
            assertThat(found(ALICE, QueryLevel.STUDY, key(Tag.PatientName, "*"))).hasSize(2);
            assertThat(found(ALICE, QueryLevel.STUDY, key(Tag.StudyInstanceUID, "1.1", "2.1")))
                    .containsExactly("1.1");
            assertThat(
                            found(
                                    NORTH,
                                    QueryLevel.SERIES,
                                    key(Tag.SeriesInstanceUID, "1.2.1", "2.1.1")))
                    .containsExactly("2.1.1");
        }

        /** Case 133. */
        @Test
        void numbersOfRelatedCountOnlyTheVisible() {
            int[] all = {
                Tag.NumberOfPatientRelatedStudies,
                Tag.NumberOfPatientRelatedSeries,
                Tag.NumberOfPatientRelatedInstances,
            };
            DatasetBuilder keys =
                    QueryFixture.keys(QueryLevel.PATIENT, all).setString(Tag.PatientID, "P1");

            assertThat(numbers(NORTH, keys, all)).containsExactly(1L, 2L, 2L);
            assertThat(numbers(ALICE, keys, all)).containsExactly(2L, 3L, 3L);
            assertThat(numbers(QueryFixture.CHIEF, keys, all)).containsExactly(2L, 3L, 3L);
        }

        private List<Long> numbers(UserIdentity caller, DatasetBuilder keys, int... tags) {
            Dataset answer = archive().found(QueryFixture.relational(caller, keys.build())).get(0);
            return Arrays.stream(tags).mapToObj(tag -> answer.getLong(tag).orElseThrow()).toList();
        }

        /** Case 134. */
        @Test
        void aRelationalQueryReachesNoHiddenSeriesOrInstance() {
            assertThat(found(ALICE, QueryLevel.SERIES, key(Tag.SeriesInstanceUID, "2.1.1")))
                    .isEmpty();
            assertThat(found(ALICE, QueryLevel.IMAGE, key(Tag.SOPInstanceUID, "2.1.1.1")))
                    .isEmpty();
            assertThat(found(ALICE, QueryLevel.IMAGE, key(Tag.Modality, "MR")))
                    .containsExactly("1.1.2.1");
            assertThat(
                            found(
                                    QueryFixture.CHIEF,
                                    QueryLevel.IMAGE,
                                    key(Tag.SOPInstanceUID, "2.1.1.1")))
                    .hasSize(1);
        }

        @Test
        void modalitiesAreNoWayToLookIntoAHiddenStudy() {
            assertThat(found(ALICE, QueryLevel.STUDY, key(Tag.ModalitiesInStudy, "US"))).isEmpty();
            assertThat(found(NORTH, QueryLevel.STUDY, key(Tag.ModalitiesInStudy, "MR")))
                    .containsExactly("1.1");
        }

        @Test
        void whoHasNoRuleFindsNothing() throws AssociationLostException {
            assertThat(found(NOBODY, QueryLevel.STUDY)).isEmpty();
            assertThat(answer(NOBODY, keys("STUDY"))).containsExactly(Status.SUCCESS);
        }

        /** Case 144. */
        @Test
        void anonymousHasItsOwnRulesNotNoRules() {
            assertThat(found(UserIdentity.anonymous(), QueryLevel.STUDY)).containsExactly("3.1");
        }

        /** Case 145. */
        @Test
        void aNameThatNothingProvedIsAnonymous() {
            assertThat(found(Callers.claimed("alice"), QueryLevel.STUDY)).containsExactly("3.1");
            assertThat(found(Callers.claimed("bare"), QueryLevel.STUDY)).containsExactly("3.1");
            assertThat(found(Callers.verified("bare"), QueryLevel.STUDY))
                    .containsExactly("1.2", "3.1");
        }

        @Test
        void inAHierarchyTheVisibleBranchAloneIsFound() {
            Dataset keys =
                    Dataset.builder()
                            .setString(Tag.QueryRetrieveLevel, "STUDY")
                            .setString(Tag.PatientID, "P1")
                            .build();
            FindRequest request = QueryFixture.request(NORTH, UID.PATIENT_ROOT_FIND, false, keys);

            assertThat(archive().found(request)).hasSize(1);
        }
    }
}
