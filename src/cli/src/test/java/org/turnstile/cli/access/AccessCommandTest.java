/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.cli.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.turnstile.cli.CommandRun;
import org.turnstile.cli.common.ExitCode;

class AccessCommandTest {

    @TempDir private Path folder;
    private Path file;

    @BeforeEach
    void homeFolder() throws IOException {
        file = Files.createDirectory(folder.resolve("home")).resolve("access");
    }

    @Test
    void aGrantIsOneLineMoreAndTheRestStays() throws IOException {
        Files.writeString(file, "# who sees what\n\nuser  chief   all # of the department\n");
        CommandRun grant =
                access("grant", "user:referrer", "--patient", "PAT-0003", "--issuer", "NORTH");
        assertThat(grant.exitCode()).as(grant.err()).isEqualTo(ExitCode.OK);
        assertThat(grant.out())
                .isEqualToIgnoringNewLines(
                        file + ", line 4: user referrer patient PAT-0003 issuer NORTH");
        assertThat(file)
                .hasContent(
                        """
                        # who sees what

                        user  chief   all # of the department
                        user referrer patient PAT-0003 issuer NORTH
                        """);
    }

    @Test
    void theFirstGrantMakesTheFileForItsOwnerAlone() throws IOException {
        assertThat(access("grant", "user:chief", "--all").exitCode()).isEqualTo(ExitCode.OK);
        assertThat(file).hasContent("user chief all\n");
        assertThat(Files.getPosixFilePermissions(file)).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "role:trainees --modality CT --from 20240101 | role trainees modality CT, date"
                        + " 20240101-",
                "role:r --to 20241231 | role r date -20241231",
                "user:u --from 20240101 --to 20240101 | user u date 20240101",
                "role:modalities --own | role modalities own",
                "anonymous --institution PUBLIC | anonymous institution PUBLIC",
                "user:u --patient P --institution N --modality MR --own | user u patient P,"
                        + " institution N, modality MR, own",
                "user:a:b --all | user a:b all",
            })
    void eachConditionIsAnOption(String words, String line) {
        CommandRun grant = access(("grant " + words).split(" "));
        assertThat(grant.exitCode()).as(grant.err()).isEqualTo(ExitCode.OK);
        assertThat(file).hasContent(line + "\n");
    }

    @Test
    void valuesThatNeedItAreQuoted() {
        access("grant", "user:M\u00FCller, Max", "--institution", "Haus \"Nord\" #1");
        assertThat(file)
                .hasContent("user \"M\u00FCller, Max\" institution \"Haus \"\"Nord\"\" #1\"\n");
        assertThat(access("list").out()).contains("1\tuser \"M\u00FCller, Max\" institution");
    }

    @Test
    void aRuleThatIsThereIsNotAddedTwice() throws IOException {
        Files.writeString(file, "user  chief  all\n");
        CommandRun grant = access("grant", "user:chief", "--all");
        assertThat(grant.out()).contains("line 1: user chief all");
        assertThat(file).hasContent("user  chief  all\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "grant user:u | what is meant? --all, --patient",
                "grant user:u --all --own | --all stands alone",
                "grant user:u --issuer X | --issuer needs --patient",
                "grant user:u --modality ct | modality: 'ct' is not",
                "grant user:u --from 20240230 | date: '20240230' is no day",
                "grant user:u --from 20240102 --to 20240101 | date: 20240101 is before 20240102",
                "grant anonymous --own | own: the anonymous caller owns nothing",
                "grant u --all | 'u' is not user:NAME, role:ROLE or anonymous",
                "grant group:u --all | 'group:u' is not user:NAME, role:ROLE or anonymous",
                "grant user: --all | user: the value is empty",
                "grant --all | Missing required parameter: 'SUBJECT'",
                "revoke --all | SUBJECT is missing",
                "revoke user:u | what is meant? --all, --patient",
                "revoke user:u --everything --all | only one of --line, --everything",
                "revoke --line x | --line",
            })
    void aWrongCommandLineSaysWhatIsWrong(String words, String problem) {
        CommandRun run = access(words.split(" "));
        assertThat(run.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err()).contains(problem);
        assertThat(file).doesNotExist();
    }

    @Test
    void whatWasGrantedIsRevokedByTheSameWords() throws IOException {
        Files.writeString(file, "user a own\n# kept\nuser a \tmodality CT\nuser b modality CT\n");
        CommandRun revoke = access("revoke", "user:a", "--modality", "CT");
        assertThat(revoke.out())
                .isEqualToIgnoringNewLines(file + ", line 3: user a modality CT removed");
        assertThat(file).hasContent("user a own\n# kept\nuser b modality CT\n");
        CommandRun again = access("revoke", "user:a", "--modality", "CT");
        assertThat(again.exitCode()).isEqualTo(ExitCode.FAILED);
        assertThat(again.err()).contains("there is no such rule");
    }

    @Test
    void aRuleIsRevokedByItsLine() throws IOException {
        Files.writeString(file, "# 1\nuser a own\nuser b own\n");
        assertThat(access("revoke", "--line", "1").exitCode()).isEqualTo(ExitCode.FAILED);
        assertThat(access("revoke", "--line", "2", "user:b").exitCode()).isEqualTo(ExitCode.FAILED);
        assertThat(access("revoke", "--line", "2").exitCode()).isEqualTo(ExitCode.OK);
        assertThat(file).hasContent("# 1\nuser b own\n");
    }

    @Test
    void everythingOfASubjectIsRevokedAndNothingElse() throws IOException {
        Files.writeString(file, "user a own\nrole a own\nuser a all\nanonymous all\n");
        CommandRun revoke = access("revoke", "user:a", "--everything");
        assertThat(revoke.out().lines()).hasSize(2);
        assertThat(file).hasContent("role a own\nanonymous all\n");
    }

    @Test
    void rulesAreListedWithTheirLines() throws IOException {
        Files.writeString(file, "# head\nuser a  own\nrole r all\n");
        assertThat(access("list").out().lines()).containsExactly("2\tuser a own", "3\trole r all");
        assertThat(access("list", "role:r").out().lines()).containsExactly("3\trole r all");
        assertThat(access("list", "anonymous").out()).isEmpty();
    }

    @Test
    void aFileWithAnErrorIsNotWrittenAnew() throws IOException {
        Files.writeString(file, "user a own\nuser b owns\n");
        for (String[] words :
                new String[][] {
                    {"grant", "user:c", "--all"}, {"revoke", "user:a", "--own"}, {"list"}
                }) {
            CommandRun run = access(words);
            assertThat(run.exitCode()).isEqualTo(ExitCode.NO_FILE);
            assertThat(run.err()).contains(file + ", line 2, column 8: expects all, patient");
        }
        assertThat(file).hasContent("user a own\nuser b owns\n");
    }

    @Test
    void aHomeFolderThatIsNotThereIsNotMade() {
        CommandRun list = CommandRun.in(folder).run("access", "list", "--home", folder + "/none");
        assertThat(list.exitCode()).isEqualTo(ExitCode.NO_FILE);
        assertThat(folder.resolve("none")).doesNotExist();
    }

    @Test
    void accessAloneAsksForACommand() {
        CommandRun alone = CommandRun.in(folder).run("access");
        assertThat(alone.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(alone.err()).contains("access: a command is missing");
    }

    private CommandRun access(String... words) {
        String[] all = new String[words.length + 2];
        all[0] = "access";
        all[1] = words[0];
        all[2] = "--home=" + file.getParent();
        System.arraycopy(words, 1, all, 3, words.length - 1);
        return CommandRun.in(folder).run(all);
    }
}
