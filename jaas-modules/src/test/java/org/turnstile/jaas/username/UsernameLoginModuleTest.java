/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.jaas.username;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import javax.security.auth.login.FailedLoginException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.turnstile.api.CallerPrincipal;
import org.turnstile.api.IdentityType;
import org.turnstile.api.LoginUnavailableException;
import org.turnstile.jaas.Home;
import org.turnstile.jaas.Modules;

class UsernameLoginModuleTest {

    @TempDir private Path folder;
    private Home home;

    @BeforeEach
    void anEntryThatTakesAnyName() throws Exception {
        home = new Home(folder).stack(Modules.USERNAME + "required");
    }

    /** Among them what the cases 4, 5, 6 and 32 send: UTF-8 of two to four bytes, and spaces. */
    @ParameterizedTest
    @ValueSource(strings = {"alice", "Müller", "山田", "😀", " alice ", "<script>&\"", "a:b"})
    void aBareNameBecomesTheCallerExactly(String name) throws Exception {
        assertThat(home.login(home.bareName(name)).getPrincipals())
                .containsExactly(new CallerPrincipal(name));
    }

    @Test
    void anEmptyNameOrOneWithControlCharactersIsNobody() {
        for (String name : new String[] {"", "a\0b", "a\r\nb"}) {
            assertThatThrownBy(() -> home.login(home.bareName(name)))
                    .isInstanceOf(FailedLoginException.class);
        }
    }

    @Test
    void bytesThatAreNotUtf8AreNobody() {
        byte[] name = {(byte) 0xC3, 0x28};

        assertThatThrownBy(() -> home.login(home.raw(IdentityType.USERNAME, name, new byte[0])))
                .isInstanceOf(FailedLoginException.class)
                .hasMessage("the name is not UTF-8");
    }

    @ParameterizedTest
    @EnumSource(names = "USERNAME", mode = EnumSource.Mode.EXCLUDE)
    void noOtherTypeIsTaken(IdentityType type) {
        byte[] name = Home.bytes("alice");

        assertThatThrownBy(() -> home.login(home.raw(type, name, Home.bytes("wrong"))))
                .isInstanceOf(FailedLoginException.class)
                .hasMessage("takes USERNAME, not " + type);
    }

    @Test
    void withAUsersFileOnlyItsEnabledUsersAreTaken() throws Exception {
        home.stack(Modules.USERNAME + "required users=users").user("alice", "secret");
        home.users().addWithoutPasscode("ct1");
        home.users().addWithoutPasscode("mr1");
        home.users().enable("mr1", false);

        assertThat(home.login(home.bareName("ct1")).getPrincipals()).hasSize(1);
        assertThat(home.login(home.bareName("alice")).getPrincipals()).hasSize(1);
        assertThatThrownBy(() -> home.login(home.bareName("CT1")))
                .isInstanceOf(FailedLoginException.class)
                .hasMessage("there is no such user");
        assertThatThrownBy(() -> home.login(home.bareName("mr1")))
                .isInstanceOf(FailedLoginException.class)
                .hasMessage("the user is disabled");
    }

    @Test
    void anEditOfTheUsersFileCountsFromTheNextLoginOn() throws Exception {
        home.stack(Modules.USERNAME + "required users=users");
        home.users().addWithoutPasscode("ct1");
        home.login(home.bareName("ct1"));

        home.users().remove("ct1");

        assertThatThrownBy(() -> home.login(home.bareName("ct1")))
                .isInstanceOf(FailedLoginException.class);
    }

    @Test
    void aUsersFileThatIsMissingIsNobodysFault() throws Exception {
        home.stack(Modules.USERNAME + "required users=users");

        assertThatThrownBy(() -> home.login(home.bareName("alice")))
                .isInstanceOf(LoginUnavailableException.class)
                .hasMessageContaining(home.file("users").toString());
    }

    @Test
    void anUnknownOptionIsNamed() throws Exception {
        home.stack(Modules.USERNAME + "required user=users");

        assertThatThrownBy(() -> home.login(home.bareName("alice")))
                .isInstanceOf(LoginUnavailableException.class)
                .hasMessage(
                        "UsernameLoginModule: option user is unknown; there are: users, dataSource");
    }
}
