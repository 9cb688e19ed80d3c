/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.jaas.ldap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.security.Principal;
import java.util.List;
import javax.security.auth.Subject;
import javax.security.auth.kerberos.KerberosPrincipal;
import javax.security.auth.login.FailedLoginException;
import javax.security.auth.login.LoginContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.turnstile.api.CallerPrincipal;
import org.turnstile.api.LoginUnavailableException;
import org.turnstile.api.RolePrincipal;
import org.turnstile.jaas.Home;
import org.turnstile.jaas.Modules;

/** Groups of a directory for users whom another module has proven. */
class LdapGroupsLoginModuleTest {

    @TempDir private Path folder;
    private DirectoryFixture directory;
    private Home home;

    @BeforeEach
    void aDirectoryBehindTheUsersFile() throws Exception {
        directory = new DirectoryFixture();
        home = directory.in(new Home(folder)).user("alice", "by file").user("zoe", "by file");
        stack(Modules.PASSCODE + "required", directory.bySearch());
    }

    @AfterEach
    void stop() throws Exception {
        home.close();
        directory.close();
    }

    private void stack(String before, String options) throws Exception {
        home.stack(before, Modules.LDAP_GROUPS + "required" + options + DirectoryFixture.groups());
    }

    private Subject login(Principal... principals) throws Exception {
        Subject subject = new Subject();
        subject.getPrincipals().addAll(List.of(principals));
        home.context(home.bareName("ticket"), subject).login();
        return subject;
    }

    @Test
    void theCallersGroupsAreAddedAndGoWithTheLogout() throws Exception {
        LoginContext context = home.context(home.passcode("alice", "by file"));
        context.login();
        assertThat(context.getSubject().getPrincipals())
                .containsExactlyInAnyOrder(
                        new CallerPrincipal("alice"),
                        new LdapGroup("radiologists"),
                        new LdapGroup("staff"));

        context.logout();

        assertThat(context.getSubject().getPrincipals()).isEmpty();
    }

    @Test
    void aUserWhomTheDirectoryDoesNotKnowHasNoGroups() throws Exception {
        assertThat(home.login(home.passcode("zoe", "by file")).getPrincipals())
                .containsExactly(new CallerPrincipal("zoe"));
    }

    @Test
    void aNameThatIsTwoUsersIsRefused() throws Exception {
        directory.entry("uid=alice,ou=groups," + DirectoryFixture.BASE, "alice", "x");

        assertThatThrownBy(() -> home.login(home.passcode("alice", "by file")))
                .isInstanceOf(FailedLoginException.class);
    }

    @Test
    void aKerberosUserIsLookedUpByTheBareNameWhereTheOptionSaysSo() throws Exception {
        home.stack(
                Modules.LDAP_GROUPS
                        + "required groupsAsRoles=true stripRealms=\"EXAMPLE.ORG\""
                        + directory.bySearch()
                        + DirectoryFixture.groups());

        assertThat(
                        login(new KerberosPrincipal("bob@EXAMPLE.ORG"))
                                .getPrincipals(RolePrincipal.class))
                .containsExactly(new RolePrincipal("staff"));
        assertThat(login(new KerberosPrincipal("bob@OTHER.ORG")).getPrincipals(RolePrincipal.class))
                .isEmpty();
    }

    @Test
    void aPasscodeThatWasNotVerifiedEarnsNoGroup() throws Exception {
        assertThat(home.login(home.unverified("alice", "wrong")).getPrincipals())
                .containsExactly(new CallerPrincipal("alice"));
        assertThat(directory.asked()).isEmpty();
    }

    @Test
    void withoutACallerItProvesNobody() throws Exception {
        home.stack(Modules.LDAP_GROUPS + "required" + directory.bySearch());

        assertThatThrownBy(() -> home.login(home.passcode("alice", "secret")))
                .isInstanceOf(FailedLoginException.class)
                .hasMessage("no module before LdapGroupsLoginModule has named a caller");
    }

    @Test
    void withoutAnAccountThatSearchesItCannotWork() throws Exception {
        stack(Modules.PASSCODE + "required", directory.byName());

        assertThatThrownBy(() -> home.login(home.passcode("alice", "by file")))
                .isInstanceOf(LoginUnavailableException.class)
                .hasMessage("LdapGroupsLoginModule: option bindDn: is needed to look users up");
    }

    @Test
    void aDirectoryThatIsDownIsNotAUserWithoutGroups() throws Exception {
        directory.close();
        Subject subject = new Subject();

        assertThatThrownBy(home.context(home.passcode("alice", "by file"), subject)::login)
                .isInstanceOf(LoginUnavailableException.class);
        assertThat(subject.getPrincipals()).isEmpty();
    }

    @Test
    void theUsersDnCanBeMadeOfTheNameToo() throws Exception {
        stack(
                Modules.PASSCODE + "required",
                directory.byName() + DirectoryFixture.searcher() + " memberOfAttribute=memberOf");

        assertThat(home.login(home.passcode("alice", "by file")).getPrincipals(LdapGroup.class))
                .containsExactlyInAnyOrder(
                        new LdapGroup("radiologists"),
                        new LdapGroup("staff"),
                        new LdapGroup("night shift"));
    }
}
