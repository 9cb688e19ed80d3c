/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.connector.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class MessageNumbersTest {

    private static final Path ROOT = Path.of("../..");

    /** Every source of messages, and what its numbers begin with. */
    private static final Map<String, String> SOURCES =
            Map.of(
                    "rar/connector/src/main/java/org/turnstile/connector/log/ConnectorLog.java",
                    "1",
                    "jaas-modules/src/main/java/org/turnstile/jaas/JaasLogger.java",
                    "2",
                    "ejb-module/src/main/java/org/turnstile/ejb/log/EjbLog.java",
                    "3");

    @Test
    void everyMessageHasItsRowInTheManualAndTheManualKnowsNoOther() throws IOException {
        TreeSet<String> inCode = new TreeSet<>();
        for (String source : SOURCES.keySet()) {
            inCode.addAll(find(source, "\\bid = (\\d{4})"));
        }
        assertThat(find("src/docs/operations.md", "(?m)^\\| TURN(\\d{4}) \\|")).isEqualTo(inCode);
    }

    @Test
    void numbersStayInTheirRanges() throws IOException {
        for (Map.Entry<String, String> source : SOURCES.entrySet()) {
            assertThat(find(source.getKey(), "\\bid = (\\d{4})"))
                    .isNotEmpty()
                    .allMatch(id -> id.startsWith(source.getValue()));
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
