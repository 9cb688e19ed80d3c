/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.jaas.ldap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NameTemplateTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\'',
            value = {
                "alice|uid=alice,ou=people",
                "a,ou=x|uid=a\\,ou=x,ou=people",
                "a+b|uid=a\\+b,ou=people",
                "a\"b|uid=a\\\"b,ou=people",
                "' a '|'uid=\\ a\\ ,ou=people'",
                "#a|uid=\\#a,ou=people",
                "{dn}|uid={dn},ou=people",
                "{name}|uid={name},ou=people"
            })
    void aNameStaysWithinItsPlaceInADn(String name, String dn) {
        assertThat(NameTemplate.dn("uid={name},ou=people").fillDn(name)).isEqualTo(dn);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "alice|(&(uid=alice)(member=cn=x))",
                "*|(&(uid=\\2a)(member=cn=x))",
                "a)(b|(&(uid=a\\29\\28b)(member=cn=x))",
                "a\\b|(&(uid=a\\5cb)(member=cn=x))",
                "{dn}|(&(uid={dn})(member=cn=x))"
            })
    void aNameStaysWithinItsPlaceInAFilter(String name, String filter) throws Exception {
        assertThat(NameTemplate.filter("(&(uid={name})(member={dn}))").fillFilter(name, "cn=x"))
                .hasToString(filter);
    }

    @ParameterizedTest
    @ValueSource(strings = {"uid=alice,ou=people", "uid={dn}", "{name}", "uid={name},", "{name}@x"})
    void aDnWithoutAPlaceForTheNameIsRefused(String text) {
        assertThatThrownBy(() -> NameTemplate.dn(text))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"(uid=*)", "(uid={name}", "uid={NAME}", "(&({name}))"})
    void aFilterWithoutAPlaceForTheUserIsRefused(String text) {
        assertThatThrownBy(() -> NameTemplate.filter(text))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void itsTextIsTheOptions() {
        assertThat(NameTemplate.filter("(uid={name})")).hasToString("(uid={name})");
    }
}
