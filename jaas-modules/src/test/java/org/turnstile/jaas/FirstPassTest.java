/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.jaas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import javax.security.auth.Subject;
import javax.security.auth.login.FailedLoginException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.turnstile.api.CallerPrincipal;
import org.turnstile.api.IdentityType;
import org.turnstile.jaas.passcode.PasscodeLoginModule;

/** What a module takes from the shared state of its stack, and what it leaves there. */
class FirstPassTest {

    @TempDir private Path folder;
    private final Map<String, Object> shared = new HashMap<>();
    private final Subject subject = new Subject();
    private Home home;

    @BeforeEach
    void aHomeWithTwoUsers() throws Exception {
        home = new Home(folder).user("alice", "secret").user("bob", "grün");
    }

    private PasscodeLoginModule module(Peer peer, Map<String, String> options) {
        PasscodeLoginModule module = new PasscodeLoginModule();
        module.initialize(subject, peer, shared, options);
        return module;
    }

    private char[] leave(String name, String password) {
        char[] chars = password.toCharArray();
        shared.put(SharedState.NAME, name);
        shared.put(SharedState.PASSWORD, chars);
        return chars;
    }

    @Test
    void withoutOptionsTheNameIsSharedAndThePasscodeIsNot() throws Exception {
        PasscodeLoginModule module = module(home.passcode("alice", "secret"), Map.of());

        assertThat(module.login()).isTrue();

        assertThat(shared).containsOnly(Map.entry(SharedState.NAME, "alice"));
    }

    @Test
    void aFailedNameIsNotShared() {
        PasscodeLoginModule module = module(home.passcode("alice", "wrong"), Map.of());

        assertThatThrownBy(module::login).isInstanceOf(FailedLoginException.class);

        assertThat(shared).isEmpty();
    }

    @Test
    void useFirstPassTakesWhatWasLeftAndNothingElse() throws Exception {
        leave("bob", "grün");
        PasscodeLoginModule module =
                module(home.passcode("alice", "secret"), Map.of("useFirstPass", "true"));

        module.login();
        module.commit();

        assertThat(subject.getPrincipals()).containsExactly(new CallerPrincipal("bob"));
    }

    @Test
    void useFirstPassDoesNotFallBackOnWhatThePeerSent() {
        leave("bob", "wrong");
        PasscodeLoginModule module =
                module(home.passcode("alice", "secret"), Map.of("useFirstPass", "true"));

        assertThatThrownBy(module::login).hasMessage("the passcode is wrong");
    }

    @Test
    void useFirstPassFailsIfNothingWasLeft() {
        PasscodeLoginModule module =
                module(home.passcode("alice", "secret"), Map.of("useFirstPass", "true"));

        assertThatThrownBy(module::login)
                .isInstanceOf(FailedLoginException.class)
                .hasMessageContaining("useFirstPass");
    }

    @Test
    void tryFirstPassTakesWhatWasLeft() throws Exception {
        leave("bob", "grün");
        PasscodeLoginModule module =
                module(home.passcode("alice", "wrong"), Map.of("tryFirstPass", "true"));

        module.login();
        module.commit();

        assertThat(subject.getPrincipals()).containsExactly(new CallerPrincipal("bob"));
    }

    @Test
    void tryFirstPassFallsBackOnWhatThePeerSent() throws Exception {
        leave("bob", "wrong");
        PasscodeLoginModule module =
                module(home.passcode("alice", "secret"), Map.of("tryFirstPass", "true"));

        module.login();
        module.commit();

        assertThat(subject.getPrincipals()).containsExactly(new CallerPrincipal("alice"));
    }

    @Test
    void tryFirstPassNeedsNothingLeft() throws Exception {
        PasscodeLoginModule module =
                module(home.passcode("alice", "secret"), Map.of("tryFirstPass", "true"));

        assertThat(module.login()).isTrue();
    }

    @Test
    void aSharedEmptyPasscodeOrNameNeverSucceeds() {
        leave("bob", "");
        Map<String, String> options = Map.of("useFirstPass", "true");
        assertThatThrownBy(module(home.passcode("alice", "secret"), options)::login)
                .isInstanceOf(FailedLoginException.class);

        leave("", "secret");
        assertThatThrownBy(module(home.passcode("alice", "secret"), options)::login)
                .isInstanceOf(FailedLoginException.class)
                .hasMessage("the name is empty");
    }

    @Test
    void aSharedPasscodeWithHalfASurrogatePairFails() {
        leave("bob", "\uD800");

        assertThatThrownBy(
                        module(home.passcode("alice", "secret"), Map.of("useFirstPass", "true"))
                                ::login)
                .isInstanceOf(FailedLoginException.class)
                .hasMessage("the passcode is not UTF-8");
    }

    @Test
    void storePassLeavesThePasscodeUntilTheCommitAndWipesIt() throws Exception {
        PasscodeLoginModule module =
                module(home.passcode("bob", "grün"), Map.of("storePass", "true"));
        module.login();
        char[] stored = (char[]) shared.get(SharedState.PASSWORD);
        assertThat(stored).containsExactly("grün".toCharArray());

        module.commit();

        assertThat(shared).containsOnly(Map.entry(SharedState.NAME, "bob"));
        assertThat(stored).containsOnly('\0');
    }

    @Test
    void storePassWipesAlsoWhenTheStackFails() throws Exception {
        PasscodeLoginModule module =
                module(home.passcode("bob", "grün"), Map.of("storePass", "true"));
        module.login();
        char[] stored = (char[]) shared.get(SharedState.PASSWORD);

        module.abort();

        assertThat(shared).doesNotContainKey(SharedState.PASSWORD);
        assertThat(stored).containsOnly('\0');
    }

    @Test
    void storePassNeverReplacesWhatIsThere() throws Exception {
        char[] left = leave("site", "other");
        PasscodeLoginModule module =
                module(home.passcode("alice", "secret"), Map.of("storePass", "true"));

        module.login();
        module.commit();

        assertThat(shared)
                .containsEntry(SharedState.NAME, "site")
                .containsEntry(SharedState.PASSWORD, left);
        assertThat(left).containsExactly("other".toCharArray());
    }

    @Test
    void storePassCannotLeaveBytesThatAreNoText() throws Exception {
        byte[] binary = {(byte) 0xC3, 0x28};
        home.users().add("robot", binary);
        Peer robot = home.raw(IdentityType.PASSCODE, Home.bytes("robot"), binary);

        assertThatThrownBy(module(robot, Map.of("storePass", "true"))::login)
                .isInstanceOf(FailedLoginException.class)
                .hasMessage("the passcode is not UTF-8");
    }

    @Test
    void clearPassTakesAwayNameAndPasscodeWhoeverLeftThem() throws Exception {
        char[] left = leave("bob", "grün");
        PasscodeLoginModule module =
                module(
                        home.passcode("alice", "secret"),
                        Map.of("tryFirstPass", "true", "clearPass", "true"));
        module.login();
        assertThat(shared).isNotEmpty();

        module.commit();

        assertThat(shared).isEmpty();
        assertThat(left).isEqualTo(Arrays.copyOf(new char[0], left.length));
    }
}
