/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.ejb.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.turnstile.api.UID;
import org.turnstile.api.data.Dataset;
import org.turnstile.api.data.DatasetBuilder;
import org.turnstile.api.data.Tag;
import org.turnstile.ejb.index.Content;
import org.turnstile.ejb.index.Index;
import org.turnstile.ejb.index.Placement;
import org.turnstile.ejb.index.attributes.AttributeException;
import org.turnstile.ejb.index.attributes.DatasetAttributes;
import org.turnstile.ejb.testing.Databases;

/** What the index takes out of an object is what a query finds and returns. */
class StoredObjectTest {

    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    private static final Dataset OBJECT =
            Dataset.builder()
                    .setString(Tag.SpecificCharacterSet, "ISO_IR 100")
                    .setString(Tag.SOPClassUID, "1.2.840.10008.5.1.4.1.1.2")
                    .setString(Tag.SOPInstanceUID, "1.2.3.4")
                    .setString(Tag.StudyDate, "2024.01.15")
                    .setString(Tag.SeriesDate, "20240116")
                    .setString(Tag.StudyTime, "10:15:30")
                    .setString(Tag.SeriesTime, "1016")
                    .setString(Tag.AccessionNumber, "A1")
                    .setString(Tag.Modality, "CT")
                    .setString(Tag.InstitutionName, "NORTH")
                    .setString(Tag.ReferringPhysicianName, "House^Gregory")
                    .setString(Tag.StudyDescription, "Schädel")
                    .setString(Tag.SeriesDescription, "Native")
                    .setString(Tag.PatientName, "Müller^Jürgen^^")
                    .setString(Tag.PatientID, "P1")
                    .setString(Tag.IssuerOfPatientID, "CITY")
                    .setString(Tag.PatientBirthDate, "19700131")
                    .setString(Tag.PatientSex, "M")
                    .setString(Tag.BodyPartExamined, "HEAD")
                    .setString(Tag.StudyInstanceUID, "1.2")
                    .setString(Tag.SeriesInstanceUID, "1.2.3")
                    .setString(Tag.StudyID, "S1")
                    .setString(Tag.SeriesNumber, "07")
                    .setString(Tag.InstanceNumber, "3")
                    .setSequence(
                            Tag.RequestAttributesSequence,
                            Dataset.builder()
                                    .setString(Tag.ScheduledProcedureStepID, "STEP1")
                                    .setString(Tag.RequestedProcedureID, "RP1")
                                    .build(),
                            Dataset.builder().setString(Tag.RequestedProcedureID, "RP2").build())
                    .build();

    /** An object of which only the attributes matter. */
    private record Unread() implements Placement {
        @Override
        public String digest() {
            return "0".repeat(64);
        }

        @Override
        public Content place() {
            return new Content("00/00/1", 1, digest(), Instant.EPOCH);
        }
    }

    private static void store(QueryFixture archive) throws AttributeException, IOException {
        new Index(archive.database().transactions(), archive.database().dataSource(), TIMEOUT)
                .add(
                        DatasetAttributes.of(OBJECT, UID.EXPLICIT_VR_LITTLE_ENDIAN, "modality"),
                        new Unread());
    }

    @ParameterizedTest
    @EnumSource
    void itsValuesComeBack(Databases databases) throws AttributeException, IOException {
        try (QueryFixture archive = new QueryFixture(databases)) {
            store(archive);
            DatasetBuilder keys = QueryFixture.keys(QueryLevel.IMAGE);
            for (Key each : Key.values()) {
                keys.setEmpty(each.tag());
            }
            keys.setSequence(Tag.RequestAttributesSequence);

            List<Dataset> found =
                    archive.found(QueryFixture.relational(QueryFixture.CHIEF, keys.build()));

            assertThat(found).hasSize(1);
            Dataset answer = found.get(0);
            for (Key each : Key.values()) {
                assertThat(answer.getStrings(each.tag()))
                        .as(each.name())
                        .isEqualTo(normal(OBJECT.getStrings(each.tag())));
            }
            List<Dataset> requests = answer.getSequence(Tag.RequestAttributesSequence);
            assertThat(requests).hasSize(2);
            assertThat(requests.get(0).getString(Tag.ScheduledProcedureStepID)).contains("STEP1");
            assertThat(requests.get(1).getString(Tag.RequestedProcedureID)).contains("RP2");
        }
    }

    /** Dates and times come back in the form of today. */
    private static List<String> normal(List<String> values) {
        return values.stream()
                .map(value -> value.equals("2024.01.15") ? "20240115" : value)
                .map(value -> value.equals("10:15:30") ? "101530" : value)
                .toList();
    }

    @ParameterizedTest
    @EnumSource
    void itIsFoundByItsValues(Databases databases) throws AttributeException, IOException {
        try (QueryFixture archive = new QueryFixture(databases)) {
            store(archive);
            for (Key each : Key.values()) {
                String[] values = OBJECT.getStrings(each.tag()).toArray(new String[0]);
                DatasetBuilder keys =
                        QueryFixture.keys(QueryLevel.IMAGE).setString(each.tag(), values);

                assertThat(archive.found(QueryFixture.relational(QueryFixture.CHIEF, keys.build())))
                        .as(each.name())
                        .hasSize(1);
            }
            DatasetBuilder request =
                    QueryFixture.keys(QueryLevel.SERIES)
                            .setSequence(
                                    Tag.RequestAttributesSequence,
                                    Dataset.builder()
                                            .setString(Tag.RequestedProcedureID, "RP2")
                                            .build());
            assertThat(archive.found(QueryFixture.relational(QueryFixture.CHIEF, request.build())))
                    .hasSize(1);
        }
    }
}
