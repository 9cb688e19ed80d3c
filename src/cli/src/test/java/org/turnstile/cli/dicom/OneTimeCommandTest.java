/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.cli.dicom;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.turnstile.cli.CommandRun;
import org.turnstile.cli.common.ExitCode;
import org.turnstile.cli.part10.Part10Bytes;

/** {@code --otp}; the server takes the passcode "secret". */
@Timeout(30)
class OneTimeCommandTest {

    /** A chain of which value 99 was the last, and a counter. */
    private static final String STATES =
            """
            alice:otp-sha1:99:test:87FEC7768B73CCF9:-
            done:otp-sha1:1:test:63D936639734385B:-
            token:hotp:6:0:-:GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ:-
            """;

    @TempDir private Path folder;
    private TestServer server;

    @BeforeEach
    void startServer() throws IOException {
        server = new TestServer();
    }

    @AfterEach
    void stopServer() {
        server.close();
    }

    private static CommandRun run(CommandRun run, String port, String command, String... options) {
        Stream<String> before = Stream.concat(Stream.of(command), Stream.of(options));
        return run.run(Stream.concat(before, Stream.of("localhost", port)).toArray(String[]::new));
    }

    private CommandRun echo(CommandRun run, String... options) {
        return run(run, server.port(), "echo", options);
    }

    private Path home(String states) throws IOException {
        Path home = Files.createDirectories(folder.resolve("home"));
        Files.writeString(home.resolve("otp"), states);
        return home;
    }

    @Test
    void thePasscodeIsAskedForAtTheTerminal() {
        CommandRun echo =
                echo(
                        CommandRun.in(folder).typing("secret"),
                        "-rsp",
                        "-aec",
                        "TURNSTILE",
                        "--user",
                        "alice",
                        "--otp");

        assertThat(echo.exitCode()).as(echo.err()).isEqualTo(ExitCode.OK);
        assertThat(echo.out()).contains("as alice (confirmed)");
        assertThat(server.identities()).containsExactly("2 alice");
        assertThat(echo.questions()).containsExactly("One-time passcode of alice: ");
    }

    @Test
    void theChallengeOfTheHomeFolderIsShownBefore() throws IOException {
        String home = home(STATES).toString();
        CommandRun named =
                echo(
                        CommandRun.in(folder).typing("secret"),
                        "--user",
                        "alice",
                        "--otp",
                        "--home",
                        home);
        CommandRun fromTheEnvironment =
                echo(
                        CommandRun.in(folder, Map.of("TURNSTILE_HOME", home)).typing("secret"),
                        "--user",
                        "alice",
                        "--otp");

        String question =
                "otp-sha1 98 test" + System.lineSeparator() + "One-time passcode of alice: ";
        assertThat(named.questions()).containsExactly(question);
        assertThat(fromTheEnvironment.questions()).containsExactly(question);
        assertThat(named.err()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"bob", "token", "done"})
    void whoHasNoChallengeIsAskedWithout(String user) throws IOException {
        CommandRun echo =
                echo(
                        CommandRun.in(folder).typing("secret"),
                        "--user",
                        user,
                        "--otp",
                        "--home",
                        home(STATES).toString());

        assertThat(echo.exitCode()).as(echo.err()).isEqualTo(ExitCode.OK);
        assertThat(echo.questions()).containsExactly("One-time passcode of " + user + ": ");
    }

    @Test
    void statesThatCannotBeReadAreANoteAndNoObstacle() throws IOException {
        CommandRun echo =
                echo(
                        CommandRun.in(folder).typing("secret"),
                        "--user",
                        "alice",
                        "--otp",
                        "--home",
                        home("alice:nonsense\n").toString());

        assertThat(echo.exitCode()).isEqualTo(ExitCode.OK);
        assertThat(echo.err()).startsWith("note: the challenge is not known: ").contains("line 1");
    }

    @Test
    void withoutATerminalItIsTheNextLineOfStandardInput() throws IOException {
        CommandRun echo =
                echo(
                        CommandRun.in(folder).stdin("secret\r\nwhat follows\n"),
                        "--user",
                        "alice",
                        "--otp",
                        "--home",
                        home(STATES).toString());

        assertThat(echo.exitCode()).as(echo.err()).isEqualTo(ExitCode.OK);
        assertThat(echo.err()).isEqualToIgnoringNewLines("otp-sha1 98 test");
        assertThat(server.identities()).containsExactly("2 alice");
    }

    @Test
    void eachAssociationOfOneCommandTakesAPasscodeOfItsOwn() throws IOException {
        String[] files = new String[3];
        for (int i = 0; i < files.length; i++) {
            byte[] image = Part10Bytes.image(Part10Bytes.CT, "1.2.3." + i, Part10Bytes.EXPLICIT);
            files[i] = Files.write(folder.resolve("image" + i), image).toString();
        }
        server.leavesUnanswered("1.2.3.1");

        CommandRun store =
                CommandRun.in(folder)
                        .stdin("secret\nsecret\n")
                        .run(
                                "store",
                                "-td",
                                "1",
                                "--user",
                                "alice",
                                "--otp",
                                "localhost",
                                server.port(),
                                files[0],
                                files[1],
                                files[2]);

        assertThat(store.out()).contains("2 of 3 stored");
        assertThat(server.identities()).containsExactly("2 alice", "2 alice");
    }

    @Test
    void aWrongPasscodeIsARejectionThatShowsNoSecret() {
        CommandRun echo = echo(CommandRun.in(folder).typing("hunter2"), "--user", "alice", "--otp");

        assertThat(echo.exitCode()).isEqualTo(ExitCode.FAILED);
        assertThat(echo.err())
                .contains("rejected-permanent")
                .contains("so is a user who is not let in")
                .doesNotContain("hunter2");
    }

    @Test
    void noPasscodeIsNoAssociation() {
        CommandRun typed = echo(CommandRun.in(folder).typing(""), "--user", "alice", "--otp");
        CommandRun piped = echo(CommandRun.in(folder).stdin(""), "--user", "alice", "--otp");

        assertThat(typed.exitCode()).isEqualTo(ExitCode.FAILED);
        assertThat(typed.err()).contains("no one-time passcode was given");
        assertThat(piped.exitCode()).isEqualTo(ExitCode.FAILED);
        assertThat(server.identities()).isEmpty();
    }

    @Test
    void itExcludesThePasscodesThatAreGood() {
        assertWrong("only one of --password, --password-file and --otp", "--password", "p");
        assertWrong("only one of --password, --password-file and --otp", "--password-file", "-");
        CommandRun nobody = echo(CommandRun.in(folder), "--otp");
        assertThat(nobody.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(nobody.err()).contains("a passcode needs --user");
    }

    private void assertWrong(String message, String option, String value) {
        CommandRun echo = echo(CommandRun.in(folder), "--user", "alice", "--otp", option, value);
        assertThat(echo.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(echo.err()).contains(message);
    }

    @Test
    void aHomeFolderMustBeThereAndHaveAUse() {
        String absent = folder.resolve("absent").toString();
        CommandRun useless =
                echo(CommandRun.in(folder), "--user", "alice", "--home", folder.toString());
        CommandRun missing =
                echo(
                        CommandRun.in(folder).typing("secret"),
                        "--user",
                        "alice",
                        "--otp",
                        "--home",
                        absent);

        assertThat(useless.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(useless.err()).contains("--home needs --otp");
        assertThat(missing.exitCode()).isEqualTo(ExitCode.NO_FILE);
        assertThat(missing.err()).contains("absent: no such folder");
    }
}
