/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.api.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DatasetTest {

    private static Value text(int tag, VR vr, String ascii) {
        return Value.of(tag, vr, ascii.getBytes(StandardCharsets.US_ASCII));
    }

    @Test
    void elementsComeInTheOrderOfTheirTags() {
        Dataset dataset =
                Dataset.builder()
                        .setBytes(0xFFFCFFFC, VR.OB, new byte[2])
                        .setLong(Tag.Rows, 512)
                        .setString(Tag.PatientID, "4711")
                        .build();
        assertThat(dataset)
                .extracting(DataElement::tag)
                .containsExactly(Tag.PatientID, Tag.Rows, 0xFFFCFFFC);
        assertThat(dataset.size()).isEqualTo(3);
        assertThat(dataset.contains(Tag.Rows)).isTrue();
        assertThat(dataset.contains(Tag.Columns)).isFalse();
        assertThat(dataset.get(Tag.Columns)).isEmpty();
        assertThat(dataset).hasToString("data set of 3 elements");
    }

    @Test
    void paddingAndInsignificantSpacesAreTakenOff() {
        Dataset dataset =
                Dataset.builder()
                        .put(text(Tag.SOPInstanceUID, VR.UI, "1.2.3\0"))
                        .put(text(Tag.AccessionNumber, VR.SH, " A1 "))
                        .put(text(Tag.ImageComments, VR.LT, "  a\\b "))
                        .put(text(Tag.ImageType, VR.CS, "ORIGINAL\\ PRIMARY\\"))
                        .put(text(Tag.PatientName, VR.PN, "  "))
                        .build();
        assertThat(dataset.getString(Tag.SOPInstanceUID)).contains("1.2.3");
        assertThat(dataset.getString(Tag.AccessionNumber)).contains("A1");
        assertThat(dataset.getStrings(Tag.ImageComments)).containsExactly("  a\\b");
        assertThat(dataset.getStrings(Tag.ImageType)).containsExactly("ORIGINAL", "PRIMARY", "");
        assertThat(dataset.getString(Tag.PatientName)).isEmpty();
        assertThat(dataset.getString(Tag.PatientID)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "US, 65535", "US, 0", "SS, -32768", "UL, 4294967295", "SL, -2147483648",
        "SV, -9223372036854775808", "UV, -1", "IS, -12", "DS, 100", "AT, 2145386512"
    })
    void wholeNumbersComeBack(VR vr, long number) {
        Dataset dataset = Dataset.builder().setLong(0x00091001, vr, number, number).build();
        assertThat(dataset.getLongs(0x00091001)).containsExactly(number, number);
        assertThat(dataset.getLong(0x00091001)).hasValue(number);
    }

    @ParameterizedTest
    @CsvSource({"US, 65536", "US, -1", "SS, 32768", "UL, -1", "SL, 2147483648", "AT, 4294967296"})
    void numbersOutOfRangeAreRefusedByName(VR vr, long number) {
        assertThatThrownBy(() -> Dataset.builder().setLong(Tag.Rows, vr, number))
                .isInstanceOf(ValueException.class)
                .hasMessage("(0028,0010) " + vr + ": out of range: " + number);
    }

    @Test
    void aNumberOfMoreThan32BitsIsNoInt() {
        Dataset dataset =
                Dataset.builder()
                        .setLong(0x00091001, VR.UL, 0xFFFFFFFFL)
                        .setLong(0x00091002, VR.AT, 0xFFFEE000L)
                        .setLong(Tag.Rows, 512)
                        .build();
        assertThat(dataset.getInt(Tag.Rows)).hasValue(512);
        assertThat(dataset.getInt(Tag.Columns)).isEmpty();
        assertThat(dataset.getInt(0x00091002)).hasValue(Tags.ITEM);
        assertThatThrownBy(() -> dataset.getInt(0x00091001))
                .isInstanceOf(ValueException.class)
                .hasMessageContaining("4294967295");
    }

    @ParameterizedTest
    @CsvSource({"FL, 0.5", "FD, 0.1", "OF, -2", "OD, 1e300", "DS, 0.1"})
    void numbersWithFractionsComeBack(VR vr, double number) {
        Dataset dataset = Dataset.builder().setDouble(0x00091001, vr, number, 1).build();
        assertThat(dataset.getDoubles(0x00091001)).containsExactly(number, 1);
        assertThat(dataset.getDouble(0x00091001)).hasValue(number);
    }

    @ParameterizedTest
    @CsvSource({
        "0.3333333333333333, 0.33333333333333",
        "-1e-300, -1E-300",
        "100, 100",
        "1234567890123456789, 1.2345678901E+18",
        "-0.1234567890123456789, -0.1234567890123"
    })
    void decimalStringsHave16Characters(double number, String text) {
        String written =
                Dataset.builder()
                        .setDouble(Tag.SliceThickness, number)
                        .build()
                        .getString(Tag.SliceThickness)
                        .orElseThrow();
        assertThat(written.length()).isLessThanOrEqualTo(16);
        assertThat(written).startsWith(text.substring(0, Math.min(text.length(), 12)));
        assertThat(Double.parseDouble(written)).isCloseTo(number, Percentage.withPercentage(1e-6));
    }

    @ParameterizedTest
    @ValueSource(strings = {"abc", "0x10", "NaN", "1d", "1.5.5", "1\uFFFD"})
    void textsThatAreNoNumbersAreRefusedByName(String bad) {
        Dataset dataset =
                Dataset.builder()
                        .put(
                                Value.of(
                                        Tag.SliceThickness,
                                        VR.DS,
                                        bad.getBytes(StandardCharsets.UTF_8)))
                        .build();
        assertThatThrownBy(() -> dataset.getDouble(Tag.SliceThickness))
                .isInstanceOf(ValueException.class)
                .hasMessageStartingWith("(0018,0050) DS: not such a number: \"");
        assertThatThrownBy(() -> dataset.getLong(Tag.SliceThickness))
                .isInstanceOfSatisfying(
                        ValueException.class,
                        e -> assertThat(e.tag()).isEqualTo(Tag.SliceThickness));
    }

    @Test
    void aFractionOrAHugeNumberIsNotWhole() {
        Dataset dataset =
                Dataset.builder()
                        .setString(Tag.SliceThickness, "1.5")
                        .setString(Tag.PatientWeight, "1e300")
                        .setString(Tag.SeriesNumber, "12345678901234567890")
                        .build();
        for (int tag : new int[] {Tag.SliceThickness, Tag.PatientWeight, Tag.SeriesNumber}) {
            assertThatThrownBy(() -> dataset.getLong(tag)).isInstanceOf(ValueException.class);
        }
    }

    @Test
    void bytesThatAreNoWholeWordsAreRefusedByTheirLength() {
        Dataset dataset = Dataset.builder().setBytes(Tag.Rows, VR.US, new byte[3]).build();
        assertThatThrownBy(() -> dataset.getInt(Tag.Rows))
                .isInstanceOf(ValueException.class)
                .hasMessage("(0028,0010) US: length 3 is not a multiple of 2");
        assertThat(dataset.getBytes(Tag.Rows)).hasSize(3);
    }

    @Test
    void whatIsAskedOfTheWrongVrIsRefused() {
        Dataset dataset =
                Dataset.builder()
                        .setLong(Tag.Rows, 1)
                        .setString(Tag.PatientID, "1")
                        .setSequence(Tag.ReferencedImageSequence)
                        .build();
        assertThatThrownBy(() -> dataset.getString(Tag.Rows)).hasMessageContaining("is not text");
        assertThatThrownBy(() -> dataset.getLong(Tag.PatientID))
                .hasMessageContaining("is not a number");
        assertThatThrownBy(() -> dataset.getSequence(Tag.Rows))
                .hasMessageContaining("is not a sequence");
        assertThatThrownBy(() -> dataset.getString(Tag.ReferencedImageSequence))
                .hasMessageContaining("has no plain value");
    }

    @Test
    void privateElementsAreFoundByTheirCreator() {
        Dataset dataset =
                Dataset.builder()
                        .setString(0x00090010, VR.LO, "OTHER")
                        .setString(0x00090011, VR.LO, "ACME 1.1 ")
                        .setString(0x00091101, VR.LO, "x")
                        .build();
        assertThat(dataset.privateTag("ACME 1.1", 0x0009, 0x01)).hasValue(0x00091101);
        assertThat(dataset.privateTag("ACME 1.2", 0x0009, 0x01)).isEmpty();
        assertThat(dataset.privateTag("ACME 1.1", 0x0011, 0x01)).isEmpty();
        assertThatThrownBy(() -> dataset.privateTag("ACME", 0x0010, 1))
                .hasMessageContaining("group: 16");
        assertThatThrownBy(() -> dataset.privateTag("ACME", 0x0009, 256))
                .hasMessageContaining("element: 256");
    }

    @Test
    void unknownVrIsReadAsOneTextOrAsBytes() {
        Dataset dataset = Dataset.builder().put(text(0x00091001, VR.UN, "a\\b ")).build();
        assertThat(dataset.getStrings(0x00091001)).containsExactly("a\\b");
        assertThat(dataset.getBytes(0x00091001)).hasSize(4);
        assertThat(dataset.getBytes(0x00091002)).isEmpty();
    }

    @Test
    void dataSetsAreEqualByteForByte() {
        Dataset one = Dataset.builder().setString(Tag.PatientID, "1").build();
        Dataset same = Dataset.builder().put(text(Tag.PatientID, VR.LO, "1 ")).build();
        Dataset other = Dataset.builder().setString(Tag.PatientID, "2").build();
        assertThat(one).isEqualTo(same).hasSameHashCodeAs(same).isNotEqualTo(other);
        assertThat(Dataset.EMPTY.isEmpty()).isTrue();
    }

    @Test
    void elementsTellTheirKindButNotTheirContent() {
        Value value = text(Tag.PatientID, VR.LO, "secret");
        assertThat(value).hasToString("(0010,0020) LO of 6 bytes");
        assertThat(value.buffer().isReadOnly()).isTrue();
        assertThat(new Sequence(Tag.ReferencedImageSequence, List.of()))
                .hasToString("(0008,1140) SQ of 0 items");
        Fragments fragments = new Fragments(Tag.PixelData, VR.OB, List.of(ByteBuffer.allocate(2)));
        assertThat(fragments).hasToString("(7FE0,0010) OB of 1 fragments");
        assertThat(fragments.isEmpty()).isFalse();
        assertThatThrownBy(() -> new Fragments(Tag.PixelData, VR.US, List.of()))
                .hasMessageContaining("US is not OB or OW");
        assertThatThrownBy(() -> Value.of(Tag.PixelData, VR.SQ, new byte[0]))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
