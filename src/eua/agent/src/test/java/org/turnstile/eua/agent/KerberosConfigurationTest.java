/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.eua.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KerberosConfigurationTest {

    @TempDir private Path folder;

    @Test
    void givenTheVariable_thenItsFirstFileThatIsThereIsTaken() throws Exception {
        Path file = write("krb5.conf", "");
        String list = folder.resolve("absent") + File.pathSeparator + file;
        assertThat(find(list, Optional.of("/not/looked/at")).file()).contains(file);
    }

    @Test
    void givenTheSystemProperty_thenItComesBeforeTheUsualFile() throws Exception {
        write("usual", "");
        Path file = write("krb5.conf", "");
        assertThat(find("", Optional.of(file.toString())).file()).contains(file);
    }

    @Test
    void givenNothing_thenTheUsualFileIsTakenIfThereIsOne() throws Exception {
        KerberosConfiguration none = find("", Optional.empty());
        assertThat(none.file()).isEmpty();
        assertThat(none.libDefault("default_realm")).isEmpty();
        Path usual = write("usual", "");
        assertThat(find("", Optional.empty()).file()).contains(usual);
    }

    @Test
    void givenANameOfNoFile_thenItIsSaid() {
        String absent = folder.resolve("absent").toString();
        assertThatThrownBy(() -> find(absent, Optional.empty()))
                .isInstanceOfSatisfying(
                        AgentException.class,
                        e -> assertThat(e.kind()).isEqualTo(AgentException.Kind.FILE))
                .hasMessage("KRB5_CONFIG=" + absent + ": there is no such file to read");
        assertThatThrownBy(() -> find("", Optional.of(absent)))
                .hasMessageStartingWith("java.security.krb5.conf=");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[libdefaults]\n default_realm = EXAMPLE.ORG",
                "[libdefaults]\ndefault_realm=\"EXAMPLE.ORG\"\n",
                """
                # comment
                [logging]
                default_realm = NOT.THIS
                [libdefaults]
                \tdefault_realm\t=  EXAMPLE.ORG\r
                default_realm = NOR.THIS
                """,
                """
                [libdefaults]
                #default_realm = NOT.THIS
                ;default_realm = NOR.THIS
                default_realm = EXAMPLE.ORG # M\u00FCnchen
                """
            })
    void givenAValueAmongOthers_thenItIsFound(String text) throws Exception {
        Path file = write("krb5.conf", text);
        assertThat(
                        find(file.toString(), Optional.empty())
                                .libDefault("default_realm")
                                .orElseThrow())
                .startsWith("EXAMPLE.ORG");
    }

    @Test
    void givenIncludedFiles_thenTheyAreReadWhereTheyStand() throws Exception {
        Files.createDirectory(folder.resolve("d"));
        write("d/kcm", "[libdefaults]\n default_ccache_name = KCM:\n");
        write("d/kcm.rpmsave", "[libdefaults]\n default_realm = NOT.THIS\n");
        write("more", "[libdefaults]\n default_realm = EXAMPLE.ORG\n");
        Path file =
                write(
                        "krb5.conf",
                        "includedir "
                                + folder.resolve("d")
                                + "\ninclude "
                                + folder.resolve("more"));
        KerberosConfiguration configuration = find(file.toString(), Optional.empty());
        assertThat(configuration.libDefault("default_ccache_name")).contains("KCM:");
        assertThat(configuration.libDefault("default_realm")).contains("EXAMPLE.ORG");
    }

    @Test
    void givenAFileThatIncludesItself_thenThereIsAnEnd() throws Exception {
        Path file = folder.resolve("krb5.conf");
        Files.writeString(file, "include " + file);
        KerberosConfiguration configuration = find(file.toString(), Optional.empty());
        assertThatThrownBy(() -> configuration.libDefault("default_realm"))
                .isInstanceOf(AgentException.class)
                .hasMessageContaining("included more than 10 deep");
    }

    @Test
    void givenAFileThatIsTooLong_thenItIsNotRead() throws Exception {
        Path file = folder.resolve("krb5.conf");
        Files.write(file, new byte[LibDefaults.MOST_BYTES + 1]);
        KerberosConfiguration configuration = find(file.toString(), Optional.empty());
        assertThatThrownBy(() -> configuration.libDefault("default_realm"))
                .isInstanceOf(AgentException.class)
                .hasMessageContaining("more than 1048576 bytes");
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private KerberosConfiguration find(String variable, Optional<String> property)
            throws AgentException {
        return KerberosConfiguration.find(
                Map.of("KRB5_CONFIG", variable), property, folder.resolve("usual"));
    }
}
