/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.jaas.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PercentCodeTest {

    @ParameterizedTest
    @CsvSource(
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "alice,alice",
                "a:b,a%3Ab",
                "100%,100%25",
                "#1,%231",
                "' a b ',%20a b%20",
                "' ',%20",
                "'cn=x,o=y','cn%3Dx%2Co%3Dy'",
                "山田,山田",
                "😀,😀",
                "a\\b\"c,a\\b\"c"
            })
    void writesAndReadsNames(String name, String text) {
        assertThat(PercentCode.encode(name)).isEqualTo(text);
        assertThat(PercentCode.decode(text)).isEqualTo(name);
    }

    @Test
    void readsAnyCharacterByItsBytes() {
        assertThat(PercentCode.decode("%41%c3%a9")).isEqualTo("Aé");
    }

    @ParameterizedTest
    @ValueSource(strings = {"%", "a%", "%4", "%G0", "%0G", "100% sure", "%%41", "%+1", "%４１"})
    void refusesAPercentSignWithoutDigits(String text) {
        assertThatThrownBy(() -> PercentCode.decode(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("'%' without two hexadecimal digits");
    }

    @ParameterizedTest
    @ValueSource(strings = {"%C3", "%C0%80", "%FF", "a%ED%A0%80"})
    void refusesBytesThatAreNotUtf8(String text) {
        assertThatThrownBy(() -> PercentCode.decode(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the bytes are not UTF-8");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "%00", "%0A", "a\tb", "%7F", "\u0085"})
    void refusesWhatIsNoName(String text) {
        assertThatThrownBy(() -> PercentCode.decode(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("the name ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a\nb", "a\0", "\uD800"})
    void writesNothingThatCannotBeRead(String name) {
        assertThatThrownBy(() -> PercentCode.encode(name))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("the name ");
    }
}
