/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.jaas.passcode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import javax.security.auth.Subject;
import javax.security.auth.login.FailedLoginException;
import javax.security.auth.login.LoginContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.turnstile.api.CallerPrincipal;
import org.turnstile.api.IdentityType;
import org.turnstile.api.LoginUnavailableException;
import org.turnstile.jaas.Home;
import org.turnstile.jaas.Modules;

class PasscodeLoginModuleTest {

    @TempDir private Path folder;
    private Home home;

    @BeforeEach
    void aHomeWithAlice() throws Exception {
        home = new Home(folder).user("alice", "secret").stack(Modules.PASSCODE + "required");
    }

    @Test
    void theRightPasscodeGivesExactlyOneCaller() throws Exception {
        Subject subject = home.login(home.passcode("alice", "secret"));

        assertThat(subject.getPrincipals()).containsExactly(new CallerPrincipal("alice"));
        assertThat(subject.getPrivateCredentials()).isEmpty();
        assertThat(subject.getPublicCredentials()).isEmpty();
    }

    @Test
    void aLogoutTakesTheCallerAway() throws Exception {
        LoginContext context = home.context(home.passcode("alice", "secret"));
        context.login();

        context.logout();

        assertThat(context.getSubject().getPrincipals()).isEmpty();
    }

    @Test
    void aWrongPasscodeFailsAndLeavesNothing() throws Exception {
        Subject subject = new Subject();
        LoginContext context = home.context(home.passcode("alice", "Secret"), subject);

        assertThatThrownBy(context::login)
                .isInstanceOf(FailedLoginException.class)
                .hasMessage("the passcode is wrong");
        assertThat(subject.getPrincipals()).isEmpty();
    }

    @Test
    void anUnknownUserFails() {
        assertThatThrownBy(() -> home.login(home.passcode("mallory", "secret")))
                .isInstanceOf(FailedLoginException.class);
    }

    @Test
    void anEmptyPasscodeNeverSucceeds() {
        assertThatThrownBy(() -> home.login(home.passcode("alice", "")))
                .isInstanceOf(FailedLoginException.class)
                .hasMessage("the passcode is empty");
    }

    @Test
    void aDisabledUserFailsEvenWithTheRightPasscodeAndFromTheCache() throws Exception {
        home.login(home.passcode("alice", "secret"));

        home.users().enable("alice", false);

        assertThatThrownBy(() -> home.login(home.passcode("alice", "secret")))
                .isInstanceOf(FailedLoginException.class)
                .hasMessage("the user is disabled");
        home.users().enable("alice", true);
        assertThat(home.login(home.passcode("alice", "secret")).getPrincipals()).hasSize(1);
    }

    @Test
    void aUserWithoutPasscodeCannotComeInWithAny() throws Exception {
        home.users().addWithoutPasscode("ct1");

        assertThatThrownBy(() -> home.login(home.passcode("ct1", "*")))
                .isInstanceOf(FailedLoginException.class)
                .hasMessage("the user has no passcode");
    }

    @Test
    void namesAreComparedExactly() throws Exception {
        home.user(" alice ", "other").user("Müller", "grün");

        assertThat(home.login(home.passcode(" alice ", "other")).getPrincipals())
                .containsExactly(new CallerPrincipal(" alice "));
        assertThat(home.login(home.passcode("Müller", "grün")).getPrincipals())
                .containsExactly(new CallerPrincipal("Müller"));
        assertThatThrownBy(() -> home.login(home.passcode(" alice", "other")))
                .isInstanceOf(FailedLoginException.class);
        assertThatThrownBy(() -> home.login(home.passcode("ALICE", "secret")))
                .isInstanceOf(FailedLoginException.class);
    }

