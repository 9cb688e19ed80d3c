/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.connector.login;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.turnstile.api.LoginUnavailableException;

class LoginConfigurationTest {

    private static final FileTime LONG_AGO = FileTime.from(Instant.parse("2026-01-01T00:00:00Z"));

    @TempDir private Path home;
    private LoginConfiguration configuration;
    private Path file;

    @BeforeEach
    void configuration() {
        configuration = new LoginConfiguration(home);
        file = home.resolve("login.conf");
    }

    @Test
    void anEntryNamesItsModulesInTheirOrder() throws Exception {
        Files.writeString(file, "a { org.x.One sufficient; org.x.Two required oneTime=false; };");
        LoginEntry entry = configuration.find("a").orElseThrow();
        assertThat(entry.modules()).containsExactly("org.x.One", "org.x.Two");
        assertThat(entry.oneTime()).isFalse();
        assertThat(entry.configuration().getAppConfigurationEntry("a")).hasSize(2);
    }

    @Test
    void oneModuleThatSaysSoMakesTheEntryOneTime() throws Exception {
        Files.writeString(file, "a { org.x.One requisite oneTime=\"true\"; org.x.Two required; };");
        assertThat(configuration.find("a").orElseThrow().oneTime()).isTrue();
    }

    @Test
    void anEntryThatIsNotThereIsEmpty() throws Exception {
        Files.writeString(file, "a { org.x.One required; };");
        assertThat(configuration.find("b")).isEmpty();
    }

    @Test
    void noOtherConfigurationIsLookedInto() throws Exception {
        Files.writeString(file, "a { org.x.One required; };");
        assertThat(configuration.find("other")).isEmpty();
    }

    @Test
    void anEditIsPickedUpAtTheNextLogin() throws Exception {
        Files.writeString(file, "a { org.x.One required; };");
        assertThat(configuration.find("a").orElseThrow().modules()).containsExactly("org.x.One");
        Files.writeString(file, "a { org.x.Two required; };");
        assertThat(configuration.find("a").orElseThrow().modules()).containsExactly("org.x.Two");
    }

    @Test
    void aFileThatWasLeftAloneIsReadOnce() throws Exception {
        Files.writeString(file, "a { org.x.One required; };");
        Files.setLastModifiedTime(file, LONG_AGO);
        LoginEntry first = configuration.find("a").orElseThrow();
        assertThat(configuration.find("a").orElseThrow().configuration())
                .isSameAs(first.configuration());
        configuration.forget();
        assertThat(configuration.find("a").orElseThrow().configuration())
                .isNotSameAs(first.configuration());
    }

    @Test
    void aMissingFileIsUnavailableAndComesBack() throws Exception {
        assertThatThrownBy(() -> configuration.find("a"))
                .isInstanceOf(LoginUnavailableException.class)
                .hasMessage(file + ": missing");
        Files.writeString(file, "a { org.x.One required; };");
        assertThat(configuration.find("a")).isPresent();
        Files.delete(file);
        assertThatThrownBy(() -> configuration.find("a")).hasMessage(file + ": missing");
    }

    @Test
    void aBrokenFileIsUnavailableNamesTheLineAndQuotesNothing() throws Exception {
        Files.writeString(file, "a {\n  org.x.One required password \"hunter2\";\n};\n");
        assertThatThrownBy(() -> configuration.find("a"))
                .isInstanceOf(LoginUnavailableException.class)
                .hasMessage(file + ": cannot be parsed, line 2")
                .hasNoCause();
    }

    @Test
    void aBrokenEditIsNotReplacedByWhatWasThereBefore() throws Exception {
        Files.writeString(file, "a { org.x.One required; };");
        assertThat(configuration.find("a")).isPresent();
        Files.writeString(file, "a { org.x.One");
        assertThatThrownBy(() -> configuration.find("a")).hasMessageContaining("cannot be parsed");
    }

    @Test
    void whileTheFileIsRewrittenEveryLookSeesOneStateOfItWhole() throws Exception {
        write(1);
        CompletableFuture<Void> writer =
                CompletableFuture.runAsync(() -> IntStream.range(2, 200).forEach(this::write));
        int last = 0;
        while (!writer.isDone()) {
            int seen = look();
            assertThat(seen).isGreaterThanOrEqualTo(last);
            last = seen;
        }
        writer.join();
        assertThat(look()).isEqualTo(199);
    }

    /** Replaces the file as editors do: written beside it, then moved over it. */
    private void write(int n) {
        try {
            Path beside =
                    Files.writeString(
                            home.resolve("new"), "a { org.x.M%d required; };".formatted(n));
            Files.move(
                    beside,
                    file,
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private int look() throws LoginUnavailableException {
        String module = configuration.find("a").orElseThrow().modules().get(0);
        return Integer.parseInt(module.substring("org.x.M".length()));
    }
}
