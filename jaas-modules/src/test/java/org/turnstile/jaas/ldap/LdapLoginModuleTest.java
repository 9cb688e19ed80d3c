/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.jaas.ldap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.unboundid.ldap.sdk.ResultCode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.Principal;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javax.security.auth.Subject;
import javax.security.auth.login.FailedLoginException;
import javax.security.auth.login.LoginContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.turnstile.api.CallerPrincipal;
import org.turnstile.api.IdentityType;
import org.turnstile.api.LoginUnavailableException;
import org.turnstile.api.RolePrincipal;
import org.turnstile.jaas.Home;
import org.turnstile.jaas.Modules;
import org.turnstile.jaas.Peer;

/** Users, passcodes and groups of a directory. */
class LdapLoginModuleTest {

    @TempDir private Path folder;
    private DirectoryFixture directory;
    private Home home;

    @BeforeEach
    void aDirectoryWithAliceAndBob() throws Exception {
        directory = new DirectoryFixture();
        home = directory.in(new Home(folder));
    }

    @AfterEach
    void stop() throws Exception {
        home.close();
        directory.close();
    }

    private void stack(String options) throws Exception {
        home.stack(Modules.LDAP + "required" + options);
    }

    private Set<String> groups(Peer peer) throws Exception {
        return names(home.login(peer).getPrincipals(LdapGroup.class));
    }

    private static Set<String> names(Collection<? extends Principal> principals) {
        return principals.stream().map(Principal::getName).collect(Collectors.toSet());
    }

    @Test
    void theRightPasscodeGivesExactlyOneCaller() throws Exception {
        for (String options : List.of(directory.byName(), directory.bySearch())) {
            stack(options);
            Subject subject = home.login(home.passcode("alice", "secret"));

            assertThat(subject.getPrincipals()).containsExactly(new CallerPrincipal("alice"));
            assertThat(subject.getPrivateCredentials()).isEmpty();
            assertThat(subject.getPublicCredentials()).isEmpty();
        }
    }

    @Test
    void aWrongPasscodeAndAnUnknownUserFail() throws Exception {
        for (String options : List.of(directory.byName(), directory.bySearch())) {
            stack(options);
            assertThatThrownBy(() -> home.login(home.passcode("alice", "Secret")))
                    .isInstanceOf(FailedLoginException.class)
                    .hasMessage("the directory refuses name or passcode of the user");
            assertThatThrownBy(() -> home.login(home.passcode("mallory", "secret")))
                    .isInstanceOf(FailedLoginException.class);
        }
    }

    @Test
    void case49AnUnknownUserCostsTheDirectoryWhatAWrongPasscodeCosts() throws Exception {
        stack(directory.bySearch() + DirectoryFixture.groups());

        assertThatThrownBy(() -> home.login(home.passcode("alice", "wrong")));
        List<String> known = directory.asked();
        assertThatThrownBy(() -> home.login(home.passcode("nobody", "wrong")));
        List<String> unknown = directory.asked();

        assertThat(known)
                .containsExactly(
                        "bind " + DirectoryFixture.SEARCHER,
                        "search (uid=alice)",
                        "bind uid=alice," + DirectoryFixture.PEOPLE);
        assertThat(unknown)
                .containsExactly(
                        "bind " + DirectoryFixture.SEARCHER,
                        "search (uid=nobody)",
                        "bind cn=nobody," + DirectoryFixture.BASE);
    }

    @Test
    void case50AnEmptyPasscodeNeverReachesTheDirectory() throws Exception {
        for (String options : List.of(directory.byName(), directory.bySearch())) {
            stack(options);
            assertThatThrownBy(() -> home.login(home.passcode("alice", "")))
                    .isInstanceOf(FailedLoginException.class)
                    .hasMessage("the passcode is empty");
        }
        assertThat(directory.asked()).isEmpty();
    }

    @Test
    void aNameThatIsTwoUsersIsNeither() throws Exception {
        directory.entry("uid=alice,ou=groups," + DirectoryFixture.BASE, "alice", "secret");
        stack(directory.bySearch());

        assertThatThrownBy(() -> home.login(home.passcode("alice", "secret")))
                .isInstanceOf(FailedLoginException.class)
                .hasMessage("the directory has several users of that name");
    }

    @Test
    void withoutVerificationTheNameIsTakenAndTheDirectoryNotAsked() throws Exception {
        stack(directory.byName() + DirectoryFixture.groups() + " groupsAsRoles=true");

        assertThat(home.login(home.unverified("alice", "wrong")).getPrincipals())
                .containsExactly(new CallerPrincipal("alice"));
        assertThat(directory.asked()).isEmpty();
    }

