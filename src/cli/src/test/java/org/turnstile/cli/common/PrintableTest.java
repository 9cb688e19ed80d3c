/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.cli.common;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PrintableTest {

    @Test
    void whatCommandsATerminalIsNotPrinted() {
        assertThat(Printable.of("full\u001B[2J\r\nOK\u009B1m")).isEqualTo("full?[2J??OK?1m");
    }

    @Test
    void lettersOfAllScriptsArePrinted() {
        assertThat(Printable.of("Müller 山田 😀")).isEqualTo("Müller 山田 😀");
    }
}
