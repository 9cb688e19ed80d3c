/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.ejb.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.turnstile.api.data.Dataset;
import org.turnstile.api.data.DatasetBuilder;
import org.turnstile.api.data.Tag;
import org.turnstile.ejb.testing.Databases;

/** The kinds of matching (PS3.4 §C.2.2.2), what matches beside what does not. */
class MatchingTest {

    private static final String CT = "1.2.840.10008.5.1.4.1.1.2";
    private static final String MR = "1.2.840.10008.5.1.4.1.1.4";

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
        List<Entity> holdings() {
            return List.of(doe(), yamada(), mueller(), nobody());
        }

        private static Entity doe() {
            Entity doe =
                    Entity.patient("P1")
                            .with(Tag.PatientName, "Doe^John")
                            .with(Tag.PatientBirthDate, "19700131")
                            .with(Tag.PatientSex, "M");
            Entity first =
                    doe.study("1.1", "CT", "NORTH")
                            .with(Tag.StudyDate, "20240115")
                            .with(Tag.StudyTime, "101530.25")
                            .with(Tag.AccessionNumber, "A1")
                            .with(Tag.StudyID, "S_1")
                            .with(Tag.StudyDescription, "100% CT!")
                            .with(Tag.ReferringPhysicianName, "House^Gregory");
            first.child(0)
                    .with(Tag.SeriesNumber, "007")
                    .with(Tag.SeriesDescription, "Thorax")
                    .with(Tag.BodyPartExamined, "CHEST")
                    .with(Tag.SeriesDate, "20240115")
                    .with(Tag.SeriesTime, "1016");
            first.series("1.1.2", "MR", "SOUTH").with(Tag.SeriesNumber, "12");
            first.child(1).instance("1.1.2.2", MR).with(Tag.InstanceNumber, "+2");
            first.child(0).request("STEP1", "RP1");
            first.child(0).request("STEP2", "RP2");
            doe.study("1.2", "CT", "NORTH")
                    .with(Tag.StudyDate, "20240229")
                    .with(Tag.StudyTime, "10")
                    .with(Tag.AccessionNumber, "A2")
                    .with(Tag.StudyID, "SX1")
                    .with(Tag.StudyDescription, "1000 CT");
            return doe;
        }

        private static Entity yamada() {
            Entity yamada =
                    Entity.patient("P2")
                            .with(Tag.IssuerOfPatientID, "TOKYO")
                            .with(Tag.PatientName, "Yamada^Tarou=山田^太郎=やまだ^たろう")
                            .with(Tag.PatientSex, "F");
            yamada.study("2.1", "MR", null)
                    .with(Tag.StudyDate, "20231231")
                    .with(Tag.StudyTime, "235959.999999");
            return yamada;
        }

        private static Entity mueller() {
            Entity mueller =
                    Entity.patient("p1*")
                            .with(Tag.PatientName, "MÜLLER^Änne^^")
                            .with(Tag.PatientBirthDate, "19991231");
            mueller.study("3.1", "US", "O'Neill; DROP TABLE study; --");
            return mueller;
        }

        /** Without an ID, and without a value in anything else. */
        private static Entity nobody() {
            Entity nobody = Entity.patient("");
            nobody.study("4.1", null, null);
            return nobody;
        }

        private List<String> patients(DatasetBuilder keys) {
            return find(QueryLevel.PATIENT, Tag.PatientID, keys);
        }

        private List<String> studies(DatasetBuilder keys) {
            return find(QueryLevel.STUDY, Tag.StudyInstanceUID, keys);
        }

        private List<String> series(DatasetBuilder keys) {
            return find(QueryLevel.SERIES, Tag.SeriesInstanceUID, keys);
        }

        private List<String> images(DatasetBuilder keys) {
            return find(QueryLevel.IMAGE, Tag.SOPInstanceUID, keys);
        }

        @Test
        void universalMatchesEverythingAtEveryLevelEvenWhatHasNoValue() {
            assertThat(patients(key(Tag.PatientName, ""))).containsExactly("", "P1", "P2", "p1*");
            assertThat(patients(key(Tag.PatientName, "*"))).hasSize(4);
            assertThat(patients(key(Tag.PatientID, "**"))).hasSize(4);
            assertThat(studies(key(Tag.StudyDate, "")))
                    .containsExactly("1.1", "1.2", "2.1", "3.1", "4.1");
            assertThat(studies(key(Tag.StudyDate, "*"))).hasSize(5);
            assertThat(series(key(Tag.Modality, "*"))).hasSize(6);
            assertThat(images(key(Tag.SOPInstanceUID, "")))
                    .containsExactly(
                            "1.1.1.1", "1.1.2.1", "1.1.2.2", "1.2.1.1", "2.1.1.1", "3.1.1.1",
                            "4.1.1.1");
        }

