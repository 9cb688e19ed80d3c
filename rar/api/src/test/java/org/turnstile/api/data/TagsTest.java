/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.api.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TagsTest {

    @Test
    void aTagIsItsGroupAndItsElement() {
        int tag = Tags.of(0x7FE0, 0x0010);
        assertThat(tag).isEqualTo(Tag.PixelData);
        assertThat(Tags.group(tag)).isEqualTo(0x7FE0);
        assertThat(Tags.element(tag)).isEqualTo(0x0010);
        assertThat(Tags.toString(Tags.ITEM)).isEqualTo("(FFFE,E000)");
        assertThatThrownBy(() -> Tags.of(0x10000, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("65536");
    }

    @Test
    void oddGroupsArePrivate() {
        assertThat(Tags.isPrivate(0x00091001)).isTrue();
        assertThat(Tags.isPrivate(0x00081001)).isFalse();
        assertThat(Tags.isPrivateCreator(0x00090010)).isTrue();
        assertThat(Tags.isPrivateCreator(0x0009000F)).isFalse();
        assertThat(Tags.isPrivateCreator(0x00090100)).isFalse();
        assertThat(Tags.isGroupLength(0x00080000)).isTrue();
    }

    @ParameterizedTest
    @EnumSource(VR.class)
    void everyVrIsFoundByItsLetters(VR vr) {
        assertThat(VR.of(vr.name())).contains(vr);
        assertThat(vr.wordSize()).isIn(1, 2, 4, 8);
        assertThat(vr.padding()).isEqualTo((byte) (vr.isText() && vr != VR.UI ? ' ' : 0));
    }

    @Test
    void theLongLengthsAreThoseOfTheStandard() {
        // PS3.5 table 7.1-1
        assertThat(VR.values())
                .filteredOn(VR::hasLongLength)
                .extracting(VR::name)
                .containsExactlyInAnyOrder(
                        "OB", "OD", "OF", "OL", "OV", "OW", "SQ", "SV", "UC", "UN", "UR", "UT",
                        "UV");
        assertThat(VR.of("ZZ")).isEmpty();
    }
}
