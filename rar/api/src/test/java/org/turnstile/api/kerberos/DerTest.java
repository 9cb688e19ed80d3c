/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.api.kerberos;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.turnstile.api.kerberos.TokenBytes.hex;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DerTest {

    private static byte[] nested(int deep) {
        byte[] value = {0x02, 0x01, 0x05};
        for (int i = 1; i < deep; i++) {
            value = Der.value(0x30, value);
        }
        return Der.value(0x6E, value);
    }

    @Test
    void soundStructureIsNoFault() {
        assertThatCode(() -> Der.check(0x62, hex("62 07 30 05 A0 03 02 01 05")))
                .doesNotThrowAnyException();
        assertThatCode(() -> Der.check(0x6E, nested(Der.MAX_NESTING))).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource({
        "6E 80 02 01 05 00 00, 'byte 2: the message: a length in the form 80'",
        "6E 84 FF FF FF FF 02, 'byte 6: the message: length is 4294967295, there are 1'",
        "6E 85 01 00 00 00 00, 'byte 2: the message: a length in the form 85'",
        "6E FF, 'byte 2: the message: a length in the form FF'",
        "6E 82 01, 'byte 3: the message: ends here'",
        "6E, 'byte 1: the message: ends here'",
        "6E 81 03 02 01 05, 'byte 3: the message: length 3 is not in its shortest form'",
        "6E 82 00 80 00, 'byte 4: the message: length 128 is not in its shortest form'",
        "6E 04 30 80 00 00, 'byte 4: a value: a length in the form 80'",
        "6E 04 30 03 02 01, 'byte 4: a value: length is 3, there are 2'",
        "6E 03 7F 01 00, 'byte 2: a value: a tag of more than one byte'",
        "30 03 02 01 05, 'byte 0: expects the message (6E), finds 30'"
    })
    void case80_lengthsThatAreIndefiniteOrLie_refused(String value, String message) {
        assertThatThrownBy(() -> Der.check(0x6E, hex(value)))
                .isInstanceOf(KerberosTokenException.class)
                .hasMessage(message);
    }

    @Test
    void case80_nestingDepth1000_refusedWithoutRecursion() {
        for (int deep : new int[] {Der.MAX_NESTING + 1, 1_000, 15_000}) {
            assertThatThrownBy(() -> Der.check(0x6E, nested(deep)))
                    .isInstanceOf(KerberosTokenException.class)
                    .hasMessageEndingWith("nested more than 16 deep");
        }
    }
}