        @Test
        void aSingleValueMatchesExactlyAndWithCase() {
            assertThat(patients(key(Tag.PatientID, "P1"))).containsExactly("P1");
            assertThat(patients(key(Tag.PatientID, "p1"))).isEmpty();
            assertThat(patients(key(Tag.PatientID, "P"))).isEmpty();
            assertThat(patients(key(Tag.PatientSex, "F"))).containsExactly("P2");
            assertThat(patients(key(Tag.IssuerOfPatientID, "TOKYO"))).containsExactly("P2");
            assertThat(studies(key(Tag.AccessionNumber, "A1"))).containsExactly("1.1");
            assertThat(studies(key(Tag.InstitutionName, "NORTH"))).containsExactly("1.2");
            assertThat(series(key(Tag.InstitutionName, "NORTH"))).containsExactly("1.1.1", "1.2.1");
            assertThat(series(key(Tag.Modality, "ct"))).isEmpty();
            assertThat(series(key(Tag.BodyPartExamined, "CHEST"))).containsExactly("1.1.1");
            assertThat(images(key(Tag.SOPClassUID, MR))).containsExactly("1.1.2.2");
        }

        @Test
        void wildCardsStandForAnyOrOneCharacter() {
            assertThat(patients(key(Tag.PatientID, "P*"))).containsExactly("P1", "P2");
            assertThat(patients(key(Tag.PatientID, "?2"))).containsExactly("P2");
            assertThat(patients(key(Tag.PatientID, "?"))).isEmpty();
            assertThat(patients(key(Tag.PatientID, "?*"))).containsExactly("P1", "P2", "p1*");
            assertThat(studies(key(Tag.StudyDescription, "*CT*"))).containsExactly("1.1", "1.2");
            assertThat(studies(key(Tag.StudyDescription, "* CT"))).containsExactly("1.2");
            assertThat(series(key(Tag.SeriesDescription, "Th?rax"))).containsExactly("1.1.1");
            assertThat(series(key(Tag.SeriesDescription, "th*"))).isEmpty();
        }

        @Test
        void wildCardsMeanNothingInUidsAndNumbers() {
            assertThat(studies(key(Tag.StudyInstanceUID, "1.?"))).isEmpty();
            assertThat(studies(key(Tag.StudyInstanceUID, "1.*"))).isEmpty();
            assertThat(series(key(Tag.SeriesNumber, "1*"))).isEmpty();
            assertThat(series(key(Tag.SeriesNumber, "1?"))).isEmpty();
        }

        @Test
        void whatSqlTakesForAWildCardStandsForItself() {
            assertThat(studies(key(Tag.StudyDescription, "100%*"))).containsExactly("1.1");
            assertThat(studies(key(Tag.StudyDescription, "*!"))).containsExactly("1.1");
            assertThat(studies(key(Tag.StudyID, "S_*"))).containsExactly("1.1");
            assertThat(studies(key(Tag.StudyID, "S?1"))).containsExactly("1.1", "1.2");
            assertThat(studies(key(Tag.StudyID, "%"))).isEmpty();
        }

        @Test
        void ofSeveralTextsOneHasToMatch() {
            assertThat(patients(key(Tag.PatientID, "P1", "P2", "P9"))).containsExactly("P1", "P2");
            assertThat(series(key(Tag.Modality, "MR", "US")))
                    .containsExactly("1.1.2", "2.1.1", "3.1.1");
        }

        @Test
        void aListOfUidsMatchesEachOfThem() {
            assertThat(studies(key(Tag.StudyInstanceUID, "1.2", "3.1", "9.9")))
                    .containsExactly("1.2", "3.1");
            assertThat(series(key(Tag.SeriesInstanceUID, "1.1.2", "1.1"))).containsExactly("1.1.2");
            assertThat(images(key(Tag.SOPInstanceUID, "1.1.1.1", "2.1.1.1")))
                    .containsExactly("1.1.1.1", "2.1.1.1");
        }

