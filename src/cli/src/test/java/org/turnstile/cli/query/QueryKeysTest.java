/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.cli.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.turnstile.api.charset.CharacterSetException;
import org.turnstile.api.data.Dataset;
import org.turnstile.api.data.Tag;
import org.turnstile.api.data.VR;

class QueryKeysTest {

    @Test
    void keysBecomeElementsOfTheDictionarysVr() {
        Dataset identifier =
                identifier(
                        "PatientName=DOE*",
                        "StudyInstanceUID=1.2\\1.3",
                        "StudyDate=20240101-20241231",
                        "Rows=512",
                        "EventTimeOffset=0.5",
                        "PatientID",
                        "InstitutionName=");
        assertThat(identifier)
                .isEqualTo(
                        Dataset.builder()
                                .setString(Tag.QueryRetrieveLevel, "STUDY")
                                .setString(Tag.PatientName, "DOE*")
                                .setString(Tag.StudyInstanceUID, "1.2", "1.3")
                                .setString(Tag.StudyDate, "20240101-20241231")
                                .setLong(Tag.Rows, 512)
                                .setDouble(Tag.EventTimeOffset, VR.FD, 0.5)
                                .setEmpty(Tag.PatientID)
                                .setEmpty(Tag.InstitutionName)
                                .build());
    }

    @Test
    void aTextOfOneValueKeepsItsBackslashesAndItsEqualsSigns() {
        Dataset identifier = identifier("ImageComments=a\\b=c");
        assertThat(identifier.getStrings(Tag.ImageComments)).containsExactly("a\\b=c");
    }

    @Test
    void keysOfOneSequenceShareItsItem() {
        Dataset identifier =
                identifier(
                        "RequestAttributesSequence.RequestedProcedureID=P1",
                        "(0040,0275)[0].ScheduledProcedureStepID=",
                        "ReferencedStudySequence=");
        assertThat(identifier.getSequence(Tag.RequestAttributesSequence))
                .containsExactly(
                        Dataset.builder()
                                .setString(Tag.RequestedProcedureID, "P1")
                                .setEmpty(Tag.ScheduledProcedureStepID)
                                .build());
        assertThat(identifier.contains(Tag.ReferencedStudySequence)).isTrue();
        assertThat(identifier.getSequence(Tag.ReferencedStudySequence)).isEmpty();
    }

    @Test
    void textsOutsideAsciiGoInUtf8() {
        Dataset identifier =
                identifier(
                        "PatientName=*=山田*",
                        "RequestAttributesSequence.RequestedProcedureDescription=Schädel");
        assertThat(identifier.getStrings(Tag.SpecificCharacterSet)).containsExactly("ISO_IR 192");
        assertThat(identifier.getString(Tag.PatientName)).contains("*=山田*");
        Dataset item = identifier.getSequence(Tag.RequestAttributesSequence).get(0);
        assertThat(item.getString(Tag.RequestedProcedureDescription)).contains("Schädel");
        assertThat(item.contains(Tag.SpecificCharacterSet)).isFalse();
    }

    @Test
    void inAsciiNoCharacterSetIsNamed() {
        assertThat(identifier("PatientName=DOE*").contains(Tag.SpecificCharacterSet)).isFalse();
        assertThat(identifier("SpecificCharacterSet=").contains(Tag.SpecificCharacterSet))
                .isFalse();
    }

    @Test
    void aCharacterSetThatIsNamedIsUsed() {
        Dataset identifier = identifier("SpecificCharacterSet=ISO_IR 100", "PatientName=Müller");
        assertThat(identifier.getBytes(Tag.PatientName))
                .containsExactly('M', 0xFC, 'l', 'l', 'e', 'r');
        assertThatThrownBy(() -> identifier("SpecificCharacterSet=ISO_IR 100", "PatientName=山"))
                .isInstanceOf(CharacterSetException.class);
    }

    @Test
    void whatIsShownIsWhatWasNamedInItsOrder() {
        QueryKeys keys =
                keys("StudyDate=", "QueryRetrieveLevel=STUDY", "SpecificCharacterSet", "PatientID");
        assertThat(keys.shown()).hasToString("[StudyDate, PatientID]");
        assertThat(keys.level()).contains("STUDY");
        assertThat(keys().level()).isEmpty();
    }

    @Test
    void whereNothingIsAskedForTheUsualKeysOfTheLevelAre() {
        assertThat(keys().orUsual(QueryLevel.IMAGE).shown())
                .hasToString("[InstanceNumber, SOPClassUID, SOPInstanceUID]");
        QueryKeys matching = keys("PatientID=DEMO-1", "StudyDate=2024-");
        assertThat(matching.orUsual(QueryLevel.PATIENT).shown())
                .hasToString("[PatientID, StudyDate, PatientName, PatientBirthDate, PatientSex]");
        assertThat(
                        matching.orUsual(QueryLevel.PATIENT)
                                .identifier(QueryLevel.PATIENT)
                                .getString(Tag.PatientID))
                .contains("DEMO-1");
        QueryKeys asking = keys("PatientID=DEMO-1", "StudyDate=");
        assertThat(asking.orUsual(QueryLevel.PATIENT)).isSameAs(asking);
    }

    @Test
    void everyUsualKeyIsOne() {
        for (QueryLevel level : QueryLevel.values()) {
            assertThat(keys().orUsual(level).shown()).hasSameSizeAs(level.usualKeys());
        }
    }

    @Test
    void levelsAreNamedInCapitalsOrNot() {
        assertThat(QueryLevel.of("series")).contains(QueryLevel.SERIES);
        assertThat(QueryLevel.of("INSTANCE")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Rows=many | Rows: 'many' is no whole number",
                "Rows=70000 | (0028,0010) US",
                "EventTimeOffset=soon | EventTimeOffset: 'soon' is no number",
                "PixelData=1 | PixelData: of VR OW, which takes no value here",
                "0009,1001=x | (0009,1001): of VR UN, which takes no value here",
                "ReferencedStudySequence=1 | ReferencedStudySequence: of VR SQ",
                "StudyDate=昨日 | (0008,0020) DA: not ASCII"
            })
    void aValueThatDoesNotFitIsNamed(String key, String message) {
        assertThatThrownBy(() -> identifier(key))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(message);
    }

    @Test
    void aKeyGivenTwiceIsNamed() {
        assertThatThrownBy(() -> keys("PatientID=1", "0010,0020=2"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("PatientID: given twice");
    }

    private static QueryKeys keys(String... keys) {
        return QueryKeys.parse(List.of(keys));
    }

    private static Dataset identifier(String... keys) {
        return keys(keys).identifier(QueryLevel.STUDY);
    }
}