    @Test
    void otherIdentityTypesAreRefused() throws Exception {
        stack(directory.byName());
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
    void groupsAreSearchedForAsTheUserOrByAnAccountOfTheirOwn() throws Exception {
        for (String who : List.of("", DirectoryFixture.searcher())) {
            stack(directory.byName() + who + DirectoryFixture.groups());

            assertThat(groups(home.passcode("alice", "secret")))
                    .containsExactlyInAnyOrder("radiologists", "staff");
            assertThat(groups(home.passcode("bob", "other"))).containsExactly("staff");
        }
    }

    @Test
    void groupsAreReadFromTheUsersEntry() throws Exception {
        stack(directory.byName() + " memberOfAttribute=memberOf");

        assertThat(groups(home.passcode("alice", "secret")))
                .containsExactlyInAnyOrder("radiologists", "night shift");
        assertThat(groups(home.passcode("bob", "other"))).isEmpty();
    }

    @Test
    void groupsAreNoRolesUntilTheMappingOrAnOptionSaysSo() throws Exception {
        String module = Modules.LDAP + "required" + directory.byName() + DirectoryFixture.groups();
        home.stack(module, Modules.MAPPING + "required")
                .write("roles", "dicom-find = group:radiologists\n");
        assertThat(roles("alice", "secret")).containsExactly("dicom-find");
        assertThat(roles("bob", "other")).isEmpty();

        home.stack(module + " groupsAsRoles=true");
        assertThat(roles("alice", "secret")).containsExactlyInAnyOrder("radiologists", "staff");
    }

    private Set<String> roles(String name, String passcode) throws Exception {
        return names(home.login(home.passcode(name, passcode)).getPrincipals(RolePrincipal.class));
    }

    @Test
    void moreThanAThousandGroupsAreNotCutOff() throws Exception {
        for (int i = 0; i < GroupRule.MOST - 2; i++) {
            directory.group("g" + i, "alice");
        }
        stack(directory.byName() + DirectoryFixture.groups());
        assertThat(groups(home.passcode("alice", "secret"))).hasSize(GroupRule.MOST);

        directory.group("one more", "alice");
        assertThatThrownBy(() -> home.login(home.passcode("alice", "secret")))
                .isInstanceOf(LoginUnavailableException.class)
                .hasMessage("directory: the user is in more than 1000 groups");
    }

    @Test
    void aSearchForGroupsThatFailsIsNotAUserWithoutGroups() throws Exception {
        stack(directory.byName() + " groupBase=\"ou=nowhere," + DirectoryFixture.BASE + "\"");

        assertThatThrownBy(() -> home.login(home.passcode("alice", "secret")))
                .isInstanceOf(LoginUnavailableException.class)
                .hasMessageContaining("no such object (32)");
    }

    @Test
    void spellingsThatTheDirectoryTakesForOneAreOneCaller() throws Exception {
        for (String options : List.of(directory.byName(), directory.bySearch())) {
            stack(options);
            for (String spelling : List.of("alice", "ALICE", "alice ", " alice")) {
                assertThat(home.login(home.passcode(spelling, "secret")).getPrincipals())
                        .containsExactly(new CallerPrincipal("alice"));
            }
        }
    }

    @Test
    void theCallerMayKeepTheNameAsSent() throws Exception {
        stack(directory.byName() + " callerAttribute=\"\"");

        assertThat(home.login(home.passcode("ALICE", "secret")).getPrincipals())
                .containsExactly(new CallerPrincipal("ALICE"));
        assertThat(directory.asked()).hasSize(1);
    }

    @Test
    void aCallerWithoutOrWithTwoNamesIsNobodysFault() throws Exception {
        stack(directory.byName() + " callerAttribute=memberOf");

        for (String name : List.of("alice secret", "bob other")) {
            String[] user = name.split(" ", 2);
            assertThatThrownBy(() -> home.login(home.passcode(user[0], user[1])))
                    .isInstanceOf(LoginUnavailableException.class)
                    .hasMessageContaining("not exactly one name in memberOf");
        }
    }

    @Test
    void alsoALockedOrExpiredUserIsRefusedAndAnyOtherAnswerIsNoRefusal() throws Exception {
        stack(directory.byName());
        for (ResultCode code :
                List.of(
                        ResultCode.INVALID_CREDENTIALS,
                        ResultCode.UNWILLING_TO_PERFORM,
                        ResultCode.CONSTRAINT_VIOLATION,
                        ResultCode.INAPPROPRIATE_AUTHENTICATION)) {
            directory.answers(code);
            assertThatThrownBy(() -> home.login(home.passcode("alice", "secret")))
                    .isInstanceOf(FailedLoginException.class);
        }
        for (ResultCode code :
                List.of(
                        ResultCode.BUSY,
                        ResultCode.UNAVAILABLE,
                        ResultCode.REFERRAL,
                        ResultCode.CONFIDENTIALITY_REQUIRED,
                        ResultCode.OTHER)) {
            directory.answers(code);
            assertThatThrownBy(() -> home.login(home.passcode("alice", "secret")))
                    .isInstanceOf(LoginUnavailableException.class)
                    .hasMessageEndingWith(code.getName() + " (" + code.intValue() + ")");
        }
    }

    @Test
    void aPasscodeThatIsGoodForNothingButANewOneIsRefused() throws Exception {
        stack(directory.byName());
        directory.expire();

        assertThatThrownBy(() -> home.login(home.passcode("alice", "secret")))
                .isInstanceOf(FailedLoginException.class);
    }

    @Test
    void anAccountThatSearchesAndIsRefusedIsNobodysFault() throws Exception {
        stack(directory.bySearch());
        home.write("searcher", "old passcode\n");
        assertThatThrownBy(() -> home.login(home.passcode("alice", "secret")))
                .isInstanceOf(LoginUnavailableException.class)
                .hasMessage("bindDn: the directory refuses " + DirectoryFixture.SEARCHER);

        home.write("searcher", DirectoryFixture.SEARCHERS_PASSCODE);
        assertThat(home.login(home.passcode("alice", "secret")).getPrincipals())
                .as("a new passcode counts at once")
                .hasSize(1);
    }

    @Test
    void anEmptyMissingOrLongFileOfThePasscodeIsNamed() throws Exception {
        stack(directory.bySearch());
        for (String text : List.of("", "\r\n", "x".repeat(2000))) {
            home.write("searcher", text);
            assertThatThrownBy(() -> home.login(home.passcode("alice", "secret")))
                    .isInstanceOf(LoginUnavailableException.class)
                    .hasMessageContaining("bindPasscodeFile: " + home.file("searcher"));
        }
        Files.delete(home.file("searcher"));
        assertThatThrownBy(() -> home.login(home.passcode("alice", "secret")))
                .isInstanceOf(LoginUnavailableException.class)
                .hasMessageContaining("cannot be read");
    }

    @Test
    void aLogoutTakesCallerGroupsAndRolesOut() throws Exception {
        stack(directory.byName() + DirectoryFixture.groups() + " groupsAsRoles=true");
        LoginContext context = home.context(home.passcode("alice", "secret"));
        context.login();
        assertThat(context.getSubject().getPrincipals()).hasSize(5);

        context.logout();

        assertThat(context.getSubject().getPrincipals()).isEmpty();
    }

    @Test
    void namesThatMeanSomethingToADirectoryAreNamesAllTheSame() throws Exception {
        directory.entry("uid=o\\,brian\\+x," + DirectoryFixture.PEOPLE, "o,brian+x", "secret");
        directory.entry("uid=a*(b)\\\\c," + DirectoryFixture.PEOPLE, "a*(b)\\c", "secret");
        for (String options : List.of(directory.byName(), directory.bySearch())) {
            stack(options);
            for (String name : List.of("o,brian+x", "a*(b)\\c")) {
                assertThat(home.login(home.passcode(name, "secret")).getPrincipals())
                        .containsExactly(new CallerPrincipal(name));
            }
        }
    }

    @Test
    void noNameEndsItsPlaceInADnOrFilter() throws Exception {
        for (String options : List.of(directory.byName(), directory.bySearch())) {
            stack(options);
            for (String name :
                    List.of(
                            "*",
                            "a*",
                            "*)(uid=*",
                            "alice)(|(uid=*",
                            "alice,ou=people",
                            "alice," + DirectoryFixture.PEOPLE,
                            "alice+cn=alice",
                            "#04",
                            "{dn}",
                            "{name}",
                            "\\61lice",
                            "\"alice\"",
                            " alice;x")) {
                assertThatThrownBy(() -> home.login(home.passcode(name, "secret")))
                        .as(name)
                        .isInstanceOf(FailedLoginException.class);
            }
            assertThatThrownBy(() -> home.login(home.passcode("alice\0", "secret")))
                    .hasMessage("the name has control characters");
        }
    }
}
