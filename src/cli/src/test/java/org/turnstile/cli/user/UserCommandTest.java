/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.cli.user;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.turnstile.cli.CommandRun;
import org.turnstile.cli.common.ExitCode;
import org.turnstile.jaas.passcode.PasscodeHash;
import org.turnstile.jaas.passcode.User;
import org.turnstile.jaas.passcode.UsersFile;

class UserCommandTest {

    @TempDir private Path folder;
    private String home;
    private UsersFile users;

    @BeforeEach
    void homeFolder() throws IOException {
        Path made = Files.createDirectory(folder.resolve("home"));
        home = made.toString();
        users = new UsersFile(made.resolve("users"), PasscodeHash.MIN_ROUNDS);
    }

    @Test
    void aUserIsAddedWithThePasscodeTypedTwice() throws IOException {
        CommandRun add =
                run().typing("Geheim ü", "Geheim ü").run("user", "add", "--home", home, "bob");
        assertThat(add.exitCode()).isEqualTo(ExitCode.OK);
        assertThat(add.out()).contains("User bob added to ").doesNotContain("Geheim");
        assertThat(hashOf("bob").verify("Geheim ü".getBytes(StandardCharsets.UTF_8))).isTrue();
    }

    @Test
    void twoDifferentPasscodesAddNobody() throws IOException {
        CommandRun add = run().typing("one", "two").run("user", "add", "--home", home, "bob");
        assertThat(add.exitCode()).isEqualTo(ExitCode.FAILED);
        assertThat(add.err()).contains("the two passcodes are not the same");
        assertThat(add.out() + add.err()).doesNotContain("one").doesNotContain("two\n");
        assertThat(users.list()).isEmpty();
    }

