/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.jaas.passcode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.turnstile.jaas.Home;
import org.turnstile.jaas.file.FileSyntaxException;

class UsersFileTest {

    @TempDir private Path folder;
    private Path path;
    private UsersFile users;

    @BeforeEach
    void noFileYet() {
        path = folder.resolve("users");
        users = new UsersFile(path, Home.ROUNDS);
    }

    private List<String> names() throws IOException {
        return users.list().stream().map(User::name).toList();
    }

    private boolean verifies(String name, String passcode) throws IOException {
        return users.list().stream()
                .filter(user -> user.name().equals(name))
                .anyMatch(user -> user.hash().orElseThrow().verify(Home.bytes(passcode)));
    }

    @Test
    void aFileThatIsNotThereHasNoUsers() throws Exception {
        assertThat(users.list()).isEmpty();
        assertThat(users.path()).isEqualTo(path);
    }

    @Test
    void addsUsersOfAnyName() throws Exception {
        users.add("alice", Home.bytes("secret"));
        users.add("a:b %#", Home.bytes("other"));
        users.addWithoutPasscode("山田");

        assertThat(names()).containsExactly("alice", "a:b %#", "山田");
        assertThat(verifies("alice", "secret")).isTrue();
        assertThat(verifies("a:b %#", "other")).isTrue();
        assertThat(users.list().get(2).hash()).isEmpty();
    }

    @Test
    void theFileIsItsOwnersOnlyAndHoldsNoPasscode() throws Exception {
        users.add("alice", Home.bytes("hunter2"));

        assertThat(path).content().startsWith("alice:pbkdf2-sha256:10000:");
        assertThat(path).content().doesNotContain("hunter2");
        if (path.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
                    .isEqualTo("rw-------");
        }
    }

    @Test
    void changesAPasscodeAndKeepsTheRest() throws Exception {
        Files.writeString(path, "# staff\n\nct1:*\n# the end\n");
        users.add("alice", Home.bytes("secret"));
        users.enable("alice", false);

        users.change("alice", Home.bytes("better"));

        assertThat(verifies("alice", "secret")).isFalse();
        assertThat(verifies("alice", "better")).isTrue();
        assertThat(users.list().get(1).enabled()).isFalse();
        assertThat(Files.readAllLines(path))
                .startsWith("# staff", "", "ct1:*", "# the end")
                .hasSize(5);
    }

    @Test
    void removesAUserWhereverItStands() throws Exception {
        Files.writeString(path, "# staff\na%3Ab:*\nct1:*\n");

        users.remove("a:b");
        assertThat(path).hasContent("# staff\nct1:*\n");
        users.remove("ct1");
        assertThat(path).hasContent("# staff\n");
    }

    @Test
    void theLastUserCanGo() throws Exception {
        users.addWithoutPasscode("ct1");

        users.remove("ct1");

        assertThat(path).isEmptyFile();
        assertThat(users.list()).isEmpty();
    }

    @Test
    void disablesAndEnablesWithThePasscodeOfBefore() throws Exception {
        users.add("alice", Home.bytes("secret"));

        users.enable("alice", false);
        assertThat(users.list().get(0).enabled()).isFalse();
        users.enable("alice", true);

        assertThat(users.list().get(0).enabled()).isTrue();
        assertThat(verifies("alice", "secret")).isTrue();
    }

    @Test
    void aUserIsAddedOnceOnly() throws Exception {
        users.add("alice", Home.bytes("secret"));

        assertThatThrownBy(() -> users.add("alice", Home.bytes("other")))
                .isInstanceOf(UsersFileException.class)
                .hasMessage(path + ": there is a user 'alice' already");
        assertThat(verifies("alice", "secret")).isTrue();
    }

    @Test
    void aUserWhoIsNotThereCannotBeChanged() {
        String message = path + ": there is no user 'bob'";
        assertThatThrownBy(() -> users.change("bob", Home.bytes("x"))).hasMessage(message);
        assertThatThrownBy(() -> users.remove("bob")).hasMessage(message);
        assertThatThrownBy(() -> users.enable("bob", true))
                .isInstanceOf(UsersFileException.class)
                .hasMessage(message);
    }

    @Test
    void badNamesAndEmptyPasscodesAreRefusedBeforeTheFileIsTouched() {
        byte[] passcode = Home.bytes("secret");
        for (String name : List.of("", "a\nb", "a\0", "x".repeat(257))) {
            assertThatThrownBy(() -> users.add(name, passcode))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageStartingWith("the name ");
            assertThatThrownBy(() -> users.addWithoutPasscode(name))
                    .isInstanceOf(IllegalArgumentException.class);
        }
        assertThatThrownBy(() -> users.add("alice", new byte[0]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the passcode is empty");
        assertThatThrownBy(() -> new UsersFile(path, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("rounds: 1");
        assertThat(path).doesNotExist();
    }

    @Test
    void aFileWithAnErrorIsNotWrittenOver() throws Exception {
        String text = "alice:hunter2\n";
        Files.writeString(path, text);

        assertThatThrownBy(() -> users.add("bob", Home.bytes("secret")))
                .isInstanceOf(FileSyntaxException.class)
                .hasMessageContaining("line 1, column 7")
                .hasMessageNotContaining("hunter2");
        assertThatThrownBy(users::list).isInstanceOf(FileSyntaxException.class);
        assertThat(path).hasContent(text);
    }

    @Test
    void editorsInSeveralProcessesLoseNothing() throws Exception {
        List<Process> editors = new ArrayList<>();
        for (String prefix : List.of("a", "b", "c")) {
            editors.add(
                    new ProcessBuilder(
                                    Path.of(System.getProperty("java.home"), "bin", "java")
                                            .toString(),
                                    "-cp",
                                    System.getProperty("java.class.path"),
                                    Editor.class.getName(),
                                    path.toString(),
                                    prefix)
                            .redirectErrorStream(true)
                            .redirectOutput(folder.resolve(prefix + ".out").toFile())
                            .start());
        }
        for (Process editor : editors) {
            assertThat(editor.waitFor(60, TimeUnit.SECONDS)).isTrue();
            assertThat(editor.exitValue()).isZero();
        }

        assertThat(names()).hasSize(3 * Editor.USERS).doesNotHaveDuplicates();
    }

    /** What one of those processes does. */
    static final class Editor {
        static final int USERS = 20;

        private Editor() {}

        public static void main(String[] args) throws IOException {
            UsersFile file = new UsersFile(Path.of(args[0]), Home.ROUNDS);
            for (int i = 0; i < USERS; i++) {
                file.addWithoutPasscode(args[1] + i);
            }
        }
    }
}
