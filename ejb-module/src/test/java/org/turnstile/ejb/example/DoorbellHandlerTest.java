/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.ejb.example;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DoorbellHandlerTest {

    @ParameterizedTest
    @ValueSource(strings = {"DoorbellHandler", "DoorbellService"})
    void thePageOnHandlersShowsTheExampleThatTheBuildCompiles(String name) throws IOException {
        String page = Files.readString(Path.of("../src/docs/handler.md"));
        Path file = Path.of("src/test/java/org/turnstile/ejb/example/" + name + ".java");
        String source = Files.readString(file);
        String shown = source.substring(source.indexOf("package "));

        assertThat(page).contains("```java\n" + shown + "```");
    }
}
