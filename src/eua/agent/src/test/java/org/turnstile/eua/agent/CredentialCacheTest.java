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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CredentialCacheTest {

    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    @TempDir private Path folder;

    @ParameterizedTest
    @CsvSource({
        "FILE:/tmp/mine, /tmp/mine",
        "file:/tmp/mine, /tmp/mine",
        "/tmp/mine, /tmp/mine",
    })
    void givenTheVariable_thenItNamesTheFile(String value, Path file) throws Exception {
        assertThat(find(value, "default_ccache_name = KCM:").file()).isEqualTo(file);
    }

    @ParameterizedTest
    @CsvSource({
        "FILE:/tmp/krb5cc_%{uid}, /tmp/krb5cc_1000",
        "/run/user/%{euid}/cc, /run/user/1000/cc",
        "%{TEMP}/cc, /tmp/cc",
    })
    void givenTheSetting_thenItNamesTheFileAndItsVariablesAreFilledIn(String value, Path file)
            throws Exception {
        assertThat(find("", "default_ccache_name = " + value).file()).isEqualTo(file);
    }

    @Test
    void givenNeither_thenTheUsualFileOfTheUserIsMeant() throws Exception {
        assertThat(find("", "").file()).isEqualTo(Path.of("/tmp/krb5cc_1000"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"KCM:", "KCM:1000", "DIR:/tmp/cc", "KEYRING:persistent:1000"})
    void givenACacheThatIsNoFile_thenAPersonLearnsWhatToDo(String value) {
        String form = value.substring(0, value.indexOf(':'));
        assertThatThrownBy(() -> find(value, ""))
                .isInstanceOf(AgentException.class)
                .hasMessageStartingWith("KRB5CCNAME=" + value)
                .hasMessageContaining("form FILE only, not " + form)
                .hasMessageContaining("set KRB5CCNAME=FILE:PATH");
        assertThatThrownBy(() -> find("", "default_ccache_name = " + value))
                .hasMessageStartingWith("default_ccache_name in " + folder.resolve("krb5.conf"));
    }

    @Test
    void givenAVariableThatNobodyKnows_thenItIsNamed() {
        assertThatThrownBy(() -> find("", "default_ccache_name = FILE:/tmp/%{moon}"))
                .isInstanceOf(AgentException.class)
                .hasMessageContaining("%{moon}: unknown variable");
    }

    @Test
    void givenAGoodTicket_thenItsUserIsSaid() throws Exception {
        assertThat(cache(NOON).check(NOON.minusSeconds(1))).isEqualTo("alice@EXAMPLE.ORG");
    }

    @Test
    void givenAnExpiredTicket_thenItIsSaidSinceWhen() throws Exception {
        CredentialCache cache = cache(NOON);
        assertThatThrownBy(() -> cache.check(NOON))
                .isInstanceOfSatisfying(
                        AgentException.class,
                        e -> assertThat(e.kind()).isEqualTo(AgentException.Kind.TICKET))
                .hasMessageContaining("alice@EXAMPLE.ORG")
                .hasMessageContaining("expired at 2026-11-22T12:00:00Z; kinit gets a new one");
    }

    @Test
    void givenNoCacheOrNoTicketOrNoSuchFormat_thenEachIsSaid() throws Exception {
        assertThatThrownBy(() -> new CredentialCache(folder.resolve("absent")).check(NOON))
                .isInstanceOf(AgentException.class)
                .hasMessageContaining("there is no credential cache")
                .hasMessageContaining("kinit makes one");
        CredentialCache empty = cache(CacheBytes.ofAlice().toBytes());
        assertThatThrownBy(() -> empty.check(NOON))
                .hasMessageContaining("no ticket-granting ticket of alice@EXAMPLE.ORG");
        CredentialCache text = cache(new byte[] {'h', 'e', 'l', 'l', 'o'});
        assertThatThrownBy(() -> text.check(NOON))
                .isInstanceOfSatisfying(
                        AgentException.class,
                        e -> assertThat(e.kind()).isEqualTo(AgentException.Kind.FILE))
                .hasMessageContaining("no credential cache: it begins with 6865H");
    }

    private CredentialCache cache(Instant end) throws IOException {
        return cache(
                CacheBytes.ofAlice().ticket(end, "EXAMPLE.ORG", "krbtgt", "EXAMPLE.ORG").toBytes());
    }

    private CredentialCache cache(byte[] bytes) throws IOException {
        return new CredentialCache(Files.write(folder.resolve("cache"), bytes));
    }

    private CredentialCache find(String variable, String setting)
            throws AgentException, IOException {
        Path file = folder.resolve("krb5.conf");
        Files.writeString(file, "[libdefaults]\n" + setting + "\n");
        KerberosConfiguration configuration =
                KerberosConfiguration.find(Map.of(), Optional.of(file.toString()), file);
        return CredentialCache.find(Map.of("KRB5CCNAME", variable), configuration, () -> 1000);
    }
}
