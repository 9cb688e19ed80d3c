/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.jaas.passcode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.turnstile.jaas.file.FileSyntaxException;
import org.turnstile.jaas.file.TextFile;

class UsersFormatTest {

    private static final String HASH =
            "pbkdf2-sha256:10000:AAECAwQFBgcICQoLDA0ODw==:"
                    + "4YL/uT00oxhfuGMOAM7pjVnZX5CXI1sXG+ea9ZUGTA4=";

    private static Users parse(String... lines) throws FileSyntaxException {
        return UsersFormat.parse(new TextFile(Path.of("users"), List.of(lines)));
    }

    @Test
    void readsUsersInTheirOrder() throws Exception {
        Users users = parse("# staff", "", "bob:" + HASH, "alice:!" + HASH, "ct1:*", "mr1:!*");

        Optional<PasscodeHash> hash = Optional.of(PasscodeHash.parse(HASH));
        assertThat(users.all())
                .containsExactly(
                        new User("bob", hash, true),
                        new User("alice", hash, false),
                        new User("ct1", Optional.empty(), true),
                        new User("mr1", Optional.empty(), false));
    }

    @Test
    void writesWhatItReads() throws Exception {
        for (String line : List.of("bob:" + HASH, "a%3Ab:!" + HASH, "ct1:*", "%20:!*")) {
            User user = parse(line).all().iterator().next();
            assertThat(UsersFormat.format(user)).isEqualTo(line);
            assertThat(UsersFormat.name(line)).contains(user.name());
        }
    }

    @Test
    void namesAreExactAndEscapesAreUndone() throws Exception {
        Users users = parse("a%3Ab:" + HASH, " x :" + HASH, "%23:" + HASH);

        assertThat(users.find("a:b")).isPresent();
        assertThat(users.find(" x ")).isPresent();
        assertThat(users.find("#")).isPresent();
        assertThat(users.find("x")).isEmpty();
        assertThat(users.find("A:B")).isEmpty();
    }

    @Test
    void checksCostTheMostRoundsOfAnyUser() throws Exception {
        Users mixed = parse("a:" + HASH, "b:" + HASH.replace("10000", "20000"), "c:*");

        assertThat(mixed.cost()).isEqualTo(20_000);
        assertThat(mixed.weak()).isEqualTo(2);
        assertThat(parse().cost()).isEqualTo(600_000);
        assertThat(parse("a:" + HASH.replace("10000", "600000")).weak()).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "alice, 1, 'expects NAME:HASH, finds no colon'",
        "':*', 1, the name is empty",
        "'al%ice:*', 1, '''%'' without two hexadecimal digits'",
        "'a%00:*', 1, the name has control characters",
        "'a%0Ab:*', 1, the name has control characters",
        "'alice:', 7, 'expects pbkdf2-sha256:ROUNDS:SALT:HASH, finds 1 fields'",
        "'alice:!', 7, 'expects pbkdf2-sha256:ROUNDS:SALT:HASH, finds 1 fields'",
        "'alice:hunter2', 7, 'expects pbkdf2-sha256:ROUNDS:SALT:HASH, finds 1 fields'",
        "'alice:**', 7, 'expects pbkdf2-sha256:ROUNDS:SALT:HASH, finds 1 fields'",
        "'al:ice:*', 4, 'expects pbkdf2-sha256:ROUNDS:SALT:HASH, finds 2 fields'"
    })
    void anErrorIsNamedByFileLineAndColumn(String line, int column, String problem) {
        assertThatThrownBy(() -> parse("# one", line))
                .isInstanceOf(FileSyntaxException.class)
                .hasMessage("users, line 2, column " + column + ": " + problem);
    }

    @Test
    void aUserMayNotOccurTwiceHoweverWritten() {
        assertThatThrownBy(() -> parse("alice:*", "", "%61lice:!" + HASH))
                .isInstanceOf(FileSyntaxException.class)
                .hasMessage("users, line 3, column 1: 'alice' is in line 1 already");
    }

    @Test
    void aNameIsAtMostAsLongAsAPeerMaySend() throws Exception {
        String longest = "é".repeat(128);
        assertThat(parse(longest + ":*").find(longest)).isPresent();

        assertThatThrownBy(() -> parse(longest + "e:*"))
                .isInstanceOf(FileSyntaxException.class)
                .hasMessageEndingWith("the name has 257 bytes, at most 256");
    }

    @Test
    void noHashIsShown() throws Exception {
        assertThat(parse("alice:" + HASH).toString())
                .contains("alice")
                .doesNotContain("AAECAwQF")
                .doesNotContain("4YL/uT00");
    }
}
