/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.api.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.turnstile.api.charset.CharacterSetException;
import org.turnstile.api.data.Dataset;
import org.turnstile.api.data.DatasetBuilder;
import org.turnstile.api.data.Fragments;
import org.turnstile.api.data.PersonName;
import org.turnstile.api.data.Tag;
import org.turnstile.api.data.VR;
import org.turnstile.api.data.ValueException;

class DatasetJsonTest {

    private static String json(DatasetBuilder builder) throws IOException {
        StringBuilder out = new StringBuilder();
        DatasetJson.write(builder.build(), out);
        Json.parse(out.toString());
        return out.toString();
    }

    private static Dataset item(String uid) {
        return Dataset.builder().setString(Tag.ReferencedSOPInstanceUID, uid).build();
    }

    @Test
    void givenTextsInAnotherCharacterSet_thenTheyAreUnicode() throws IOException {
        assertThat(
                        json(
                                Dataset.builder()
                                        .setString(Tag.SpecificCharacterSet, "ISO_IR 100")
                                        .setString(Tag.PatientID, "é\"")))
                .isEqualTo(
                        "{\"00080005\":{\"vr\":\"CS\",\"Value\":[\"ISO_IR 192\"]},"
                                + "\"00100020\":{\"vr\":\"LO\",\"Value\":[\"é\\\"\"]}}");
    }

    @Test
    void givenPersonNames_thenTheirGroupsAreApart() throws IOException {
        assertThat(
                        json(
                                Dataset.builder()
                                        .setString(Tag.SpecificCharacterSet, "ISO_IR 192")
                                        .setPersonName(
                                                Tag.PatientName,
                                                new PersonName("Yamada^Tarou", "山田^太郎", ""),
                                                new PersonName("", "", "やまだ"))))
                .endsWith(
                        "\"00100010\":{\"vr\":\"PN\",\"Value\":[{\"Alphabetic\":\"Yamada^Tarou\","
                                + "\"Ideographic\":\"山田^太郎\"},{\"Phonetic\":\"やまだ\"}]}}");
    }

    @Test
    void givenEmptyValues_thenTheyAreNullAndEmptyElementsHaveNone() throws IOException {
        assertThat(
                        json(
                                Dataset.builder()
                                        .setString(Tag.ImageType, "A", "", "B")
                                        .setEmpty(Tag.StudyDate)
                                        .setEmpty(Tag.ReferencedImageSequence)
                                        .setString(Tag.PatientID, "")))
                .isEqualTo(
                        "{\"00080008\":{\"vr\":\"CS\",\"Value\":[\"A\",null,\"B\"]},"
                                + "\"00080020\":{\"vr\":\"DA\"},\"00081140\":{\"vr\":\"SQ\"},"
                                + "\"00100020\":{\"vr\":\"LO\"}}");
    }

    @Test
    void givenSequences_thenItemsAreObjects() throws IOException {
        assertThat(
                        json(
                                Dataset.builder()
                                        .setSequence(
                                                Tag.ReferencedImageSequence,
                                                item("1.2"),
                                                Dataset.EMPTY)))
                .isEqualTo(
                        "{\"00081140\":{\"vr\":\"SQ\",\"Value\":[{\"00081155\":{\"vr\":\"UI\","
                                + "\"Value\":[\"1.2\"]}},{}]}}");
    }

    @ParameterizedTest
    @CsvSource({
        "US, 65535, 65535",
        "SS, -1, -1",
        "AT, 1048592, '\"00100010\"'",
        "SV, 9007199254740991, 9007199254740991",
        "SV, -9007199254740992, '\"-9007199254740992\"'",
        "UV, -1, '\"18446744073709551615\"'"
    })
    void givenWholeNumbers_thenTheyAreNumbersIfJsonKeepsThem(VR vr, long number, String json)
            throws IOException {
        assertThat(json(Dataset.builder().setLong(0x00091001, vr, number)))
                .contains("\"Value\":[" + json + "]");
    }

    @ParameterizedTest
    @CsvSource({
        "FL, 0.1, 0.1",
        "FD, 1e10, 1.0E10",
        "FD, NaN, '\"NaN\"'",
        "FL, Infinity, '\"inf\"'",
        "FD, -Infinity, '\"-inf\"'"
    })
    void givenFloatingNumbers_thenTheSpecialOnesAreStrings(VR vr, double number, String json)
            throws IOException {
        assertThat(json(Dataset.builder().setDouble(0x00091001, vr, number)))
                .contains("\"Value\":[" + json + "]");
    }

    @ParameterizedTest
    @CsvSource({
        "DS, +01.50, 1.50",
        "DS, .5, 0.5",
        "DS, 1e3, 1E+3",
        "IS, -007, -7",
        "DS, abc, '\"abc\"'",
        "IS, 1.5, '\"1.5\"'"
    })
    void givenNumbersInText_thenTheyAreNumbersIfTheyAreThat(VR vr, String text, String json)
            throws IOException {
        assertThat(json(Dataset.builder().setString(0x00091001, vr, text)))
                .contains("\"Value\":[" + json + "]");
    }

    @ParameterizedTest
    @CsvSource({"OB", "OD", "OF", "OL", "OV", "OW", "UN"})
    void givenBytes_thenTheyAreInlineInBase64(VR vr) throws IOException {
        assertThat(json(Dataset.builder().setBytes(0x00091001, vr, new byte[] {1, 2, 3, 4})))
                .isEqualTo("{\"00091001\":{\"vr\":\"" + vr + "\",\"InlineBinary\":\"AQIDBA==\"}}");
    }

    @Test
    void givenGroupLengthsAndFragments_thenTheyAreLeftOut() throws IOException {
        Fragments pixels = new Fragments(Tag.PixelData, VR.OB, List.of(ByteBuffer.allocate(0)));
        assertThat(json(Dataset.builder().setLong(0x00080000, VR.UL, 4).put(pixels)))
                .isEqualTo("{}");
    }

    @Test
    void givenControlCharacters_thenTheyAreEscaped() throws IOException {
        assertThat(json(Dataset.builder().setString(Tag.ImageComments, "a\r\n\\b")))
                .contains("[\"a\\u000d\\u000a\\\\b\"]");
    }

    @Test
    void givenValuesThatAreNotWhatTheyClaim_thenTheyAreRefused() {
        assertThatThrownBy(() -> json(Dataset.builder().setBytes(Tag.Rows, VR.US, new byte[1])))
                .isInstanceOf(ValueException.class);
        byte[] eAcute = "é".getBytes(StandardCharsets.ISO_8859_1);
        assertThatThrownBy(
                        () ->
                                json(
                                        Dataset.builder()
                                                .setString(Tag.SpecificCharacterSet, "KLINGON")
                                                .setBytes(Tag.PatientID, VR.LO, eAcute)))
                .isInstanceOf(CharacterSetException.class)
                .hasMessageContaining("\"KLINGON\"");
    }
}
