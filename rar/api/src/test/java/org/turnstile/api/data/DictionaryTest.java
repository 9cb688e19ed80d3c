/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.api.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.turnstile.api.UID;

class DictionaryTest {

    private final Dictionary dictionary = Dictionary.standard();

    @Test
    void itHoldsTheStandard() {
        assertThat(dictionary.elements()).hasSizeGreaterThan(4_900);
        assertThat(dictionary.uids()).hasSizeGreaterThan(400);
    }

    @Test
    void everyElementIsFoundByItsTagAndItsKeyword() {
        assertThat(dictionary.elements())
                .allSatisfy(
                        entry -> {
                            assertThat(dictionary.element(entry.tag())).isPresent();
                            assertThat(dictionary.element(entry.keyword())).contains(entry);
                            assertThat(entry.vm()).matches("[0-9]+(-([0-9]*n|[0-9]+))?( or 1)?");
                            assertThat(entry.name()).isNotBlank();
                        });
    }

    @Test
    void everyUidIsOne() {
        assertThat(dictionary.uids())
                .allSatisfy(
                        entry -> {
                            assertThat(UID.isValid(entry.uid())).isTrue();
                            assertThat(dictionary.uid(entry.uid())).contains(entry);
                        });
    }

    @ParameterizedTest
    @CsvSource({
        "00100010, PatientName, PN, 1, false",
        "0020000D, StudyInstanceUID, UI, 1, false",
        "00081140, ReferencedImageSequence, SQ, 1, false",
        "00280030, PixelSpacing, DS, 2, false",
        "00080001, LengthToEnd, UL, 1, true",
        "00000902, ErrorComment, LO, 1, false",
        // repeating groups
        "60000010, OverlayRows, US, 1, false",
        "60FE0010, OverlayRows, US, 1, false",
        "002031FF, SourceImageIDs, CS, 1-n, true"
    })
    void factsOfTheStandard(String tag, String keyword, VR vr, String vm, boolean retired) {
        Optional<ElementEntry> found = dictionary.element(Integer.parseUnsignedInt(tag, 16));
        assertThat(found).map(ElementEntry::keyword).contains(keyword);
        assertThat(found.orElseThrow().vrs()).containsExactly(vr);
        assertThat(found.orElseThrow().vm()).isEqualTo(vm);
        assertThat(found.orElseThrow().retired()).isEqualTo(retired);
    }

    @Test
    void constantsAreMadeOfTheSameFacts() {
        assertThat(Tag.PatientName).isEqualTo(0x00100010);
        assertThat(Tag.PixelData).isEqualTo(0x7FE00010);
        assertThat(UIDs.Verification).isEqualTo(UID.VERIFICATION);
        assertThat(UIDs.ImplicitVRLittleEndian).isEqualTo(UID.IMPLICIT_VR_LITTLE_ENDIAN);
        UIDEntry ct = dictionary.uid(UIDs.CTImageStorage).orElseThrow();
        assertThat(ct.isSopClass()).isTrue();
        assertThat(ct.isTransferSyntax()).isFalse();
        assertThat(ct.name()).isEqualTo("CT Image Storage");
        assertThat(ct.keyword()).isEqualTo("CTImageStorage");
        assertThat(ct.retired()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "00280106, false, US", // Smallest Image Pixel Value, US or SS
        "00280106, true, SS",
        "7FE00010, true, OW", // Pixel Data, OB or OW
        "00283006, false, OW", // LUT Data, US or OW
        "00090010, false, LO", // Private Creator
        "00091001, false, UN", // private
        "00090000, false, UL", // Group Length
        "00080007, false, UN", // not in the standard
        "FFFEE000, false, UN" // Item has no VR
    })
    void theVrOfImplicitVr(String tag, boolean signed, VR vr) {
        assertThat(dictionary.vr(Integer.parseUnsignedInt(tag, 16), signed)).isEqualTo(vr);
    }

    @Test
    void whatIsNotThereIsNotFound() {
        assertThat(dictionary.element(0x00090010)).isEmpty();
        assertThat(dictionary.element(0x00080007)).isEmpty();
        assertThat(dictionary.element("NoSuchKeyword")).isEmpty();
        assertThat(dictionary.uid("1.2.3")).isEmpty();
    }
}
