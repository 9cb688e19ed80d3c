/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.bench.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.turnstile.api.data.Dataset;
import org.turnstile.api.data.Tag;
import org.turnstile.api.io.DatasetReader;
import org.turnstile.api.io.TransferSyntax;

class ObjectTemplateTest {

    private static Dataset read(byte[] bytes) throws IOException {
        return new DatasetReader(
                        new ByteArrayInputStream(bytes), TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN)
                .read();
    }

    @ParameterizedTest
    @ValueSource(ints = {1_500, 2_048, 526_000, 5_000_000})
    void isAnImageOfAboutTheSize(int size) throws IOException {
        ObjectTemplate template = ObjectTemplate.ofSize(size);

        Dataset image = read(template.bytes());

        assertThat(template.bytes().length).isBetween(size * 9 / 10, size);
        int pixels = image.getInt(Tag.Rows).orElseThrow() * image.getInt(Tag.Columns).orElseThrow();
        assertThat(image.getBytes(Tag.PixelData)).hasSize(2 * pixels);
        assertThat(image.getString(Tag.SOPInstanceUID)).contains(Identifying.INSTANCE.zero());
        assertThat(image.getString(Tag.InstitutionName)).contains(ObjectTemplate.INSTITUTION);
    }

    @Test
    void itsHeadHasEachIdentifyingValueOnce() {
        ObjectTemplate template = ObjectTemplate.ofSize(2_048);

        for (Identifying each : Identifying.values()) {
            assertThat(each.places(template.bytes(), template.headLength())).hasSize(1);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 1_499, 200_000_001})
    void refusesOtherSizes(int size) {
        assertThatThrownBy(() -> ObjectTemplate.ofSize(size))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("size: " + size);
    }
}
