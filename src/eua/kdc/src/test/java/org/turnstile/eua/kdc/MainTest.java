/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.eua.kdc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MainTest {
    @TempDir private Path home;

    private static InputStream input(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    private MainArguments arguments() throws KdcException {
        return MainArguments.parse(
                "--home", home.toString(), "--port", "0", "--service", "dicom/localhost");
    }

    @Test
    void itWritesWhatClientsAndServiceNeedAndEndsWithItsInput() throws Exception {
        Main.run(arguments(), input("alice secret\nbob a passcode with spaces\n\nignored\n"));

        assertThat(home.resolve("keytab")).isNotEmptyFile();
        assertThat(home.resolve("krb5.conf"))
                .content()
                .contains("default_realm = TURNSTILE.TEST")
                .containsPattern("kdc = 127\\.0\\.0\\.1:[1-9][0-9]*\n");
        assertThat(Files.readAllLines(home.resolve("kdc/principals")))
                .extracting(line -> line.split(" ")[1])
                .contains("alice@TURNSTILE.TEST", "bob@TURNSTILE.TEST");
    }

    @Test
    void aLineThatIsNoUserIsNotRepeated() {
        assertThatThrownBy(() -> Main.run(arguments(), input("hunter2\n")))
                .isInstanceOf(KdcException.class)
                .hasMessageNotContaining("hunter2");
    }

    @Test
    void whatIsNotSaidIsTheDemos() throws Exception {
        MainArguments arguments = MainArguments.parse("--home", "/x");

        assertThat(arguments.port()).isEqualTo(10_088);
        assertThat(arguments.address()).isEqualTo("127.0.0.1");
        assertThat(arguments.realm()).isEqualTo("TURNSTILE.TEST");
        assertThat(arguments.services()).isEmpty();
    }

    @Test
    void anArgumentThatIsWrongIsNamed() {
        refused("--home is missing");
        refused("--home lacks its value", "--home");
        refused("--colour is unknown", "--colour", "red");
        refused("--port is no number: eleven", "--home", "/x", "--port", "eleven");
    }

    private static void refused(String message, String... args) {
        assertThatThrownBy(() -> MainArguments.parse(args))
                .isInstanceOf(KdcException.class)
                .hasMessage(message);
    }
}
