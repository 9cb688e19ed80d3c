/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.api.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The manual's page of access says what the code does. */
class AccessManualTest {

    private String page;

    @BeforeEach
    void read() throws IOException {
        page = Files.readString(Path.of("../../src/docs/access.md"));
    }

    @Test
    void theExampleIsAFile() throws IOException {
        List<AccessRule> rules = new ArrayList<>();
        String example = found("(?s)```access\n(.*?)```").get(0);
        new AccessText(example.getBytes(StandardCharsets.UTF_8), AccessLimits.DEFAULT)
                .rules((line, rule) -> rules.add(rule));
        assertThat(rules).hasSize(8).doesNotHaveDuplicates();
    }

    @Test
    void everyFormOfTheTableIsACondition() throws AccessSyntaxException {
        Set<String> keywords = new TreeSet<>();
        for (String row :
                found("(?m)^\\| (`(?:all|patient|institution|modality|own|date).*?) \\|")) {
            for (String form : row.replace("`", "").split(", ")) {
                String line = "user u " + form.replace("DAY", "20240131").replace("ID", "P");
                assertThat(RuleParser.parse(1, line)).as(line).isPresent();
                keywords.add(form.split(" ")[0]);
            }
        }
        assertThat(keywords)
                .containsExactly("all", "date", "institution", "modality", "own", "patient");
    }

    @Test
    void everyMessageIsTheOneThatComes() {
        List<String> lines = found("(?m)^\\| `(.*?)` \\| line 1");
        List<String> messages = found("(?m)^\\| `.*?` \\| (line 1.*?) \\|$");
        assertThat(lines).hasSizeGreaterThan(8).hasSameSizeAs(messages);
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            assertThatThrownBy(() -> RuleParser.parse(1, line)).hasMessage(messages.get(i));
        }
    }

    @Test
    void theGrammarIsThatOfTheParser() throws IOException {
        String grammar = found("(?s)```grammar\n(.*?)```").get(0);
        String source =
                Files.readString(Path.of("src/main/java/org/turnstile/api/access/RuleParser.java"));
        assertThat(source.replace(" * ", "")).contains("<pre>\n" + grammar + "</pre>");
    }

    @Test
    void theLimitsAreThoseOfTheCode() {
        assertThat(page)
                .contains("| " + AccessLimits.DEFAULT.bytes() + " bytes |")
                .contains("| " + AccessLimits.DEFAULT.line() + " characters |")
                .contains("| " + AccessLimits.DEFAULT.rules() + " |")
                .contains("| " + AccessSubject.MAX_NAME + " bytes |")
                .contains("| " + PatientKey.MAX_LENGTH + " characters |")
                .contains("| institution | " + RuleConditions.MAX_INSTITUTION + " characters |");
    }

    @Test
    void theExplanationIsThatOfTheCode() {
        assertThat(page)
                .contains(AccessExplanation.SOP_CLASS)
                .contains("`" + AccessExplanation.CREATOR + "`");
        assertThat(found("(?m)^\\| 0009,xx(..) \\|"))
                .containsExactly(
                        hex(AccessExplanation.CALLER),
                        hex(AccessExplanation.ROLES),
                        hex(AccessExplanation.VERIFIED),
                        hex(AccessExplanation.VISIBLE),
                        hex(AccessExplanation.RULES),
                        hex(AccessExplanation.RULE),
                        hex(AccessExplanation.PLACE),
                        hex(AccessExplanation.REASON),
                        hex(AccessExplanation.OTHER_PATIENTS));
    }

    private static String hex(int element) {
        return String.format("%02X", element);
    }

    private List<String> found(String pattern) {
        List<String> found = new ArrayList<>();
        Matcher matcher = Pattern.compile(pattern).matcher(page);
        while (matcher.find()) {
            found.add(matcher.group(1));
        }
        return found;
    }
}
