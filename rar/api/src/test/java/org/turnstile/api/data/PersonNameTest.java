/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.api.data;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PersonNameTest {

    @Test
    void aNameHasThreeGroupsOfFiveComponents() {
        PersonName name = PersonName.parse("Adams^John Robert Quincy^^Rev.^B.A. M.Div.");
        assertThat(name.familyName()).isEqualTo("Adams");
        assertThat(name.givenName()).isEqualTo("John Robert Quincy");
        assertThat(PersonName.components(name.alphabetic()))
                .containsExactly("Adams", "John Robert Quincy", "", "Rev.", "B.A. M.Div.");
        assertThat(name.ideographic()).isEmpty();
    }

    @Test
    void emptyGroupsAtTheEndAreNotWritten() {
        assertThat(new PersonName("Yamada^Tarou", "山田^太郎", "やまだ^たろう"))
                .hasToString("Yamada^Tarou=山田^太郎=やまだ^たろう");
        assertThat(new PersonName("", "山田", "")).hasToString("=山田");
        assertThat(PersonName.parse("=山田")).isEqualTo(new PersonName("", "山田", ""));
        assertThat(PersonName.components("")).containsExactly("", "", "", "", "");
    }
}
