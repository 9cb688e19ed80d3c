/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
