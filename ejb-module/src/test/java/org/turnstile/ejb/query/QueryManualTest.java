/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.ejb.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.turnstile.api.data.Dictionary;
import org.turnstile.api.data.Tags;

/** The tables of the manual's chapter on queries say what the code does. */
class QueryManualTest {

    private static final Path MANUAL = Path.of("../src/docs/query.md");

    private static String name(int tag) {
        return Dictionary.standard().element(tag).orElseThrow().keyword()
                + " | "
                + Tags.toString(tag);
    }

    private static List<String> rows(String heading) throws IOException {
        List<String> lines = Files.readAllLines(MANUAL);
        int start = lines.indexOf(heading);
        assertThat(start).as(heading).isNotNegative();
        return lines.subList(start + 2, lines.size()).stream()
                .takeWhile(line -> line.startsWith("|"))
                .toList();
    }

    @Test
    void theTableOfKeysIsTheCodes() throws IOException {
        assertThat(rows("| key | tag | level | use | matching |"))
                .containsExactlyElementsOf(
                        Arrays.stream(Key.values())
                                .map(
                                        key ->
                                                "| %s | %s | %s | %s |"
                                                        .formatted(
                                                                name(key.tag()),
                                                                key.level(),
                                                                key.use().name().charAt(0),
                                                                word(key.matching())))
                                .toList());
    }

    @Test
    void theTableOfWhatIsGatheredIsTheCodes() throws IOException {
        assertThat(rows("| key | tag | level | matching |"))
                .containsExactlyElementsOf(
                        Arrays.stream(Related.values())
                                .map(
                                        key ->
                                                "| %s | %s | %s |"
                                                        .formatted(
                                                                name(key.tag()),
                                                                key.of(),
                                                                key.gathered()
                                                                        .map(Key::matching)
                                                                        .map(QueryManualTest::word)
                                                                        .orElse("none")))
                                .toList());
    }

    private static String word(Matching matching) {
        return matching.name().toLowerCase(Locale.ROOT);
    }

    @Test
    void theLimitsAreTheCodes() throws IOException {
        String manual = Files.readString(MANUAL);

        assertThat(manual)
                .contains("%d `*` before its last".formatted(Wildcards.MAX_STARS))
                .contains(String.format(Locale.ROOT, "a key %,d values", Matching.MAX_VALUES))
                .contains("pages of at most %d".formatted(PageReader.MAX_ROWS));
    }
}
