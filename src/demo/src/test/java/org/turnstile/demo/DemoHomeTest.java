/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.turnstile.jaas.otp.code.OtpAlgorithm;

class DemoHomeTest {

    @TempDir private Path folder;

    @Test
    void aNewHomeHasAccountsThatOnlyTheirOwnerCanRead() throws IOException, DemoException {
        DemoHome home = new DemoHome(folder.resolve("home"));
        home.prepare();

        assertThat(home.port()).isEqualTo(11112);
        Path users = folder.resolve("home/users");
        assertThat(Files.readAllLines(users))
                .extracting(line -> line.split(":")[0])
                .contains("chief", "radiologist", "referrer", "modality");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(users)))
                .isEqualTo("rw-------");
        assertThat(folder.resolve("home/access")).isNotEmptyFile();
    }

    @Test
    void whatIsThereAlreadyIsKept() throws IOException, DemoException {
        DemoHome home = new DemoHome(folder);
        Files.writeString(folder.resolve("users"), "# mine\n");
        Files.writeString(folder.resolve("turnstile.properties"), "listener.default.port = 4242\n");
        home.prepare();

        assertThat(folder.resolve("users")).hasContent("# mine");
        assertThat(home.port()).isEqualTo(4242);
    }

    @Test
    void aNewHomeHasAnEntryForTicketsAndAnEarlierOneMayHaveNone()
            throws IOException, DemoException {
        DemoHome home = new DemoHome(folder);
        home.prepare();
        assertThat(home.knowsKerberos()).isTrue();

        Files.writeString(folder.resolve("login.conf"), "turnstile-passcode {\n};\n");
        assertThat(home.knowsKerberos()).isFalse();
    }

    @Test
    void aNewHomeHasAUserWithOneTimePasscodes() throws IOException, DemoException {
        DemoHome home = new DemoHome(folder);
        home.prepare();

        assertThat(home.knowsOneTimePasscodes()).isTrue();
        Path otp = folder.resolve("otp");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(otp)))
                .isEqualTo("rw-------");
        byte[] passPhrase = "one-time-pass-phrase".getBytes(StandardCharsets.US_ASCII);
        String first = HexFormat.of().withUpperCase().toHexDigits(value(passPhrase));
        assertThat(Files.readAllLines(otp)).contains("one-time:otp-sha1:500:demo:" + first + ":-");

        Files.writeString(folder.resolve("login.conf"), "turnstile-passcode {\n};\n");
        assertThat(home.knowsOneTimePasscodes()).isFalse();
    }

    private static long value(byte[] passPhrase) {
        return OtpAlgorithm.SHA1.value(passPhrase, "demo", 500);
    }

    @Test
    void anAddressThatOthersReachIsRefused() throws IOException {
        Files.writeString(
                folder.resolve("turnstile.properties"), "listener.default.bindAddress = 0.0.0.0\n");
        assertThatThrownBy(() -> new DemoHome(folder).prepare())
                .isInstanceOf(DemoException.class)
                .hasMessageContaining("listener.default.bindAddress = 0.0.0.0")
                .hasMessageContaining("loopback");
    }

    @Test
    void aPortThatIsNoNumberIsNamed() throws IOException {
        Files.writeString(
                folder.resolve("turnstile.properties"), "listener.default.port = eleven\n");
        assertThatThrownBy(() -> new DemoHome(folder).port())
                .isInstanceOf(DemoException.class)
                .hasMessageContaining("'eleven'");
    }
}