    @Test
    void anEmptyPasscodeAndNoTerminalAreRefused() {
        CommandRun empty = run().typing("", "").run("user", "add", "--home", home, "bob");
        assertThat(empty.exitCode()).isEqualTo(ExitCode.FAILED);
        assertThat(empty.err()).contains("the passcode is empty");
        CommandRun nobody = run().run("user", "add", "--home", home, "bob");
        assertThat(nobody.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(nobody.err()).contains("use --password-file");
    }

    @Test
    void aPasscodeComesFromAFileOrFromStandardInput() throws IOException {
        Path file = Files.writeString(folder.resolve("passcode"), "from file\r\n");
        String name = file.toString();
        CommandRun add = run().run("user", "add", "--home", home, "--password-file", name, "bob");
        assertThat(add.exitCode()).isEqualTo(ExitCode.OK);
        assertThat(hashOf("bob").verify("from file".getBytes(StandardCharsets.UTF_8))).isTrue();

        CommandRun passwd =
                run().stdin("from stdin\n")
                        .run("user", "passwd", "--home", home, "--password-file", "-", "bob");
        assertThat(passwd.exitCode()).isEqualTo(ExitCode.OK);
        assertThat(passwd.out()).contains("Passcode of bob changed");
        assertThat(hashOf("bob").verify("from stdin".getBytes(StandardCharsets.UTF_8))).isTrue();
    }

    @Test
    void aPasscodeFileOfTwoLinesOrNoneIsRefused() throws IOException {
        String two = Files.writeString(folder.resolve("two"), "first\nsecond\n").toString();
        CommandRun add = run().run("user", "add", "--home", home, "--password-file", two, "bob");
        assertThat(add.exitCode()).isEqualTo(ExitCode.NO_FILE);
        assertThat(add.err()).contains("more than one line").doesNotContain("second");
        String none = folder.resolve("none").toString();
        CommandRun absent = run().run("user", "add", "--home", home, "--password-file", none, "b");
        assertThat(absent.exitCode()).isEqualTo(ExitCode.NO_FILE);
        assertThat(absent.err()).contains("none: no such file");
    }

    @Test
    void nobodyIsAddedTwiceAndNobodyUnknownIsChanged() throws IOException {
        users.addWithoutPasscode("bob");
        CommandRun twice = run().typing("x", "x").run("user", "add", "--home", home, "bob");
        assertThat(twice.exitCode()).isEqualTo(ExitCode.FAILED);
        assertThat(twice.err()).contains("there is a user 'bob' already");
        CommandRun unknown = run().typing("x", "x").run("user", "passwd", "--home", home, "eve");
        assertThat(unknown.exitCode()).isEqualTo(ExitCode.FAILED);
        assertThat(unknown.err()).contains("there is no user 'eve'");
        CommandRun gone = run().run("user", "remove", "--home", home, "eve");
        assertThat(gone.exitCode()).isEqualTo(ExitCode.FAILED);
    }

    @Test
    void aNameThatNoPeerCanSendIsAUsageError() {
        CommandRun control = run().typing("x", "x").run("user", "add", "--home", home, "a\nb");
        assertThat(control.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(control.err()).contains("control characters");
    }

    @Test
    void usersAreListedWithoutTheirHashesAndRemoved() throws IOException {
        users.add("alice", "secret".getBytes(StandardCharsets.UTF_8));
        users.addWithoutPasscode("bob");
        users.enable("bob", false);
        CommandRun list = run().run("user", "list", "--home", home);
        assertThat(list.out().lines()).containsExactly("alice", "bob\tno passcode\tdisabled");
        CommandRun remove = run().run("user", "remove", "--home", home, "alice");
        assertThat(remove.exitCode()).isEqualTo(ExitCode.OK);
        assertThat(users.list()).extracting(User::name).containsExactly("bob");
    }

    @Test
    void theHomeFolderIsThatOfTheOptionTheVariableOrTheDemo() throws IOException {
        users.addWithoutPasscode("of the variable");
        CommandRun byVariable =
                CommandRun.in(folder, Map.of("TURNSTILE_HOME", home)).run("user", "list");
        assertThat(byVariable.out()).startsWith("of the variable");
        Path demo = Files.createDirectory(folder.resolve(".turnstile-demo"));
        new UsersFile(demo.resolve("users")).addWithoutPasscode("of the demo");
        assertThat(run().run("user", "list").out()).startsWith("of the demo");
    }

    @Test
    void aHomeFolderThatIsNotThereIsNotMade() {
        CommandRun list = run().run("user", "list", "--home", home + "/none");
        assertThat(list.exitCode()).isEqualTo(ExitCode.NO_FILE);
        assertThat(list.err()).contains("/none: no such folder");
        assertThat(Path.of(home, "none")).doesNotExist();
    }

    @Test
    void aUsersFileWithAnErrorIsNotWrittenAnew() throws IOException {
        Files.writeString(users.path(), "no colon\n");
        CommandRun add = run().typing("x", "x").run("user", "add", "--home", home, "bob");
        assertThat(add.exitCode()).isEqualTo(ExitCode.NO_FILE);
        assertThat(add.err()).contains("no colon");
        assertThat(users.path()).hasContent("no colon");
    }

    @Test
    void userAloneAsksForACommand() {
        CommandRun alone = run().run("user");
        assertThat(alone.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(alone.err()).contains("a command is missing");
    }

    @Test
    void unlockOfNobodyIsRefusedAndOfAnybodyIsOrdered() {
        CommandRun nobody = run().run("user", "unlock", "--home", home, "");
        assertThat(nobody.exitCode()).isEqualTo(ExitCode.USAGE);
        CommandRun somebody = run().run("user", "unlock", "--home", home, "alice");
        assertThat(somebody.exitCode()).isEqualTo(ExitCode.OK);
        assertThat(Path.of(home, "unlocked")).content().contains("alice=2");
    }

    private CommandRun run() {
        return CommandRun.in(folder);
    }

    private PasscodeHash hashOf(String name) throws IOException {
        List<User> all = users.list();
        return all.stream()
                .filter(user -> user.name().equals(name))
                .findFirst()
                .flatMap(User::hash)
                .orElseThrow();
    }
}