    @Test
    void twoSpellingsOfOneLetterAreOneName() throws Exception {
        String composed = "M\u00FCller";
        String decomposed = "Mu\u0308ller";
        home.user(decomposed, "secret");

        for (String spelling : new String[] {composed, decomposed}) {
            assertThat(home.login(home.passcode(spelling, "secret")).getPrincipals())
                    .containsExactly(new CallerPrincipal(composed));
        }
        home.users().change(decomposed, Home.bytes("better"));
        home.login(home.passcode(composed, "better"));
        assertThatThrownBy(() -> home.user(composed, "x")).hasMessageContaining("already");
        home.users().remove(decomposed);
        assertThat(home.users().list()).hasSize(1);
    }

    @Test
    void aPasscodeNeedNotBeText() throws Exception {
        byte[] binary = {(byte) 0xC3, 0x28, 0x00, (byte) 0xFF};
        home.users().add("robot", binary);
        byte[] almost = binary.clone();
        almost[3] = (byte) 0xFE;

        byte[] name = Home.bytes("robot");
        assertThat(home.login(home.raw(IdentityType.PASSCODE, name, binary)).getPrincipals())
                .hasSize(1);
        assertThatThrownBy(() -> home.login(home.raw(IdentityType.PASSCODE, name, almost)))
                .isInstanceOf(FailedLoginException.class);
    }

    @Test
    void withoutVerificationTheNameIsTakenAndTheFileNotRead() throws Exception {
        Files.delete(home.file("users"));

        assertThat(home.login(home.unverified("anyone", "wrong")).getPrincipals())
                .containsExactly(new CallerPrincipal("anyone"));
    }

    @Test
    void otherIdentityTypesAreRefused() {
        for (IdentityType type : IdentityType.values()) {
            if (type != IdentityType.PASSCODE) {
                byte[] name = Home.bytes("alice");
                assertThatThrownBy(() -> home.login(home.raw(type, name, Home.bytes("secret"))))
                        .isInstanceOf(FailedLoginException.class)
                        .hasMessageContaining(type.toString());
            }
        }
    }

    @Test
    void aMissingUsersFileIsNobodysFault() throws Exception {
        Files.delete(home.file("users"));

        assertThatThrownBy(() -> home.login(home.passcode("alice", "secret")))
                .isInstanceOf(LoginUnavailableException.class)
                .hasMessageContaining(home.file("users").toString());
    }

    @Test
    void anErrorInTheUsersFileIsNamedByLine() throws Exception {
        String line = Files.readString(home.file("users"));
        home.write("users", "# staff\n" + line + "bob:hunter2\n");

        assertThatThrownBy(() -> home.login(home.passcode("alice", "secret")))
                .isInstanceOf(LoginUnavailableException.class)
                .hasMessageContaining(home.file("users") + ", line 3, column 5: expects")
                .hasMessageNotContaining("hunter2");
    }

    @Test
    void editsCountFromTheNextLoginOn() throws Exception {
        home.login(home.passcode("alice", "secret"));

        home.users().change("alice", Home.bytes("better"));

        assertThatThrownBy(() -> home.login(home.passcode("alice", "secret")))
                .isInstanceOf(FailedLoginException.class);
        home.login(home.passcode("alice", "better"));
        home.users().remove("alice");
        assertThatThrownBy(() -> home.login(home.passcode("alice", "better")))
                .isInstanceOf(FailedLoginException.class);
    }

    @Test
    void anotherUsersFileCanBeNamed() throws Exception {
        home.stack(Modules.PASSCODE + "required users=\"other/devices\"");
        Files.createDirectory(home.file("other"));
        new UsersFile(home.file("other/devices"), Home.ROUNDS).add("ct1", Home.bytes("scan"));

        assertThat(home.login(home.passcode("ct1", "scan")).getPrincipals()).hasSize(1);
        assertThatThrownBy(() -> home.login(home.passcode("alice", "secret")))
                .isInstanceOf(FailedLoginException.class);
    }

    @Test
    void aLoginDoesNotTouchTheHandlersBytes() throws Exception {
        byte[] passcode = Home.bytes("secret");
        byte[] before = Arrays.copyOf(passcode, passcode.length);

        home.login(home.raw(IdentityType.PASSCODE, Home.bytes("alice"), passcode));

        assertThat(passcode).isEqualTo(before);
    }
}
