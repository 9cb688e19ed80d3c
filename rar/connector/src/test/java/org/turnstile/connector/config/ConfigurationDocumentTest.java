/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.connector.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The manual's tables are what the code reads. */
class ConfigurationDocumentTest {

    private static final Path MANUAL = Path.of("../../src/docs/configuration.md");
    private static final Pattern ROW = Pattern.compile("\\| `([A-Za-z]+)` \\|(.*)\\|");

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void theTablesNameEveryKeyWithItsTypeDefaultRangeAndMeaning(boolean ofListener)
            throws IOException {
        List<String> expected =
                Arrays.stream(SettingKey.values())
                        .filter(key -> key.ofListener() == ofListener)
                        .map(ConfigurationDocumentTest::row)
                        .toList();
        assertThat(table(ofListener ? "### Listener keys" : "### Adapter keys"))
                .containsExactlyElementsOf(expected);
    }

    private static String row(SettingKey key) {
        String value = key.defaultValue().isEmpty() ? "empty" : "`" + key.defaultValue() + "`";
        return "| `%s` | %s | %s | %s | %s |"
                .formatted(
                        key.key(),
                        key.type().label(),
                        value.replace(",", ", "),
                        key.range(),
                        key.description())
                .replace("|  |", "| |");
    }

    private static List<String> table(String heading) throws IOException {
        List<String> lines = Files.readAllLines(MANUAL);
        int first = lines.indexOf(heading);
        assertThat(first).as("heading '%s'", heading).isNotNegative();
        List<String> rows = new ArrayList<>();
        for (String line : lines.subList(first + 1, lines.size())) {
            if (line.startsWith("#")) {
                break;
            }
            if (ROW.matcher(line).matches()) {
                rows.add(line);
            }
        }
        return rows;
    }
}
