/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.api.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.turnstile.api.data.Dataset;
import org.turnstile.api.data.Fragments;
import org.turnstile.api.data.Tag;
import org.turnstile.api.data.VR;
import org.turnstile.api.data.Value;

class DatasetReaderTest {

    private static final TransferSyntax IMPLICIT = TransferSyntax.IMPLICIT_VR_LITTLE_ENDIAN;
    private static final TransferSyntax EXPLICIT = TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN;
    private static final TransferSyntax BIG = TransferSyntax.EXPLICIT_VR_BIG_ENDIAN;

    @Test
    void givenImplicitVr_thenTheDictionaryTellsTheVr() throws IOException {
        Dataset dataset =
                Bytes.read(
                        Bytes.hex(
                                "0800 6000 02000000 'CT'", // Modality
                                "2800 0301 02000000 0100", // Pixel Representation, signed
                                "2800 0601 02000000 FFFF", // Smallest Image Pixel Value, US or SS
                                "2900 1000 04000000 'ACME'", // Private Creator
                                "2900 0110 02000000 0102"), // private
                        IMPLICIT);
        assertThat(dataset.getString(Tag.Modality)).contains("CT");
        assertThat(dataset.getInt(Tag.SmallestImagePixelValue)).hasValue(-1);
        assertThat(dataset.get(0x00291001))
                .contains(Value.of(0x00291001, VR.UN, new byte[] {1, 2}));
        assertThat(dataset.privateTag("ACME", 0x29, 1)).hasValue(0x00291001);
    }

    @Test
    void givenExplicitVr_thenBothLengthFieldsAreRead() throws IOException {
        Dataset dataset =
                Bytes.read(
                        Bytes.hex(
                                "0800 6000 'CS' 0200 'CT'", // 16-bit length
                                "0800 2001 'UR' 0000 04000000 'a:b '", // 32-bit length
                                "0900 0110 'ZZ' 0000 02000000 0102"), // a VR of the future
                        EXPLICIT);
        assertThat(dataset.getString(Tag.Modality)).contains("CT");
        assertThat(dataset.getString(Tag.URNCodeValue)).contains("a:b");
        assertThat(dataset.get(0x00091001)).map(e -> e.vr()).contains(VR.UN);
    }

    @Test
    void givenBigEndian_thenWordsAreTurned() throws IOException {
        Dataset dataset =
                Bytes.read(
                        Bytes.hex(
                                "0028 0009 'AT' 0004 0018 1063", // Frame Increment Pointer
                                "0028 0010 'US' 0002 0200", // Rows
                                "0040 A161 'DS' 0002 '1 '",
                                "7FE0 0010 'OW' 0000 00000004 0102 0304"),
                        BIG);
        assertThat(dataset.getInt(Tag.FrameIncrementPointer)).hasValue(Tag.FrameTime);
        assertThat(dataset.getInt(Tag.Rows)).hasValue(512);
        assertThat(dataset.getBytes(Tag.PixelData)).containsExactly(2, 1, 4, 3);
    }

    @Test
    void givenUnOfUndefinedLength_thenItIsASequenceInImplicitVr() throws IOException {
        // PS3.5 §6.2.2, note 3: whatever the transfer syntax around
        Dataset dataset =
                Bytes.read(
                        Bytes.hex(
                                "0009 1001 'UN' 0000 FFFFFFFF",
                                "FEFF 00E0 0A000000", // Item, little endian
                                "0800 6000 02000000 'CT'",
                                "FEFF DDE0 00000000"), // Sequence Delimitation Item
                        BIG);
        assertThat(dataset.getSequence(0x00091001).get(0).getString(Tag.Modality)).contains("CT");
    }

    @Test
    void givenACharacterSet_thenItHoldsInItemsWithoutTheirOwn() throws IOException {
        Dataset dataset =
                Bytes.read(
                        Bytes.hex(
                                "0800 0500 'CS' 0A00 'ISO_IR 100'",
                                "0800 1011 'SQ' 0000 36000000", // Referenced Study Sequence
                                "FEFF 00E0 0A000000",
                                "1000 1000 'PN' 0200 E920", // é in Latin 1
                                "FEFF 00E0 1C000000",
                                "0800 0500 'CS' 0A00 'ISO_IR 144'",
                                "1000 1000 'PN' 0200 B620"), // Ж in ISO 8859-5
                        EXPLICIT);
        assertThat(dataset.getSequence(Tag.ReferencedStudySequence))
                .extracting(item -> item.getString(Tag.PatientName).orElse(""))
                .containsExactly("é", "Ж");
    }

    @Test
    void givenPixelData_thenReadingCanStopBeforeIt() throws IOException {
        byte[] bytes =
                Bytes.hex(
                        "2800 1000 'US' 0200 0002", // Rows
                        "E07F 1000 'OW' 0000 FFFFFF7F 00"); // a length that never comes
        try (DatasetReader reader = new DatasetReader(new ByteArrayInputStream(bytes), EXPLICIT)) {
            Dataset dataset = reader.readUntilPixelData();
            assertThat(dataset.getInt(Tag.Rows)).hasValue(512);
            assertThat(dataset.size()).isEqualTo(1);
            assertThat(reader.position()).isEqualTo(10);
            assertThatThrownBy(reader::read).isInstanceOf(IllegalStateException.class);
        }
    }

