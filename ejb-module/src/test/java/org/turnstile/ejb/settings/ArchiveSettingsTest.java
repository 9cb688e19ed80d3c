/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.ejb.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ArchiveSettingsTest {

    @Test
    void anEmptyFileMeansTheDefaultsWhichRefuse() {
        assertThat(ArchiveSettings.of(Map.of()))
                .isEqualTo(
                        new ArchiveSettings(
                                UnverifiedUsers.ANONYMOUS,
                                AccessFailure.NOT_AUTHORIZED,
                                Duration.ofSeconds(5),
                                Duration.ofSeconds(10)));
    }

    @Test
    void everyKeyCounts() {
        Map<String, String> given =
                Map.of(
                        "archive.unverifiedUsers", "TRUSTED",
                        "archive.accessFailure", "OUT_OF_RESOURCES",
                        "archive.accessTimeout", "30s",
                        "archive.databaseTimeout", "5m");

        assertThat(ArchiveSettings.of(given))
                .isEqualTo(
                        new ArchiveSettings(
                                UnverifiedUsers.TRUSTED,
                                AccessFailure.OUT_OF_RESOURCES,
                                Duration.ofSeconds(30),
                                Duration.ofMinutes(5)));
    }

    @ParameterizedTest
    @CsvSource({
        "archive.unverifiedUsers, trusted",
        "archive.accessFailure, 0124H",
        "archive.accessTimeout, 0s",
        "archive.accessTimeout, 61s",
        "archive.databaseTimeout, 10",
        "archive.databaseTimeout, 999ms",
        "archive.databaseTimeout, 1h",
        "archive.databaseTimeout, -1s",
    })
    void aValueThatIsNotAllowedIsNamedWithItsKey(String key, String value) {
        assertThatThrownBy(() -> ArchiveSettings.of(Map.of(key, value)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(key + ": '" + value + "' is not ");
    }

    @Test
    void keysThatNobodyKnowsAreNamed() {
        Map<String, String> given = Map.of("archive.b", "1", "archive.a", "2");

        assertThatThrownBy(() -> ArchiveSettings.of(given))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("unknown archive.a, archive.b");
    }

    @Test
    void theTableInTheManualIsThatOfTheCode() throws IOException {
        List<String> rows =
                Files.readAllLines(Path.of("../src/docs/archive.md")).stream()
                        .filter(line -> line.startsWith("| `archive."))
                        .toList();

        assertThat(rows)
                .isEqualTo(List.of(ArchiveKey.values()).stream().map(ArchiveKey::row).toList());
    }
}
