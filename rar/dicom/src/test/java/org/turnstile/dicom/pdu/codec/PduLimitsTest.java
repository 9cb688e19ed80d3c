/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.dicom.pdu.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PduLimitsTest {

    @Test
    void defaults() {
        assertThat(PduLimits.DEFAULT)
                .isEqualTo(new PduLimits(1048576, 262144, 128, 256, 64, 128, 16, 1024));
    }

    @Test
    void theLeastAndTheMost() {
        assertThat(new PduLimits(68, 4096, 1, 8, 0, 1, 1, 1)).isNotNull();
        assertThat(new PduLimits(16777216, 134217728, 128, 65536, 65536, 65536, 65536, 65536))
                .isNotNull();
    }

    @ParameterizedTest
    @CsvSource({
        "67, 4096, 1, 8, 0, 1, 1, 1, associateLength: 67",
        "16777217, 4096, 1, 8, 0, 1, 1, 1, associateLength: 16777217",
        "68, 4095, 1, 8, 0, 1, 1, 1, dataLength: 4095",
        "68, 134217729, 1, 8, 0, 1, 1, 1, dataLength: 134217729",
        "68, 4096, 0, 8, 0, 1, 1, 1, presentationContexts: 0",
        "68, 4096, 129, 8, 0, 1, 1, 1, presentationContexts: 129",
        "68, 4096, 1, 7, 0, 1, 1, 1, items: 7",
        "68, 4096, 1, 8, -1, 1, 1, 1, unknownItems: -1",
        "68, 4096, 1, 8, 0, 0, 1, 1, transferSyntaxes: 0",
        "68, 4096, 1, 8, 0, 1, 0, 1, emptyValues: 0",
        "68, 4096, 1, 8, 0, 1, 1, 0, tinyValues: 0"
    })
    void outOfRange(
            int associate,
            int data,
            int contexts,
            int items,
            int unknown,
            int syntaxes,
            int empty,
            int tiny,
            String field) {
        assertThatThrownBy(
                        () ->
                                new PduLimits(
                                        associate, data, contexts, items, unknown, syntaxes, empty,
                                        tiny))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(field + " is not ");
    }
}
