/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.jaas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.turnstile.api.LoginUnavailableException;

class LoginOptionsTest {

    private enum Knob implements LoginOption {
        ON("on", OptionType.FLAG, "false"),
        FILE("file", OptionType.FILE, "some"),
        TIME("time", OptionType.SECONDS, "7"),
        CLASSES("classes", OptionType.CLASSES, "a.B,c.D"),
        NAMES("names", OptionType.NAMES, ""),
        JNDI("jndi", OptionType.JNDI, "");

        private final OptionFacts facts;

        Knob(String key, OptionType type, String defaultValue) {
            this.facts = new OptionFacts(key, type, defaultValue, "For tests.");
        }

        @Override
        public OptionFacts facts() {
            return facts;
        }

        @Override
        public int most() {
            return 60;
        }
    }

    private static LoginOptions read(Map<String, ?> given) throws LoginUnavailableException {
        return LoginOptions.read("SomeModule", List.of(Knob.values()), given);
    }

    @Test
    void whatIsNotGivenHasItsDefault() throws Exception {
        LoginOptions options = read(Map.of());

        assertThat(options.flag(Knob.ON)).isFalse();
        assertThat(options.number(Knob.TIME)).isEqualTo(7);
        assertThat(options.classes(Knob.CLASSES)).containsExactly("a.B", "c.D");
        assertThat(options.file(Knob.FILE, Path.of("/home"))).contains(Path.of("/home/some"));
    }

    @Test
    void whatIsGivenCounts() throws Exception {
        LoginOptions options =
                read(
                        Map.of(
                                "on",
                                "TRUE",
                                "time",
                                " 60 ",
                                "classes",
                                "x.Y , z.Z",
                                "file",
                                "a/../b"));

        assertThat(options.flag(Knob.ON)).isTrue();
        assertThat(options.number(Knob.TIME)).isEqualTo(60);
        assertThat(options.classes(Knob.CLASSES)).containsExactly("x.Y", "z.Z");
        assertThat(options.file(Knob.FILE, Path.of("/home"))).contains(Path.of("/home/b"));
    }

    @Test
    void namesAndAJndiNameMayBeGivenOrNot() throws Exception {
        LoginOptions none = read(Map.of("names", " "));
        assertThat(none.names(Knob.NAMES)).isEmpty();
        assertThat(none.jndiName(Knob.JNDI)).isEmpty();

        LoginOptions given = read(Map.of("names", "b , a", "jndi", "java:/DS"));
        assertThat(given.names(Knob.NAMES)).containsExactly("b", "a");
        assertThat(given.jndiName(Knob.JNDI)).contains("java:/DS");
    }

    @Test
    void anAbsoluteFileStaysWhereItIs() throws Exception {
        assertThat(read(Map.of("file", "/etc/users")).file(Knob.FILE, Path.of("/home")))
                .contains(Path.of("/etc/users"));
    }

    @ParameterizedTest
    @CsvSource({
        "on, yes, is neither true nor false",
        "on, '', is neither true nor false",
        "time, 61, is not 0 to 60",
        "time, -1, is not 0 to 60",
        "time, 1.5, is not 0 to 60",
        "time, '', is not 0 to 60",
        "time, 99999999999999999999, is not 0 to 60",
        "time, ٣, is not 0 to 60",
        "file, '', is no path of a file",
        "file, /, is no path of a file",
        "classes, 'a.B,,c.D', lacks a class name",
        "classes, '', lacks a class name",
        "names, 'a, ,b', lacks a name",
        "jndi, ldap://host/ds, 'is not in java:'"
    })
    void aBadValueIsNamedWithModuleAndOption(String key, String value, String fault) {
        assertThatThrownBy(() -> read(Map.of(key, value)))
                .isInstanceOf(LoginUnavailableException.class)
                .hasMessage("SomeModule: option " + key + "=" + value + ": " + fault);
    }

    @Test
    void aPathThatTheSystemCannotHaveIsABadValue() {
        assertThatThrownBy(() -> read(Map.of("file", "a\0b")))
                .isInstanceOf(LoginUnavailableException.class)
                .hasMessageContaining("is no path of a file");
    }

    @Test
    void anUnknownOptionIsNamedWithThoseThatThereAre() {
        assertThatThrownBy(() -> read(Map.of("tiem", "3", "debug", "true")))
                .isInstanceOf(LoginUnavailableException.class)
                .hasMessage(
                        "SomeModule: option debug, tiem is unknown; there are:"
                                + " on, file, time, classes, names, jndi");
    }
}
