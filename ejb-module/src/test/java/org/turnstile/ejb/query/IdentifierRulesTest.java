/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.ejb.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.Arrays;
import java.util.Collections;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.turnstile.api.FindRequest;
import org.turnstile.api.Status;
import org.turnstile.api.UID;
import org.turnstile.api.UserIdentity;
import org.turnstile.api.data.Dataset;
import org.turnstile.api.data.DatasetBuilder;
import org.turnstile.api.data.Tag;
import org.turnstile.api.data.VR;

/** Which identifiers are answered, and what is said of those that are not (PS3.4 §C.4.1). */
class IdentifierRulesTest {

    private static final String LEVEL = "QueryRetrieveLevel (0008,0052): ";

    private static Query parse(String sopClass, boolean relational, DatasetBuilder keys)
            throws IdentifierException {
        FindRequest request =
                QueryFixture.request(UserIdentity.anonymous(), sopClass, relational, keys.build());
        return QueryParser.parse(request, InformationModel.of(sopClass).orElseThrow());
    }

    private static Status refusal(String sopClass, boolean relational, DatasetBuilder keys) {
        return catchThrowableOfType(
                        IdentifierException.class, () -> parse(sopClass, relational, keys))
                .status();
    }

    private static Status refusal(DatasetBuilder keys) {
        return refusal(UID.STUDY_ROOT_FIND, false, keys);
    }

    private static DatasetBuilder level(String level) {
        return Dataset.builder().setString(Tag.QueryRetrieveLevel, level);
    }

    @Test
    void theLevelHasToBeThereAndOneOfTheModel() throws IdentifierException {
        assertThat(parse(UID.STUDY_ROOT_FIND, false, level("STUDY")).level())
                .isEqualTo(QueryLevel.STUDY);
        assertThat(parse(UID.PATIENT_ROOT_FIND, false, level("PATIENT")).level())
                .isEqualTo(QueryLevel.PATIENT);

        assertThat(refusal(Dataset.builder()))
                .isEqualTo(new Status(0xA900, LEVEL + "one value required"));
        assertThat(refusal(level(""))).isEqualTo(new Status(0xA900, LEVEL + "one value required"));
        assertThat(refusal(Dataset.builder().setString(Tag.QueryRetrieveLevel, "STUDY", "SERIES")))
                .isEqualTo(new Status(0xA900, LEVEL + "one value required"));
        assertThat(refusal(level("study"))).isEqualTo(new Status(0xA900, LEVEL + "no such level"));
        assertThat(refusal(level("PATIENT")))
                .isEqualTo(new Status(0xA900, LEVEL + "not in this model"));
    }

    private static Stream<Arguments> missing() {
        return Stream.of(
                Arguments.of(UID.PATIENT_ROOT_FIND, "STUDY", Tag.PatientID, "PatientID"),
                Arguments.of(UID.PATIENT_ROOT_FIND, "SERIES", Tag.PatientID, "PatientID"),
                Arguments.of(
                        UID.PATIENT_ROOT_FIND, "SERIES", Tag.StudyInstanceUID, "StudyInstanceUID"),
                Arguments.of(
                        UID.STUDY_ROOT_FIND, "SERIES", Tag.StudyInstanceUID, "StudyInstanceUID"),
                Arguments.of(
                        UID.STUDY_ROOT_FIND, "IMAGE", Tag.StudyInstanceUID, "StudyInstanceUID"),
                Arguments.of(
                        UID.STUDY_ROOT_FIND, "IMAGE", Tag.SeriesInstanceUID, "SeriesInstanceUID"));
    }

    private static DatasetBuilder complete(String level) {
        return level(level)
                .setString(Tag.PatientID, "P1")
                .setString(Tag.StudyInstanceUID, "1.2")
                .setString(Tag.SeriesInstanceUID, "1.2.3");
    }

