/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.connector.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class MessageNumbersTest {

    private static final Path ROOT = Path.of("../..");
    private static final List<String> SOURCES =
            List.of(
                    "rar/connector/src/main/java/org/turnstile/connector/log/ConnectorLog.java",
                    "jaas-modules/src/main/java/org/turnstile/jaas/JaasLogger.java",
                    "ejb-module/src/main/java/org/turnstile/ejb/storage/EjbLog.java");

    @Test
    void everyMessageHasItsRowInTheManualAndTheManualKnowsNoOther() throws IOException {
        TreeSet<String> inCode = new TreeSet<>();
        for (String source : SOURCES) {
            inCode.addAll(find(source, "\\bid = (\\d{4})"));
        }
        assertThat(find("src/docs/operations.md", "(?m)^\\| TURN(\\d{4}) \\|")).isEqualTo(inCode);
    }

    @Test
    void numbersStayInTheirRanges() throws IOException {
        for (int i = 0; i < SOURCES.size(); i++) {
            String range = Integer.toString(i + 1);
            assertThat(find(SOURCES.get(i), "\\bid = (\\d{4})"))
                    .isNotEmpty()
                    .allMatch(id -> id.startsWith(range));
        }
    }

    private static SortedSet<String> find(String file, String pattern) throws IOException {
        return Pattern.compile(pattern)
                .matcher(Files.readString(ROOT.resolve(file)))
                .results()
                .map((MatchResult found) -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
