/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.connector.guard;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UserKeyTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "alice",
                "ALICE",
                " alice ",
                "\u3000alice",
                "\uFF41\uFF4C\uFF49\uFF43\uFF45",
            })
    void spellingsThatSomeDirectoryTakesForOneNameAreOneKey(String spelling) {
        assertThat(UserKey.of(spelling)).isEqualTo(UserKey.of("alice"));
    }

    @Test
    void lettersWithoutALowerCaseOfTheirOwnAreFoldedToo() {
        assertThat(UserKey.of("stra\u00DFe")).isEqualTo(UserKey.of("STRASSE"));
        assertThat(UserKey.of("\u03A3\u03A3")).isEqualTo(UserKey.of("\u03C3\u03C3"));
        assertThat(UserKey.of("\u212Belvin")).isEqualTo(UserKey.of("a\u030Aelvin"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"alicia", "al ice", "\u00E4lice", "\u0430lice"})
    void otherNamesAreOtherKeys(String other) {
        assertThat(UserKey.of(other)).isNotEqualTo(UserKey.of("alice"));
    }
}
