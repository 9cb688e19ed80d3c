/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.ejb.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.turnstile.api.AssociationLostException;
import org.turnstile.api.Status;
import org.turnstile.api.data.DataElement;
import org.turnstile.api.data.Dataset;
import org.turnstile.api.data.DatasetBuilder;
import org.turnstile.api.data.Tag;
import org.turnstile.api.data.Tags;
import org.turnstile.api.data.VR;
import org.turnstile.api.data.Value;
import org.turnstile.ejb.testing.Databases;

/** What a response holds (PS3.4 §C.4.1.1.3.2). */
class AnswerTest {

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
            Entity doe =
                    Entity.patient("P1")
                            .with(Tag.PatientName, "Doe^John")
                            .with(Tag.IssuerOfPatientID, "CITY")
                            .with(Tag.PatientBirthDate, "19700131")
                            .with(Tag.PatientSex, "M");
            Entity first =
                    doe.study("1.1", "CT", "NORTH")
                            .with(Tag.StudyDate, "20240115")
                            .with(Tag.StudyTime, "1015")
                            .with(Tag.AccessionNumber, "A1")
                            .with(Tag.StudyID, "S1")
                            .with(Tag.StudyDescription, "Chest")
                            .with(Tag.ReferringPhysicianName, "House^Gregory");
            first.child(0)
                    .with(Tag.SeriesNumber, "7")
                    .with(Tag.SeriesDescription, "Thorax")
                    .with(Tag.BodyPartExamined, "CHEST")
                    .with(Tag.SeriesDate, "20240115")
                    .with(Tag.SeriesTime, "1016");
            first.child(0).child(0).with(Tag.InstanceNumber, "3");
            first.child(0).request("STEP1", "Wörk");
            first.child(0).request(null, "RP2");
            first.series("1.1.2", "MR", "NORTH").instance("1.1.2.2", MR);
            doe.study("1.2", "CT", "NORTH");
            Entity yamada = Entity.patient("P2").with(Tag.PatientName, "Yamada=山田");
            yamada.study("2.1", null, "\u00C4\uFFFD").child(0).with(Tag.SeriesNumber, "\uFFFD1");
            return List.of(doe, yamada);
        }

        private Dataset one(DatasetBuilder keys) {
            List<Dataset> found =
                    archive().found(QueryFixture.relational(QueryFixture.CHIEF, keys.build()));
            assertThat(found).hasSize(1);
            return found.get(0);
        }

        private Dataset image(DatasetBuilder keys) {
            return one(
                    keys.setString(Tag.QueryRetrieveLevel, "IMAGE")
                            .setString(Tag.SOPInstanceUID, "1.1.1.1"));
        }

        @Test
        void theKeysThatWereAskedForComeBackWithTheirValues() {
            DatasetBuilder keys = QueryFixture.keys(QueryLevel.IMAGE);
            for (Key each : Key.values()) {
                keys.setEmpty(each.tag());
            }

            Dataset answer = image(keys.setEmpty(Tag.InstanceAvailability));

            assertThat(answer)
                    .isEqualTo(
                            Dataset.builder()
                                    .setString(Tag.SOPClassUID, CT)
                                    .setString(Tag.SOPInstanceUID, "1.1.1.1")
                                    .setString(Tag.StudyDate, "20240115")
                                    .setString(Tag.SeriesDate, "20240115")
                                    .setString(Tag.StudyTime, "1015")
                                    .setString(Tag.SeriesTime, "1016")
                                    .setString(Tag.AccessionNumber, "A1")
                                    .setString(Tag.QueryRetrieveLevel, "IMAGE")
                                    .setString(Tag.RetrieveAETitle, "TURNSTILE")
                                    .setString(Tag.InstanceAvailability, "ONLINE")
                                    .setString(Tag.Modality, "CT")
                                    .setString(Tag.InstitutionName, "NORTH")
                                    .setString(Tag.ReferringPhysicianName, "House^Gregory")
                                    .setString(Tag.StudyDescription, "Chest")
                                    .setString(Tag.SeriesDescription, "Thorax")
                                    .setString(Tag.PatientName, "Doe^John")
                                    .setString(Tag.PatientID, "P1")
                                    .setString(Tag.IssuerOfPatientID, "CITY")
                                    .setString(Tag.PatientBirthDate, "19700131")
                                    .setString(Tag.PatientSex, "M")
                                    .setString(Tag.BodyPartExamined, "CHEST")
                                    .setString(Tag.StudyInstanceUID, "1.1")
                                    .setString(Tag.SeriesInstanceUID, "1.1.1")
                                    .setString(Tag.StudyID, "S1")
                                    .setString(Tag.SeriesNumber, "7")
                                    .setString(Tag.InstanceNumber, "3")
                                    .build());
        }

        @Test
        void whatWasNotAskedForIsNotThereButTheUniqueKeyOfTheLevelIs() {
            Dataset answer =
                    one(QueryFixture.keys(QueryLevel.STUDY).setString(Tag.AccessionNumber, "A1"));

            assertThat(answer)
                    .isEqualTo(
                            Dataset.builder()
                                    .setString(Tag.AccessionNumber, "A1")
                                    .setString(Tag.QueryRetrieveLevel, "STUDY")
                                    .setString(Tag.RetrieveAETitle, "TURNSTILE")
                                    .setString(Tag.StudyInstanceUID, "1.1")
                                    .build());
        }

        @Test
        void aValueThatIsNotKnownComesBackEmpty() {
            Dataset answer =
                    one(
                            QueryFixture.keys(
                                            QueryLevel.STUDY,
                                            Tag.StudyDate,
                                            Tag.PatientSex,
                                            Tag.ModalitiesInStudy)
                                    .setString(Tag.StudyInstanceUID, "2.1"));

            for (int tag : new int[] {Tag.StudyDate, Tag.PatientSex, Tag.ModalitiesInStudy}) {
                assertThat(answer.get(tag)).get().matches(DataElement::isEmpty, "empty");
            }
        }

        @Test
        void theAnswerIsInUtf8WhereAValueIsOutsideAsciiAndElseSaysNothing() {
            Dataset latin =
                    QueryFixture.keys(QueryLevel.PATIENT, Tag.PatientName)
                            .setString(Tag.SpecificCharacterSet, "ISO_IR 100")
                            .build();

            List<Dataset> found =
                    archive().found(QueryFixture.relational(QueryFixture.CHIEF, latin));

            assertThat(found.get(0).contains(Tag.SpecificCharacterSet)).isFalse();
            assertThat(found.get(1).getString(Tag.SpecificCharacterSet)).contains("ISO_IR 192");
            assertThat(found.get(1).getString(Tag.PatientName)).contains("Yamada=山田");
        }

        @Test
        void theCharacterSetOfTheIdentifierIsHeeded() {
            // U with diaeresis in ISO 8859-1, which the index does not hold; then the kanji in JIS
            Dataset japanese =
                    QueryFixture.keys(QueryLevel.PATIENT)
                            .setString(Tag.SpecificCharacterSet, "", "ISO 2022 IR 87")
                            .setString(Tag.PatientName, "=山*")
                            .build();
            Dataset latin =
                    QueryFixture.keys(QueryLevel.PATIENT)
                            .setString(Tag.SpecificCharacterSet, "ISO_IR 100")
                            .setString(Tag.PatientName, "Ü*")
                            .build();

            assertThat(archive().found(QueryFixture.relational(QueryFixture.CHIEF, japanese)))
                    .hasSize(1);
            assertThat(archive().found(QueryFixture.relational(QueryFixture.CHIEF, latin)))
                    .isEmpty();
        }

        @Test
        void whatAnObjectHadOutsideItsVrDoesNoHarm() {
            Dataset answer =
                    one(
                            QueryFixture.keys(
                                            QueryLevel.SERIES,
                                            Tag.SeriesNumber,
                                            Tag.InstitutionName)
                                    .setString(Tag.SeriesInstanceUID, "2.1.1"));

            assertThat(answer.getString(Tag.SeriesNumber)).contains("?1");
            assertThat(answer.getString(Tag.InstitutionName)).contains("\u00C4\uFFFD");
        }

        @Test
        void numbersAndListsAreGatheredAtEveryLevelFromTheirOwnDown() {
            int[] all = {
                Tag.NumberOfPatientRelatedStudies,
                Tag.NumberOfPatientRelatedSeries,
                Tag.NumberOfPatientRelatedInstances,
                Tag.NumberOfStudyRelatedSeries,
                Tag.NumberOfStudyRelatedInstances,
                Tag.NumberOfSeriesRelatedInstances,
                Tag.ModalitiesInStudy,
                Tag.SOPClassesInStudy
            };
            Dataset series =
                    one(
                            QueryFixture.keys(QueryLevel.SERIES, all)
                                    .setString(Tag.SeriesInstanceUID, "1.1.2"));
            Dataset study =
                    one(
                            QueryFixture.keys(QueryLevel.STUDY, all)
                                    .setString(Tag.StudyInstanceUID, "1.2"));
            Dataset patient =
                    one(QueryFixture.keys(QueryLevel.PATIENT, all).setString(Tag.PatientID, "P1"));

            assertThat(values(series, all))
                    .containsExactly("2", "3", "4", "2", "3", "2", "CT\\MR", CT + "\\" + MR);
            assertThat(values(study, all)).containsExactly("2", "3", "4", "1", "1", "", "CT", CT);
            assertThat(values(patient, all)).containsExactly("2", "3", "4", "", "", "", "", "");
        }

        private List<String> values(Dataset answer, int... tags) {
            return Arrays.stream(tags)
                    .mapToObj(tag -> String.join("\\", answer.getStrings(tag)))
                    .toList();
        }

        @Test
        void theItemsOfASequenceComeBackWithTheKeysAskedFor() {
            Dataset all = image(Dataset.builder().setSequence(Tag.RequestAttributesSequence));
            Dataset some =
                    image(
                            Dataset.builder()
                                    .setSequence(
                                            Tag.RequestAttributesSequence,
                                            Dataset.builder()
                                                    .setEmpty(Tag.RequestedProcedureID)
                                                    .build()));

            List<Dataset> items = all.getSequence(Tag.RequestAttributesSequence);
            assertThat(items).hasSize(2);
            assertThat(items.get(0).getString(Tag.ScheduledProcedureStepID)).contains("STEP1");
            assertThat(items.get(0).getString(Tag.RequestedProcedureID)).contains("Wörk");
            assertThat(items.get(1).getString(Tag.ScheduledProcedureStepID)).isEmpty();
            assertThat(some.getSequence(Tag.RequestAttributesSequence))
                    .hasSize(2)
                    .noneMatch(item -> item.contains(Tag.ScheduledProcedureStepID));
        }

        private Recorder asked(DatasetBuilder keys) throws AssociationLostException {
            Recorder peer = new Recorder();
            Status status =
                    archive().find(QueryFixture.relational(QueryFixture.CHIEF, keys.build()), peer);
            assertThat(status).isEqualTo(Status.SUCCESS);
            return peer;
        }

        @Test
        void supportedKeysAloneArePending() throws AssociationLostException {
            Recorder peer =
                    asked(
                            QueryFixture.keys(
                                            QueryLevel.STUDY,
                                            Tag.PatientName,
                                            Tag.NumberOfStudyRelatedSeries,
                                            Tag.ModalitiesInStudy)
                                    .put(Value.of(Tags.of(0x0008, 0), VR.UL, new byte[4])));

            assertThat(peer.statuses()).hasSize(3).containsOnly(Status.PENDING);
            assertThat(peer.matches()).noneMatch(match -> match.contains(Tags.of(0x0008, 0)));
        }

        @Test
        void anUnsupportedKeyComesBackEmptyAndEveryMatchSaysSo() throws AssociationLostException {
            DatasetBuilder keys =
                    QueryFixture.keys(QueryLevel.STUDY, Tag.ProcedureCodeSequence)
                            .setString(Tag.PatientComments, "no such comment")
                            .setString(Tag.Modality, "CT")
                            .setString(Tag.TimezoneOffsetFromUTC, "+0100");
            int privateTag = keys.privateTag("ACME", 0x0009, 1);
            keys.setString(privateTag, VR.LO, "theirs");

            Recorder peer = asked(keys);

            assertThat(peer.statuses()).hasSize(3).containsOnly(Status.PENDING_WARNING);
            for (Dataset match : peer.matches()) {
                for (int tag :
                        new int[] {
                            Tag.ProcedureCodeSequence,
                            Tag.PatientComments,
                            Tag.Modality,
                            Tag.TimezoneOffsetFromUTC,
                            privateTag
                        }) {
                    assertThat(match.get(tag)).get().matches(DataElement::isEmpty, "empty");
                }
            }
        }

        @Test
        void aNumberOfRelatedIsNotMatchedOn() throws AssociationLostException {
            Recorder peer =
                    asked(
                            QueryFixture.keys(QueryLevel.STUDY)
                                    .setString(Tag.NumberOfStudyRelatedSeries, "2"));

            assertThat(peer.statuses()).hasSize(3).containsOnly(Status.PENDING_WARNING);
            assertThat(peer.matches().get(1).getString(Tag.NumberOfStudyRelatedSeries))
                    .contains("1");
        }

        @Test
        void anUnsupportedKeyInAnItemIsSaidToo() throws AssociationLostException {
            Recorder peer =
                    asked(
                            QueryFixture.keys(QueryLevel.SERIES)
                                    .setSequence(
                                            Tag.RequestAttributesSequence,
                                            Dataset.builder()
                                                    .setEmpty(Tag.RequestedProcedureDescription)
                                                    .build()));

            assertThat(peer.statuses()).hasSize(4).containsOnly(Status.PENDING_WARNING);
        }
    }
}