    @ParameterizedTest
    @MethodSource("missing")
    void eachLevelAboveHasToBeNamedByOneValue(
            String sopClass, String level, int tag, String keyword) {
        assertThatCode(() -> parse(sopClass, false, complete(level))).doesNotThrowAnyException();

        String[] one = {"1.2"};
        String[][] wrong = {{}, {""}, {"*"}, {"1.2", "1.3"}, {"1.?"}, {"1.2*"}};
        for (String[] values : wrong) {
            Status status = refusal(sopClass, false, complete(level).setString(tag, values));

            assertThat(status.code()).as(Arrays.toString(values)).isEqualTo(0xA900);
            assertThat(status.comment()).startsWith(keyword).endsWith("one value required");
        }
        assertThat(refusal(sopClass, false, complete(level).remove(tag)).code()).isEqualTo(0xA900);
        assertThatCode(() -> parse(sopClass, false, complete(level).setString(tag, one)))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @MethodSource("missing")
    void aRelationalQueryMayLeaveThemOut(String sopClass, String level, int tag, String keyword) {
        assertThatCode(() -> parse(sopClass, true, complete(level).remove(tag)))
                .as(keyword)
                .doesNotThrowAnyException();
    }

    @Test
    void datesAndTimesHaveToBeSome() {
        for (String date :
                new String[] {
                    "-",
                    "2024",
                    "20241301",
                    "20240132",
                    "20240101-2024",
                    "today",
                    "20240101-20240201-20240301",
                    "2024*"
                }) {
            Status status = refusal(level("STUDY").setString(Tag.StudyDate, date));

            assertThat(status)
                    .as(date)
                    .isEqualTo(new Status(0xA900, "StudyDate (0008,0020): no date or range"));
        }
        for (String time :
                new String[] {
                    "-", "24", "1", "1060", "101561", "101530.", "10-11-12", "101530.1234567"
                }) {
            Status status = refusal(level("STUDY").setString(Tag.StudyTime, time));

            assertThat(status)
                    .as(time)
                    .isEqualTo(new Status(0xA900, "StudyTime (0008,0030): no time or range"));
        }
    }

    @Test
    void aKeyOfAnotherKindIsRefusedByItsName() {
        assertThat(refusal(level("STUDY").setBytes(Tag.PatientName, VR.OB, new byte[2])))
                .isEqualTo(new Status(0xA900, "PatientName (0010,0010): VR is no text"));
        assertThat(refusal(level("STUDY").setSequence(Tag.PatientID, Dataset.EMPTY)))
                .isEqualTo(new Status(0xA900, "PatientID (0010,0020): VR is no text"));
        assertThat(
                        refusal(
                                complete("SERIES")
                                        .setString(
                                                Tag.RequestAttributesSequence, VR.LO, "no items")))
                .isEqualTo(
                        new Status(0xA900, "RequestAttributesSequence (0040,0275): no sequence"));
        assertThat(
                        refusal(
                                complete("SERIES")
                                        .setSequence(
                                                Tag.RequestAttributesSequence,
                                                Dataset.EMPTY,
                                                Dataset.EMPTY)))
                .isEqualTo(
                        new Status(
                                0xA900,
                                "RequestAttributesSequence (0040,0275): more than one item"));
    }

    @Test
    void aTextInACharacterSetThatNobodyKnowsIsRefused() {
        byte[] latin = {'M', (byte) 0xFC, 'l', 'l', 'e', 'r'};

        assertThat(
                        refusal(
                                level("STUDY")
                                        .setString(Tag.SpecificCharacterSet, "ISO_IR 999")
                                        .setBytes(Tag.PatientName, VR.PN, latin)))
                .isEqualTo(new Status(0xA900, "PatientName (0010,0010): unknown character set"));
        assertThatCode(
                        () ->
                                parse(
                                        UID.STUDY_ROOT_FIND,
                                        false,
                                        level("STUDY")
                                                .setString(Tag.SpecificCharacterSet, "ISO_IR 999")
                                                .setString(Tag.PatientName, "Muller")))
                .as("plain ASCII is the same in all")
                .doesNotThrowAnyException();
    }

    @Test
    void aTextWithControlCharactersIsRefused() {
        assertThat(refusal(level("STUDY").setString(Tag.PatientID, "P1\0P2")))
                .isEqualTo(new Status(0xA900, "PatientID (0010,0020): control character"));
        assertThat(refusal(level("STUDY").setString(Tag.PatientName, "Doe\n")).code())
                .isEqualTo(0xA900);
    }

    @Test
    void moreThanIsDoneForOneQueryIsOutOfResources() throws IdentifierException {
        String[] most = uids(Matching.MAX_VALUES);
        assertThat(
                        parse(
                                        UID.STUDY_ROOT_FIND,
                                        false,
                                        level("STUDY").setString(Tag.StudyInstanceUID, most))
                                .parameters())
                .hasSize(Matching.MAX_VALUES);

        assertThat(
                        refusal(
                                level("STUDY")
                                        .setString(
                                                Tag.StudyInstanceUID,
                                                uids(Matching.MAX_VALUES + 1))))
                .isEqualTo(
                        new Status(0xA700, "StudyInstanceUID (0020,000D): more than 1000 values"));
    }

    private static String[] uids(int count) {
        return Collections.nCopies(count, "1.2").toArray(new String[0]);
    }

    @Test
    void moreWildCardsThanADatabaseCanBearAreOutOfResources() {
        for (String many : new String[] {"*a*a*a*a*a", "a*b*c*d*e*f", "*?*?*?*?*?*"}) {
            assertThat(refusal(level("STUDY").setString(Tag.PatientName, many)))
                    .as(many)
                    .isEqualTo(new Status(0xA700, "PatientName (0010,0010): too many *"));
        }
        for (String few : new String[] {"*a*a*a*a*", "a**********b*", "doe*^john*^*^*^*"}) {
            assertThatCode(
                            () ->
                                    parse(
                                            UID.STUDY_ROOT_FIND,
                                            false,
                                            level("STUDY").setString(Tag.PatientName, few)))
                    .as(few)
                    .doesNotThrowAnyException();
        }
    }

    @Test
    void anotherSopClassIsNotServed() {
        assertThat(InformationModel.of(UID.PATIENT_ROOT_FIND))
                .contains(InformationModel.PATIENT_ROOT);
        assertThat(InformationModel.of(UID.STUDY_ROOT_FIND)).contains(InformationModel.STUDY_ROOT);
        assertThat(InformationModel.of(UID.VERIFICATION)).isEmpty();
    }

    @Test
    void onlyAValueThatFewHaveMakesAQuerySelective() throws IdentifierException {
        assertThat(isSelective(level("STUDY").setString(Tag.PatientID, "P1"))).isTrue();
        assertThat(isSelective(level("STUDY").setString(Tag.AccessionNumber, "A1"))).isTrue();
        assertThat(isSelective(level("STUDY").setString(Tag.StudyInstanceUID, "1", "2"))).isTrue();
        assertThat(isSelective(level("STUDY").setString(Tag.PatientID, "P*"))).isFalse();
        assertThat(isSelective(level("STUDY").setString(Tag.PatientID, ""))).isFalse();
        assertThat(isSelective(level("STUDY").setString(Tag.PatientName, "Doe"))).isFalse();
        assertThat(isSelective(level("STUDY"))).isFalse();
    }

    private static boolean isSelective(DatasetBuilder keys) throws IdentifierException {
        return parse(UID.STUDY_ROOT_FIND, false, keys).selective();
    }
}
