/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.bench.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class IdentifyingTest {

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    @Test
    void findsEveryPlaceBeforeTheLimit() {
        byte[] bytes = bytes("..ACC0000000..ACC0000000.ACC0000000");

        assertThat(Identifying.ACCESSION_NUMBER.places(bytes, bytes.length - 1))
                .containsExactly(5, 17);
        assertThat(Identifying.PATIENT_ID.places(bytes, bytes.length)).isEmpty();
    }

    @Test
    void writesAllDigits() {
        byte[] bytes = bytes("ACC0000000ACC9999999");

        Identifying.ACCESSION_NUMBER.write(bytes, 3, 42);
        Identifying.ACCESSION_NUMBER.write(bytes, 13, 7);

        assertThat(new String(bytes, StandardCharsets.US_ASCII)).isEqualTo("ACC0000042ACC0000007");
    }

    @ParameterizedTest
    @ValueSource(longs = {10_000_000, -1, Long.MAX_VALUE})
    void refusesANumberThatDoesNotFit(long number) {
        assertThatThrownBy(() -> Identifying.PATIENT_ID.write(bytes("BENCH0000000"), 5, number))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("PATIENT_ID: " + number);
    }

    @ParameterizedTest
    @EnumSource
    void noValueContainsAnother(Identifying one) {
        for (Identifying other : Identifying.values()) {
            assertThat(one == other || !one.zero().contains(other.zero())).isTrue();
        }
    }
}
