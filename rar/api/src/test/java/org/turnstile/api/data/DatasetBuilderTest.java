/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.api.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.turnstile.api.charset.CharacterSetException;
import org.turnstile.api.charset.SpecificCharacterSet;

class DatasetBuilderTest {

    private static Dataset named(String name) {
        return Dataset.builder().setString(Tag.PatientName, name).build();
    }

    @Test
    void givenAsciiTexts_thenNoCharacterSetIsDeclared() {
        Dataset dataset = named("Doe^John");
        assertThat(dataset.contains(Tag.SpecificCharacterSet)).isFalse();
        assertThat(dataset.characterSet()).isEqualTo(SpecificCharacterSet.DEFAULT);
    }

    @Test
    void givenOtherTextsAndNoCharacterSet_thenUtf8IsDeclared() {
        Dataset dataset = named("Buc^Jérôme");
        assertThat(dataset.getString(Tag.SpecificCharacterSet)).contains("ISO_IR 192");
        assertThat(dataset.getPersonName(Tag.PatientName).orElseThrow().givenName())
                .isEqualTo("Jérôme");
    }

    @Test
    void givenADeclaredCharacterSet_thenItHoldsForTextsSetBeforeAndAfter() {
        Dataset dataset =
                Dataset.builder()
                        .setString(Tag.PatientName, "é")
                        .setString(Tag.SpecificCharacterSet, "ISO_IR 100")
                        .setString(Tag.PatientID, "ü")
                        .build();
        assertThat(dataset.getBytes(Tag.PatientName)).containsExactly(0xE9, ' ');
        assertThat(dataset.getBytes(Tag.PatientID)).containsExactly(0xFC, ' ');
    }

    @Test
    void givenACharacterSetWithoutTheCharacter_thenBuildingIsRefused() {
        DatasetBuilder builder =
                Dataset.builder()
                        .setString(Tag.SpecificCharacterSet, "ISO_IR 100")
                        .setString(Tag.PatientName, "Ж");
        assertThatThrownBy(builder::build).isInstanceOf(CharacterSetException.class);
    }

    @Test
    void givenAnotherCharacterSet_thenTextsAreEncodedAnew() {
        Dataset latin =
                Dataset.builder()
                        .setString(Tag.SpecificCharacterSet, "ISO_IR 100")
                        .setString(Tag.PatientName, "é")
                        .build();
        Dataset unicode =
                latin.toBuilder().setString(Tag.SpecificCharacterSet, "ISO_IR 192").build();
        assertThat(unicode.getBytes(Tag.PatientName)).containsExactly(0xC3, 0xA9);
        assertThat(unicode.getString(Tag.PatientName)).contains("é");
        assertThat(latin.toBuilder().build()).isEqualTo(latin);
    }

    @Test
    void givenAnItemWithPlainTexts_thenItTakesTheCharacterSetAround() {
        Dataset dataset =
                Dataset.builder()
                        .setString(Tag.SpecificCharacterSet, "ISO_IR 100")
                        .setSequence(Tag.ReferencedPatientSequence, named("Doe"))
                        .build();
        Dataset item = dataset.getSequence(Tag.ReferencedPatientSequence).get(0);
        assertThat(item.characterSet().terms()).containsExactly("ISO_IR 100");
        assertThat(item.contains(Tag.SpecificCharacterSet)).isFalse();
    }

    @Test
    void givenAnItemTakenFromElsewhere_thenItKeepsItsMeaning() {
        SpecificCharacterSet latin = SpecificCharacterSet.of(List.of("ISO_IR 100"));
        Dataset inner = Dataset.builder(latin).setString(Tag.PatientName, "é").build();
        Dataset item =
                Dataset.builder(latin)
                        .setString(Tag.AccessionNumber, "1")
                        .setString(Tag.PatientName, "é")
                        .setSequence(Tag.ReferencedPatientSequence, inner)
                        .build();
        Dataset dataset =
                Dataset.builder()
                        .setString(Tag.PatientName, "Ж")
                        .setSequence(Tag.ReferencedStudySequence, item)
                        .build();

        Dataset moved = dataset.getSequence(Tag.ReferencedStudySequence).get(0);
        assertThat(moved.getString(Tag.SpecificCharacterSet)).contains("ISO_IR 100");
        assertThat(moved.getString(Tag.PatientName)).contains("é");
        Dataset innermost = moved.getSequence(Tag.ReferencedPatientSequence).get(0);
        assertThat(innermost.contains(Tag.SpecificCharacterSet)).isFalse();
        assertThat(innermost.getString(Tag.PatientName)).contains("é");
    }

