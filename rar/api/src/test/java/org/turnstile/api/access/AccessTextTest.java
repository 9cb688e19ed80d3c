/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.api.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AccessTextTest {

    private static final AccessLimits SMALL = new AccessLimits(1_000, 20, 3);

    @TempDir private Path folder;

    @Test
    void rulesComeWithTheirLines() throws IOException {
        assertThat(rules("# who sees what\n\nuser a all\nuser b own\n"))
                .containsExactly("3 user a all", "4 user b own");
    }

    @Test
    void linesEndWithLineFeedWithOrWithoutReturnAndTheLastOneMayLackIt() throws IOException {
        assertThat(rules("user a all\r\nuser b all")).hasSize(2);
        assertThat(rules("")).isEmpty();
        assertThat(rules("\n\n")).isEmpty();
    }

    @Test
    void theSameRuleMayStandTwice() throws IOException {
        assertThat(rules("user a all\nuser a all\n")).hasSize(2);
    }

    @Test
    void allLinesAreShownAsTheyStand() throws IOException {
        List<String> lines = new ArrayList<>();
        text("# head\n  user  a all # why\n", AccessLimits.DEFAULT)
                .lines(
                        (number, line, rule) ->
                                lines.add(number + ":" + line + ":" + rule.isPresent()));
        assertThat(lines).containsExactly("1:# head:false", "2:  user  a all # why:true");
    }

    @Test
    void theFirstErrorIsSaidAndTheRulesBeforeItHaveBeenShown() throws IOException {
        AccessText text = text("user a all\nuser b\nuser c\n", AccessLimits.DEFAULT);
        List<AccessRule> shown = new ArrayList<>();
        assertThatThrownBy(() -> text.rules((line, rule) -> shown.add(rule)))
                .isInstanceOf(AccessSyntaxException.class)
                .hasMessageStartingWith("line 2, column 7: expects all, patient");
        assertThat(shown).hasSize(1);
    }

    @Test
    void bytesThatAreNotUtf8AreSaidWithTheirPlace() {
        // "user ä" in UTF-8, then an ä of Latin-1
        byte[] line = {'u', 's', 'e', 'r', ' ', (byte) 0xC3, (byte) 0xA4, (byte) 0xE4, ' ', 'x'};
        AccessText text = new AccessText(line, AccessLimits.DEFAULT);
        assertThatThrownBy(() -> text.rules((number, rule) -> {}))
                .hasMessage("line 1, column 7: not UTF-8");
    }

    @Test
    void halfACharacterAtTheEndOfALineIsNotUtf8() {
        byte[] line = {'#', (byte) 0xC3, '\n', '#'};
        AccessText text = new AccessText(line, AccessLimits.DEFAULT);
        assertThatThrownBy(() -> text.rules((number, rule) -> {}))
                .hasMessage("line 1, column 2: not UTF-8");
    }

    @Test
    void aByteOrderMarkIsNamed() {
        assertThatThrownBy(() -> rules("\uFEFFuser a all\n"))
                .hasMessageStartingWith("line 1, column 1: begins with a byte order mark");
    }

    @Test
    void aLineMayBeAsLongAsTheLimitAndNotLonger() throws IOException {
        String longest = "# " + "x".repeat(18);
        text(longest + "\n", SMALL).rules((line, rule) -> {});
        assertThatThrownBy(() -> text(longest + "y\n", SMALL).rules((line, rule) -> {}))
                .hasMessage("line 1, column 21: longer than 20 characters");
    }

    @Test
    void thereAreAsManyRulesAsTheLimitSaysAndNotMore() throws IOException {
        String three = "user a all\n".repeat(3);
        text(three, SMALL).rules((line, rule) -> {});
        assertThatThrownBy(() -> text(three + "\nuser b all", SMALL).rules((line, rule) -> {}))
                .hasMessage("line 5, column 1: more than 3 rules");
    }

    @Test
    void aMillionRulesAreReadOneByOne() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(32_000_000);
        for (int i = 0; i < 1_000_000; i++) {
            bytes.writeBytes(("user u patient P" + i + "\n").getBytes(StandardCharsets.UTF_8));
        }
        int[] seen = new int[1];
        new AccessText(bytes.toByteArray(), AccessLimits.DEFAULT)
                .rules((line, rule) -> seen[0] = line);
        assertThat(seen[0]).isEqualTo(1_000_000);
    }

    @Test
    void theSameBytesHaveTheSameDigestAndOthersHaveNot() {
        assertThat(text("user a all", SMALL).digest())
                .isEqualTo(text("user a all", SMALL).digest());
        assertThat(text("user b all", SMALL).digest())
                .isNotEqualTo(text("user a all", SMALL).digest());
    }

    @Test
    void aFileIsRead() throws IOException {
        Path file = Files.writeString(folder.resolve("access"), "user a all\n");
        List<AccessRule> rules = new ArrayList<>();
        AccessText.read(file, SMALL).rules((line, rule) -> rules.add(rule));
        assertThat(rules).hasSize(1);
    }

    @Test
    void aFileThatIsMissingTooLargeOrAFolderIsNamed() throws IOException {
        Path file = folder.resolve("access");
        assertThatThrownBy(() -> AccessText.read(file, SMALL)).hasMessage(file + " does not exist");
        assertThatThrownBy(() -> AccessText.read(folder, SMALL)).hasMessage(folder + " is no file");
        Files.write(file, new byte[1_001]);
        assertThatThrownBy(() -> AccessText.read(file, SMALL))
                .hasMessage(file + " has more than 1000 bytes");
    }

    @Test
    void limitsAreAboveZero() {
        assertThatThrownBy(() -> new AccessLimits(0, 1, 1)).hasMessageContaining("bytes");
        assertThatThrownBy(() -> new AccessLimits(1, 0, 1)).hasMessageContaining("line");
        assertThatThrownBy(() -> new AccessLimits(1, 1, 0)).hasMessageContaining("rules");
    }

    private static List<String> rules(String text) throws IOException {
        List<String> rules = new ArrayList<>();
        text(text, AccessLimits.DEFAULT).rules((line, rule) -> rules.add(line + " " + rule));
        return rules;
    }

    private static AccessText text(String text, AccessLimits limits) {
        return new AccessText(text.getBytes(StandardCharsets.UTF_8), limits);
    }
}