        @Test
        void aRangeOfDatesHasItsEndsIn() {
            assertThat(studies(key(Tag.StudyDate, "20240115"))).containsExactly("1.1");
            assertThat(studies(key(Tag.StudyDate, "2024.01.15"))).containsExactly("1.1");
            assertThat(studies(key(Tag.StudyDate, "20240115-20240229")))
                    .containsExactly("1.1", "1.2");
            assertThat(studies(key(Tag.StudyDate, "20240116-20240228"))).isEmpty();
            assertThat(studies(key(Tag.StudyDate, "20240116-"))).containsExactly("1.2");
            assertThat(studies(key(Tag.StudyDate, "-20240114"))).containsExactly("2.1");
            assertThat(studies(key(Tag.StudyDate, "20240229-20240115"))).isEmpty();
            assertThat(patients(key(Tag.PatientBirthDate, "1970.01.01-19700131")))
                    .containsExactly("P1");
            assertThat(series(key(Tag.SeriesDate, "-20991231"))).containsExactly("1.1.1");
        }

        @Test
        void timesAreComparedByWhatTheyMean() {
            assertThat(studies(key(Tag.StudyTime, "101530.250000"))).containsExactly("1.1");
            assertThat(studies(key(Tag.StudyTime, "101530"))).containsExactly("1.1");
            assertThat(studies(key(Tag.StudyTime, "1015"))).containsExactly("1.1");
            assertThat(studies(key(Tag.StudyTime, "10:15"))).containsExactly("1.1");
            assertThat(studies(key(Tag.StudyTime, "10"))).containsExactly("1.1", "1.2");
            assertThat(studies(key(Tag.StudyTime, "100000"))).containsExactly("1.2");
            assertThat(studies(key(Tag.StudyTime, "101530.26"))).isEmpty();
            assertThat(studies(key(Tag.StudyTime, "101531-"))).containsExactly("2.1");
            assertThat(studies(key(Tag.StudyTime, "-101530.24"))).containsExactly("1.2");
            assertThat(studies(key(Tag.StudyTime, "10-101530"))).containsExactly("1.1", "1.2");
            assertThat(studies(key(Tag.StudyTime, "235959.999999"))).containsExactly("2.1");
            assertThat(series(key(Tag.SeriesTime, "101600-1017"))).containsExactly("1.1.1");
        }

        @Test
        void dateAndTimeAreRangesOfTheirOwn() {
            DatasetBuilder keys = key(Tag.StudyDate, "20240115-20240229");

            assertThat(studies(keys.setString(Tag.StudyTime, "100000-1001")))
                    .containsExactly("1.2");
        }

        @Test
        void numbersMatchWithoutTheirLeadingZerosAndPlus() {
            assertThat(series(key(Tag.SeriesNumber, "12"))).containsExactly("1.1.2");
            assertThat(series(key(Tag.SeriesNumber, "+012"))).containsExactly("1.1.2");
            assertThat(series(key(Tag.SeriesNumber, "007"))).containsExactly("1.1.1");
            assertThat(series(key(Tag.SeriesNumber, "7"))).containsExactly("1.1.1");
            assertThat(series(key(Tag.SeriesNumber, "1"))).isEmpty();
            assertThat(series(key(Tag.SeriesNumber, "0"))).isEmpty();
            assertThat(images(key(Tag.InstanceNumber, "2"))).containsExactly("1.1.2.2");
        }

        @Test
        void namesMatchWithoutCaseInAnyGroup() {
            assertThat(patients(key(Tag.PatientName, "doe^JOHN"))).containsExactly("P1");
            assertThat(patients(key(Tag.PatientName, "DOE^JOHN^^^"))).containsExactly("P1");
            assertThat(patients(key(Tag.PatientName, "doe"))).isEmpty();
            assertThat(patients(key(Tag.PatientName, "müller^änne"))).containsExactly("p1*");
            assertThat(patients(key(Tag.PatientName, "mu\u0308ller*"))).containsExactly("p1*");
            assertThat(patients(key(Tag.PatientName, "山田*"))).containsExactly("P2");
            assertThat(patients(key(Tag.PatientName, "やまだ^たろう"))).containsExactly("P2");
            assertThat(patients(key(Tag.PatientName, "*^T?rou"))).containsExactly("P2");
            assertThat(patients(key(Tag.PatientName, "*o*"))).containsExactly("P1", "P2");
            assertThat(studies(key(Tag.ReferringPhysicianName, "house*"))).containsExactly("1.1");
        }

