/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.connector.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.turnstile.connector.config.SettingsException.Problem;

class SettingsProblemsTest {

    @TempDir private Path home;

    @Test
    void allProblemsAreListedWithFileLineKeyAndValue() throws IOException {
        SettingsException problems =
                problems(
                        "# a comment \\",
                        "requests = many",
                        "",
                        "nosuch = 1",
                        "listener.default.port = \\",
                        "   70000",
                        "listener.default.nosuch = x");
        String file = home.resolve("turnstile.properties").toString();
        assertThat(problems.problems())
                .containsExactly(
                        new Problem(file, 2, "requests", "many", "is no whole number"),
                        new Problem(file, 4, "nosuch", "1", "no such key"),
                        new Problem(file, 5, "listener.default.port", "70000", "is not 0 to 65535"),
                        new Problem(file, 7, "listener.default.nosuch", "x", "no such key"));
        assertThat(problems)
                .hasMessageContaining(file + ":2: requests = 'many': is no whole number\n")
                .hasMessageContaining(file + ":5: listener.default.port = '70000'");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "requests | 0 | is not 1 to 10000",
                "requests | -1 | is no whole number",
                "requests | 1k | is no whole number",
                "requests | 999999999999 | is not 1 to 10000",
                "requests | 9999999999999999999999 | is no whole number",
                "loginTimeout | 10 | is no duration such as 500ms, 30s, 5m or 1h",
                "loginTimeout | 99ms | is not 100ms to 10m",
                "loginTimeout | 11m | is not 100ms to 10m",
                "eventLoops | 65 | is not 0 to 64",
                "port | 11112 | no such key",
                "archive. | 1 | no such key",
                "archived.pageSize | 1 | no such key",
                "listener.default.requests | 1 | no such key",
                "listener.default.artim | 2d | is no duration such as 500ms, 30s, 5m or 1h",
                "listener.default.window | 4095 | is not 4k to 128m",
                "listener.default.window | 1g | is no size such as 4096, 256k or 1m",
                "listener.default.maxUserName | 65530 | is not 1 to 65529",
                "listener.default.presentationContexts | 129 | is not 1 to 128",
                "listener.default.anonymousEcho | yes | is not true or false",
                "listener.default.userIdentity | required"
                        + " | is not one of REQUIRED, OPTIONAL, NONE",
                "listener.default.trustUsername | '' | is not one of NEVER, SECURE_PEER, ALWAYS",
                "listener.default.bindAddress | '' | '' is no address or host name",
                "listener.default.bindAddress | a b | 'a b' is no address or host name",
                "listener.default.aeTitles | A,,B | '' is no AE title of 1 to 16 characters",
                "listener.default.aeTitles | A234567890123456X"
                        + " | 'A234567890123456X' is no AE title of 1 to 16 characters",
                "listener.default.aeTitles | A,A | 'A' stands twice",
                "listener.default.jwtLogin | '' | '' is no name without blanks",
                "listener.default.requiredRoles | a b | 'a b' is no name without blanks",
                "listener.default.callerPrincipalClasses | ''"
                        + " | is not list of at least one name",
                "listener.default.transferSyntaxes | 1.02 | '1.02' is no UID",
                "listener..port | 1 | listener name '' is not 1 to 32 letters, digits, _ or -",
                "listener.port | 1 | listener name '' is not 1 to 32 letters, digits, _ or -",
                "listener.a b.port | 1"
                        + " | listener name 'a b' is not 1 to 32 letters, digits, _ or -",
                "listener.a.b.port | 1"
                        + " | listener name 'a.b' is not 1 to 32 letters, digits, _ or -",
            })
    void aBadEntryIsNamed(String key, String value, String message) throws IOException {
        String escaped = key.replace(" ", "\\ ");
        assertThat(problems(escaped + "=" + value).problems())
                .extracting(Problem::line, Problem::key, Problem::value, Problem::message)
                .containsExactly(tuple(1, key, value, message));
    }

    @Test
    void aKeyThatStandsTwiceIsAProblemOfTheSecond() throws IOException {
        assertThat(problems("logins=1", "logins=2").problems())
                .extracting(Problem::toString)
                .containsExactly(
                        home.resolve(Settings.FILE)
                                + ":2: logins = '2': stands twice, first on line 1");
    }

    @Test
    void aBrokenEscapeIsAProblemOfItsLine() throws IOException {
        assertThat(problems("logins=1", "requests=\\u12").problems())
                .extracting(Problem::line)
                .containsExactly(2);
    }

    @Test
    void aFileThatIsNotUtf8OrTooLongIsNotRead() throws IOException {
        Files.write(home.resolve(Settings.FILE), new byte[] {'#', (byte) 0xC3, 0x28});
        assertThat(read().problems()).extracting(Problem::message).containsExactly("is not UTF-8");
        Files.write(home.resolve(Settings.FILE), new byte[PropertiesFile.MAX_LENGTH + 1]);
        assertThat(read().problems())
                .extracting(Problem::message)
                .containsExactly("has 1048577 bytes, more than 1048576");
    }

    @Test
    void aFolderInPlaceOfTheFileIsAProblem() throws IOException {
        Files.createDirectory(home.resolve(Settings.FILE));
        assertThat(read().problems().get(0).message()).startsWith("cannot be read");
    }

    @Test
    void moreThanAThousandListenersAreRefused() throws IOException {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 1001; i++) {
            text.append("listener.l").append(i).append(".port=").append(20000 + i).append('\n');
        }
        assertThat(problems(text.toString()).problems())
                .extracting(Problem::key, Problem::message)
                .containsExactly(
                        tuple("listener.l999.port", "more than 1000 listeners"),
                        tuple("listener.l1000.port", "more than 1000 listeners"));
    }

    @Test
    void twoListenersOfOnePortThatServeAnyTitleAreNamedBoth() throws IOException {
        assertThat(problems("listener.main.parsing = STRICT").problems())
                .containsExactly(
                        new Problem(
                                home.resolve(Settings.FILE).toString(),
                                0,
                                "listener.main.aeTitles",
                                "",
                                "listeners 'default' and 'main' share 127.0.0.1:11112:"
                                        + " both serve any called AE title"));
    }

    @Test
    void aTitleServedTwiceOnOnePortIsNamedWithBothListeners() throws IOException {
        assertThat(
                        problems(
                                        "listener.a.aeTitles = ONE,TWO,THREE",
                                        "listener.b.aeTitles = TWO,THREE,FOUR")
                                .problems())
                .extracting(Problem::line, Problem::key, Problem::value, Problem::message)
                .containsExactly(
                        tuple(
                                2,
                                "listener.b.aeTitles",
                                "THREE, TWO",
                                "listeners 'a' and 'b' share 127.0.0.1:11112: served by both"));
    }

    @ParameterizedTest
    @CsvSource({
        "artim,29s",
        "maxConnections,3999",
        "associateLength,65536",
        "maximumLength,65536",
        "presentationContexts,127",
        "items,255"
    })
    void whatAppliesBeforeTheTitleIsReadMustBeEqual(String key, String value) throws IOException {
        List<Problem> problems =
                problems("listener.b.aeTitles = B", "listener.b." + key + " = " + value).problems();
        assertThat(problems)
                .extracting(Problem::line, Problem::key)
                .containsExactly(tuple(2, "listener.b." + key));
        assertThat(problems.get(0).message())
                .isEqualTo(
                        "listeners 'default' and 'b' share 127.0.0.1:11112:"
                                + " must be equal on one port");
    }

    private SettingsException problems(String... lines) throws IOException {
        Files.writeString(
                home.resolve(Settings.FILE), String.join("\n", lines), StandardCharsets.UTF_8);
        return read();
    }

    private SettingsException read() {
        return catchThrowableOfType(SettingsException.class, () -> Settings.read(home));
    }
}
