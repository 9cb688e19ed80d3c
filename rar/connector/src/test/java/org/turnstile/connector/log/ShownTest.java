/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.connector.log;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShownTest {

    @ParameterizedTest
    @CsvSource({"000A", "000D", "0000", "001B", "0085", "2028", "2029", "202E", "2066", "D800"})
    void whatSplitsOrTurnsALogEntry_isWrittenAsItsCode(String code) {
        String bad = Character.toString(Integer.parseInt(code, 16));

        assertThat(Shown.text("a" + bad + "b")).isEqualTo("a\\u" + code + "b");
    }

    @Test
    void anyOtherText_staysAsItIs() {
        String text = " M\u00FCller \u5C71\u7530 \uD83D\uDE00 <script>&\" ";

        assertThat(Shown.text(text)).isEqualTo(text);
    }
}
