/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.eua.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeytabKeyTest {

    private static final String ALICE = "alice@EXAMPLE.ORG";

    @TempDir private Path folder;

    @Test
    void givenAKeyOfThePrincipal_thenItIsGood() throws Exception {
        assertThat(new KeytabKey(keytab(), ALICE).check(Instant.EPOCH)).isEqualTo(ALICE);
    }

    @Test
    void givenNoKeyOfThePrincipal_thenItIsSaid() throws Exception {
        KeytabKey bob = new KeytabKey(keytab(), "bob@EXAMPLE.ORG");
        assertThatThrownBy(() -> bob.check(Instant.EPOCH))
                .isInstanceOfSatisfying(
                        AgentException.class,
                        e -> assertThat(e.kind()).isEqualTo(AgentException.Kind.FILE))
                .hasMessageContaining("no key of bob@EXAMPLE.ORG");
    }

    @Test
    void givenNoFile_thenItIsSaid() {
        KeytabKey absent = new KeytabKey(folder.resolve("absent"), ALICE);
        assertThatThrownBy(() -> absent.check(Instant.EPOCH))
                .isInstanceOf(AgentException.class)
                .hasMessageContaining("absent: there is no such file");
    }

    @Test
    void givenANameThatIsNoPrincipal_thenItIsSaid() throws Exception {
        KeytabKey nobody = new KeytabKey(keytab(), "@EXAMPLE.ORG");
        assertThatThrownBy(() -> nobody.check(Instant.EPOCH))
                .isInstanceOf(AgentException.class)
                .hasMessageContaining("'@EXAMPLE.ORG' is no principal");
    }

    @Test
    void givenANameWithoutRealm_thenItIsInTheDefaultRealm() throws Exception {
        Path file = folder.resolve("krb5.conf");
        Files.writeString(file, "[libdefaults]\ndefault_realm = EXAMPLE.ORG\n");
        KerberosConfiguration configuration =
                KerberosConfiguration.find(Map.of(), Optional.of(file.toString()), file);
        assertThat(KeytabKey.of(file, "alice", configuration).principal()).isEqualTo(ALICE);
        assertThat(KeytabKey.of(file, "bob@B.ORG", configuration).principal())
                .isEqualTo("bob@B.ORG");
    }

    @Test
    void givenNeitherRealmNorDefault_thenItIsSaid() throws Exception {
        Path absent = folder.resolve("absent");
        KerberosConfiguration none = KerberosConfiguration.find(Map.of(), Optional.empty(), absent);
        assertThatThrownBy(() -> KeytabKey.of(absent, "alice", none))
                .isInstanceOf(AgentException.class)
                .hasMessageContaining("principal 'alice' has no @REALM");
    }

    private Path keytab() throws IOException {
        return KeytabBytes.write(folder.resolve("keytab"), "EXAMPLE.ORG", "alice");
    }
}
