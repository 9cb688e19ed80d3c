/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.connector;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.resource.spi.ConfigProperty;
import java.io.IOException;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class ConfigPropertyDocumentTest {

    private static final Path DOCS = Path.of("../../src/docs");

    @Test
    void thePageOnInstallingHasTheAdaptersProperties() throws IOException {
        assertThat(Files.readString(DOCS.resolve("install-wildfly.md")))
                .contains(table(TurnstileResourceAdapter.class));
    }

    @Test
    void thePageOnHandlersHasTheActivationsProperties() throws IOException {
        assertThat(Files.readString(DOCS.resolve("handler.md")))
                .contains(table(TurnstileActivationSpec.class));
    }

    /** The whole table, so that no row is missing and none is too many. */
    private static String table(Class<?> bean) {
        StringBuilder table =
                new StringBuilder(
                        "| name | type | default | meaning |\n| --- | --- | --- | --- |\n");
        Arrays.stream(bean.getDeclaredFields())
                .map(ConfigPropertyDocumentTest::row)
                .filter(Objects::nonNull)
                .forEach(table::append);
        return table.append("\n").toString();
    }

    private static String row(Field field) {
        ConfigProperty property = field.getAnnotation(ConfigProperty.class);
        if (property == null) {
            return null;
        }
        String value = property.defaultValue();
        return "| `%s` | %s | %s| %s |\n"
                .formatted(
                        field.getName(),
                        field.getType().getSimpleName(),
                        value.isEmpty() ? "" : "`" + value + "` ",
                        property.description()[0]);
    }
}