        @Test
        void aNameOfGroupsMatchesGroupByGroup() {
            assertThat(patients(key(Tag.PatientName, "yamada*=山田*"))).containsExactly("P2");
            assertThat(patients(key(Tag.PatientName, "=山田^太郎"))).containsExactly("P2");
            assertThat(patients(key(Tag.PatientName, "*=*=やまだ*"))).containsExactly("P2");
            assertThat(patients(key(Tag.PatientName, "山田*="))).isEmpty();
            assertThat(patients(key(Tag.PatientName, "doe*=山田*"))).isEmpty();
            assertThat(patients(key(Tag.PatientName, "=yamada*"))).isEmpty();
            assertThat(patients(key(Tag.PatientName, "*=*"))).hasSize(4);
        }

        @Test
        void componentsThatANameLacksMatchAStar() {
            assertThat(patients(key(Tag.PatientName, "doe^john^*^*^*"))).containsExactly("P1");
            assertThat(patients(key(Tag.PatientName, "doe^*"))).containsExactly("P1");
            assertThat(patients(key(Tag.PatientName, "doe^^*"))).isEmpty();
            assertThat(patients(key(Tag.PatientName, "müller^änne^*"))).containsExactly("p1*");
        }

        @Test
        void aStudyMatchesByTheModalitiesAndSopClassesInIt() {
            assertThat(studies(key(Tag.ModalitiesInStudy, "MR"))).containsExactly("1.1", "2.1");
            assertThat(studies(key(Tag.ModalitiesInStudy, "US", "CT")))
                    .containsExactly("1.1", "1.2", "3.1");
            assertThat(studies(key(Tag.ModalitiesInStudy, "?T"))).containsExactly("1.1", "1.2");
            assertThat(studies(key(Tag.ModalitiesInStudy, "PT"))).isEmpty();
            assertThat(studies(key(Tag.ModalitiesInStudy, ""))).hasSize(5);
            assertThat(studies(key(Tag.SOPClassesInStudy, MR))).containsExactly("1.1");
            assertThat(studies(key(Tag.SOPClassesInStudy, MR, CT))).hasSize(5);
        }

        @Test
        void aSequenceMatchesIfOneItemMatchesAllItsKeys() {
            assertThat(series(request(key(Tag.RequestedProcedureID, "RP1"))))
                    .containsExactly("1.1.1");
            assertThat(
                            series(
                                    request(
                                            key(Tag.RequestedProcedureID, "RP2")
                                                    .setString(
                                                            Tag.ScheduledProcedureStepID,
                                                            "STEP*"))))
                    .containsExactly("1.1.1");
            // both are there, but in two items
            assertThat(
                            series(
                                    request(
                                            key(Tag.RequestedProcedureID, "RP1")
                                                    .setString(
                                                            Tag.ScheduledProcedureStepID,
                                                            "STEP2"))))
                    .isEmpty();
            assertThat(series(request(key(Tag.RequestedProcedureID, "")))).hasSize(6);
            assertThat(series(Dataset.builder().setSequence(Tag.RequestAttributesSequence)))
                    .hasSize(6);
            assertThat(images(request(key(Tag.RequestedProcedureID, "RP1"))))
                    .containsExactly("1.1.1.1");
        }

        private static DatasetBuilder request(DatasetBuilder item) {
            return Dataset.builder().setSequence(Tag.RequestAttributesSequence, item.build());
        }

        @Test
        void allKeysHaveToMatch() {
            assertThat(studies(key(Tag.PatientName, "doe*").setString(Tag.ModalitiesInStudy, "MR")))
                    .containsExactly("1.1");
            assertThat(studies(key(Tag.PatientName, "doe*").setString(Tag.StudyInstanceUID, "2.1")))
                    .isEmpty();
            assertThat(
                            images(
                                    key(Tag.PatientID, "P1")
                                            .setString(Tag.Modality, "MR")
                                            .setString(Tag.InstanceNumber, "2", "+2")))
                    .containsExactly("1.1.2.2");
        }

        @Test
        void noTextOfAPeerBecomesSql() {
            assertThat(series(key(Tag.InstitutionName, "O'Neill; DROP TABLE study; --")))
                    .containsExactly("3.1.1");
            String[] texts = {
                "'",
                "' OR '1'='1",
                "\"",
                ";",
                "--",
                "/*",
                ":k0",
                ":after",
                "{visible}",
                "{window}",
                "$1"
            };
            for (Key each : Key.values()) {
                for (String text : texts) {
                    if (each.matching() != Matching.DATE && each.matching() != Matching.TIME) {
                        assertThat(images(key(each.tag(), text))).as(each + text).isEmpty();
                    }
                }
            }
            assertThat(studies(key(Tag.StudyDate, ""))).hasSize(5);
        }
    }
}
