/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.cli.common;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SecretsTest {

    @TempDir private Path folder;

    @ParameterizedTest
    @CsvSource({
        "'secret', 'secret'",
        "'secret\n', 'secret'",
        "'secret\r\n', 'secret'",
        "' spaces stay \n', ' spaces stay '",
        "'', ''",
        "'\n', ''"
    })
    void theLineEndOfAPasscodeFileIsNoPartOfThePasscode(String content, String passcode)
            throws Exception {
        assertThat(Secrets.line("-", stdin(content))).asString().isEqualTo(passcode);
        Path file = Files.writeString(folder.resolve("passcode"), content);
        assertThat(Secrets.line(file.toString(), stdin(""))).asString().isEqualTo(passcode);
    }

    @Test
    void twoLinesAreRefusedWithoutShowingThem() {
        assertThatThrownBy(() -> Secrets.line("-", stdin("one\ntwo")))
                .isInstanceOf(CommandFailedException.class)
                .hasMessage("-: more than one line");
    }

    @Test
    void whatCannotFitIntoAnIdentityIsNotReadToItsEnd() {
        InputStream endless =
                new InputStream() {
                    @Override
                    public int read() {
                        return 'x';
                    }
                };
        assertThatThrownBy(() -> Secrets.line("-", endless)).hasMessage("-: more than 65535 bytes");
    }

    @Test
    void linesOfStandardInputComeOneByOne() throws Exception {
        InputStream stdin = stdin("one\r\n\ntwo");
        assertThat(Secrets.nextLine(stdin)).asString().isEqualTo("one");
        assertThat(Secrets.nextLine(stdin)).isEmpty();
        assertThat(Secrets.nextLine(stdin)).asString().isEqualTo("two");
        assertThat(Secrets.nextLine(stdin)).isEmpty();
    }

    @Test
    void aLineThatIsTooLongIsNotReadToItsEnd() throws Exception {
        String most = "x".repeat(Secrets.MOST_LINE);
        assertThat(Secrets.nextLine(stdin(most + "\n"))).hasSize(Secrets.MOST_LINE);
        assertThatThrownBy(() -> Secrets.nextLine(stdin(most + "x")))
                .isInstanceOf(CommandFailedException.class)
                .hasMessage("standard input: the line has more than 1024 bytes");
    }

    @Test
    void whatWasTypedGoesIntoUtf8AndIsWiped() throws Exception {
        char[] typed = "Mü山".toCharArray();
        assertThat(Secrets.utf8(typed)).isEqualTo("Mü山".getBytes(StandardCharsets.UTF_8));
        assertThat(typed).containsOnly('\0');
        assertThatThrownBy(() -> Secrets.utf8(new char[] {'\uD800'}))
                .isInstanceOf(CommandFailedException.class)
                .hasMessageContaining("surrogate");
    }

    @Test
    void aFolderIsNoFile() {
        assertThatThrownBy(() -> Secrets.bytes(folder))
                .isInstanceOf(CommandFailedException.class)
                .hasMessageContaining("cannot be read");
    }

    @Test
    void wipingLeavesZeros() {
        byte[] bytes = {1, 2};
        char[] chars = {'a'};
        Secrets.wipe(bytes);
        Secrets.wipe(chars);
        assertThat(bytes).containsOnly(0);
        assertThat(chars).containsOnly('\0');
    }

    private static InputStream stdin(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }
}