    @Test
    void givenAWordedVr_thenTextIsRefused() {
        DatasetBuilder builder = Dataset.builder();
        assertThatThrownBy(() -> builder.setString(Tag.Rows, "1"))
                .hasMessage("(0028,0010) US: is not text");
        assertThatThrownBy(() -> builder.setLong(Tag.PatientID, 1))
                .hasMessageContaining("whole numbers");
        assertThatThrownBy(() -> builder.setDouble(Tag.Rows, 1)).hasMessageContaining("fractions");
        assertThatThrownBy(() -> builder.setDouble(Tag.SliceThickness, Double.NaN))
                .hasMessageContaining("not finite");
        assertThatThrownBy(() -> builder.setString(0x00091001, "x"))
                .isInstanceOf(ValueException.class);
    }

    @Test
    void givenWhatAVrCannotHold_thenItIsRefusedByName() {
        DatasetBuilder builder = Dataset.builder();
        assertThatThrownBy(() -> builder.setString(Tag.PatientID, "a\\b"))
                .hasMessage("(0010,0020) LO: a backslash in \"a\\b\"");
        assertThatThrownBy(() -> builder.setString(Tag.ImageComments, "a", "b"))
                .hasMessageContaining("has one value, not 2");
        assertThatThrownBy(() -> builder.setString(Tag.Modality, "Ж"))
                .hasMessageContaining("not ASCII");
        assertThatThrownBy(() -> builder.setBytes(Tags.ITEM, VR.OB, new byte[0]))
                .hasMessageContaining("(FFFE,E000) is no data element");
    }

    @Test
    void aLastValueReplacesTheOneBefore() {
        Dataset dataset =
                Dataset.builder()
                        .setString(Tag.PatientID, "1")
                        .setEmpty(Tag.PatientID)
                        .setBytes(Tag.PatientName, VR.PN, new byte[] {'a'})
                        .setPersonName(Tag.PatientName, new PersonName("b", "", ""))
                        .setLong(Tag.SeriesNumber, 1, 2)
                        .setEmpty(Tag.ReferencedImageSequence)
                        .setEmpty(Tag.Rows)
                        .remove(Tag.Rows)
                        .build();
        assertThat(dataset.getStrings(Tag.PatientID)).isEmpty();
        assertThat(dataset.getPersonNames(Tag.PatientName))
                .containsExactly(new PersonName("b", "", ""));
        assertThat(dataset.getLongs(Tag.SeriesNumber)).containsExactly(1, 2);
        assertThat(dataset.getSequence(Tag.ReferencedImageSequence)).isEmpty();
        assertThat(dataset.contains(Tag.Rows)).isFalse();
    }

    @Test
    void privateBlocksAreReservedOnce() {
        DatasetBuilder builder = Dataset.builder().setBytes(0x00090010, VR.LO, new byte[] {'X'});
        assertThat(builder.privateTag("ACME", 9, 1)).isEqualTo(0x00091101);
        assertThat(builder.privateTag("ACME", 9, 2)).isEqualTo(0x00091102);
        assertThat(builder.privateTag("X", 9, 2)).isEqualTo(0x00091002);
        assertThat(builder.build().getString(0x00090011)).contains("ACME");
        for (int i = 0x12; i <= 0xFF; i++) {
            builder.privateTag("C" + i, 9, 0);
        }
        assertThatThrownBy(() -> builder.privateTag("ONE MORE", 9, 0))
                .hasMessageContaining("no free private block");
    }

    @Test
    void depthHasAnEnd() {
        Dataset deep = Dataset.EMPTY;
        for (int i = 1; i < Dataset.MAX_DEPTH; i++) {
            deep = Dataset.builder().setSequence(Tag.ReferencedImageSequence, deep).build();
        }
        DatasetBuilder tooDeep = Dataset.builder().setSequence(Tag.ReferencedImageSequence, deep);
        assertThatThrownBy(tooDeep::build)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("512");
    }
}