    @Test
    void givenFragments_thenTheyAreKeptApart() throws IOException {
        Dataset dataset =
                Bytes.read(
                        Bytes.hex(
                                "E07F 1000 'OB' 0000 FFFFFFFF",
                                "FEFF 00E0 00000000", // empty Basic Offset Table
                                "FEFF 00E0 02000000 FFD8",
                                "FEFF DDE0 00000000"),
                        TransferSyntax.of("1.2.840.10008.1.2.4.50"));
        Fragments pixels = (Fragments) dataset.get(Tag.PixelData).orElseThrow();
        assertThat(pixels.items()).extracting(item -> item.remaining()).containsExactly(0, 2);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // what is wrong | bytes | path | field | offset
                "ends in a tag | 0800 60 | '' | tag | 0",
                "ends in a VR | 0800 6000 43 | (0008,0060) | VR | 4",
                "ends in a length | 0800 6000 4353 02 | (0008,0060) | value length | 6",
                "ends in a value | 0800 6000 4353 0400 4354 | (0008,0060) | value | 10",
                "no VR | 0800 6000 0200 0000 | (0008,0060) | VR | 6",
                "a tag twice | 0800 6000 4353 0000 0800 6000 4353 0000 | '' | tag | 8",
                "a lower tag after | 0800 7000 4C4F 0000 0800 6000 4353 0000 | '' | tag | 8",
                "an item outside | FEFF 00E0 00000000 | '' | tag | 0",
                "a delimiter outside | FEFF 0DE0 00000000 | '' | tag | 0",
                "undefined LO | 0800 7000 5554 0000 FFFFFFFF | (0008,0070) | value length | 12",
                "an element in a sequence | 0800 4011 5351 0000 08000000 0800 6000 4353 0000"
                        + " | (0008,1140) | tag | 16",
                "an item longer than its sequence | 0800 4011 5351 0000 08000000 FEFF 00E0 01000000"
                        + " | (0008,1140)[0] | item length | 20",
                "a value longer than its item | 0800 4011 5351 0000 10000000 FEFF 00E0 08000000"
                        + " 0800 6000 4353 0200 | (0008,1140)[0].(0008,0060) | value length | 28",
                "a header longer than its item | 0800 4011 5351 0000 0C000000 FEFF 00E0 04000000"
                        + " 0800 6000 4353 0000 | (0008,1140)[0].(0008,0060) | value length | 28",
                "a sequence that does not end | 0800 4011 5351 0000 FFFFFFFF"
                        + " | (0008,1140) | tag | 12",
                "a sequence that its item cuts off | 0800 4011 5351 0000 1C000000 FEFF 00E0 14000000"
                        + " 0800 4011 5351 0000 FFFFFFFF FEFF 00E0 00000000"
                        + " | (0008,1140)[0].(0008,1140)[0] | sequence | 40",
                "an item that its sequence cuts off | 0800 4011 5351 0000 08000000"
                        + " FEFF 00E0 FFFFFFFF | (0008,1140)[0] | item | 20",
                "a delimiter with a length | 0800 4011 5351 0000 FFFFFFFF FEFF DDE0 01000000"
                        + " | (0008,1140) | delimiter length | 20",
                "a delimiter where lengths are defined | 0800 4011 5351 0000 08000000"
                        + " FEFF DDE0 00000000 | (0008,1140) | tag | 16",
                "a fragment of undefined length | E07F 1000 4F42 0000 FFFFFFFF"
                        + " FEFF 00E0 FFFFFFFF | (7FE0,0010)[0] | value length | 20",
            })
    void givenBadInput_thenItsPlaceIsNamed(
            String what, String hex, String path, String field, long offset) {
        assertThatThrownBy(() -> Bytes.read(Bytes.hex(hex), EXPLICIT))
                .as(what)
                .isInstanceOfSatisfying(
                        DatasetException.class,
                        e -> {
                            assertThat(e.path()).isEqualTo(path);
                            assertThat(e.field()).isEqualTo(field);
                            assertThat(e.offset()).isEqualTo(offset);
                        });
    }

    @Test
    void theMessageSaysWhereAndWhat() {
        assertThatThrownBy(() -> Bytes.read(Bytes.hex("0800 6000 'CS' 0400 'CT'"), EXPLICIT))
                .hasMessage("(0008,0060) value at byte 10: ends after 2 of 4 bytes");
    }

    @Test
    void aCharacterSetOfTheWrongVrIsNone() throws IOException {
        Dataset dataset = Bytes.read(Bytes.hex("0800 0500 'US' 0200 0100"), EXPLICIT);
        assertThat(dataset.characterSet().terms()).isEmpty();
    }

    @Test
    void unknownTransferSyntaxesAreRefusedByName() {
        assertThatThrownBy(() -> TransferSyntax.of("1.2.3"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("transfer syntax: 1.2.3 is not known");
        assertThatThrownBy(() -> TransferSyntax.of("1.2.840.10008.1.1"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(TransferSyntax.of("1.2.840.10008.1.2.1")).isEqualTo(EXPLICIT);
        assertThat(TransferSyntax.of("1.2.840.10008.1.2")).isEqualTo(IMPLICIT);
        assertThat(TransferSyntax.of("1.2.840.10008.1.2.2")).isEqualTo(BIG);
        assertThat(TransferSyntax.of("1.2.840.10008.1.2.1.99").deflated()).isTrue();
    }
}
