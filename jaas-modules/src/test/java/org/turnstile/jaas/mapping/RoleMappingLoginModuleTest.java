/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.jaas.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.security.auth.UserPrincipal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.Principal;
import java.util.Set;
import java.util.stream.Collectors;
import javax.security.auth.Subject;
import javax.security.auth.login.FailedLoginException;
import javax.security.auth.login.LoginContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.turnstile.api.CallerPrincipal;
import org.turnstile.api.LoginUnavailableException;
import org.turnstile.api.RolePrincipal;
import org.turnstile.jaas.Home;
import org.turnstile.jaas.Modules;
import org.turnstile.jaas.Peer;
import org.turnstile.jaas.SiteGroup;
import org.turnstile.jaas.SiteLoginModule;

class RoleMappingLoginModuleTest {

    private static final String SITE = SiteLoginModule.NAME + "required groups=\"staff;readers\"";
    private static final String MAPPING = Modules.MAPPING + "required";

    @TempDir private Path folder;
    private Home home;

    @BeforeEach
    void aHomeWithUsersAndRoles() throws Exception {
        home =
                new Home(folder)
                        .user("alice", "secret")
                        .write("roles", "dicom-find = user:alice\ndicom-move = group:staff\n")
                        .stack(Modules.PASSCODE + "required", MAPPING);
    }

    private Set<String> roles(Peer peer) throws Exception {
        return roles(home.login(peer));
    }

    private static Set<String> roles(Subject subject) {
        return subject.getPrincipals(RolePrincipal.class).stream()
                .map(Principal::getName)
                .collect(Collectors.toSet());
    }

    @Test
    void addsTheRolesOfTheCaller() throws Exception {
        Subject subject = home.login(home.passcode("alice", "secret"));

        assertThat(subject.getPrincipals())
                .containsExactlyInAnyOrder(
                        new CallerPrincipal("alice"), new RolePrincipal("dicom-find"));
    }

    @Test
    void aCallerWhomTheFileDoesNotNameHasNoRole() throws Exception {
        home.user("bob", "secret");

        assertThat(roles(home.passcode("bob", "secret"))).isEmpty();
    }

    @Test
    void worksBehindAModuleOfAnotherVendor() throws Exception {
        home.stack(SITE, MAPPING);

        assertThat(roles(home.bareName("bob"))).containsExactly("dicom-move");
        assertThat(roles(home.bareName("alice")))
                .containsExactlyInAnyOrder("dicom-move", "dicom-find");
    }

    @Test
    void aUserWhoIsCalledLikeAGroupIsNoMemberOfIt() throws Exception {
        home.stack(SiteLoginModule.NAME + "required", MAPPING);
        assertThat(roles(home.bareName("staff"))).isEmpty();

        home.user("staff", "secret").stack(Modules.PASSCODE + "required", MAPPING);
        assertThat(roles(home.passcode("staff", "secret"))).isEmpty();
    }

    @Test
    void aSecondPrincipalWithTheSentNameIsNoGroupEither() throws Exception {
        home.stack(
                SiteLoginModule.NAME + "required own=true", Modules.USERNAME + "required", MAPPING);

        assertThat(roles(home.bareName("staff"))).isEmpty();
    }

    @Test
    void aCallerOfAnotherClassCountsWhereTheOptionNamesIt() throws Exception {
        home.stack(
                SiteLoginModule.NAME + "required own=true groups=staff",
                MAPPING + " callerPrincipalClasses=\"org.turnstile.jaas.SiteUser\"");

        assertThat(roles(home.bareName("alice")))
                .containsExactlyInAnyOrder("dicom-find", "dicom-move");
    }

    @Test
    void aCallerOfAClassThatNobodyNamedIsAFaultOfTheConfiguration() throws Exception {
        home.stack(SiteLoginModule.NAME + "required own=true", MAPPING);

        assertThatThrownBy(() -> home.login(home.bareName("alice")))
                .isInstanceOf(LoginUnavailableException.class)
                .hasMessageContaining("callerPrincipalClasses")
                .hasMessageContaining("org.turnstile.jaas.SiteUser");
    }

    @Test
    void theFirstClassThatIsPresentNamesTheCaller() throws Exception {
        home.write("roles", "a = user:alice\nb = user:site\n");
        Subject subject = new Subject();
        subject.getPrincipals().add(new UserPrincipal("site"));

        home.context(home.passcode("alice", "secret"), subject).login();

        assertThat(roles(subject)).containsExactly("a");
    }

    @Test
    void withoutACallerTheMappingProvesNobody() throws Exception {
        home.stack(MAPPING);

        assertThatThrownBy(() -> home.login(home.passcode("alice", "secret")))
                .isInstanceOf(FailedLoginException.class)
                .hasMessage("no module before the mapping has named a caller");
    }

    @Test
    void twoSpellingsOfOneLetterAreOneNameForUsersAndGroups() throws Exception {
        home.write("roles", "a = user:M\u00FCller\nb = group:\u00C4rzte\n")
                .stack(SiteLoginModule.NAME + "required groups=\"A\u0308rzte\"", MAPPING);

        assertThat(roles(home.bareName("Mu\u0308ller"))).containsExactlyInAnyOrder("a", "b");
        assertThat(roles(home.bareName("\u00C4rzte"))).isEmpty();
    }

    @Test
    void aPrincipalWithoutANameIsNeitherGroupNorCaller() throws Exception {
        Subject subject = new Subject();
        subject.getPrincipals().add(new SiteGroup(null));
        home.context(home.passcode("alice", "secret"), subject).login();
        assertThat(roles(subject)).containsExactly("dicom-find");

        home.stack(MAPPING + " callerPrincipalClasses=\"org.turnstile.jaas.SiteGroup\"");
        Subject nameless = new Subject();
        nameless.getPrincipals().add(new SiteGroup(null));
        assertThatThrownBy(home.context(home.bareName("alice"), nameless)::login)
                .isInstanceOf(LoginUnavailableException.class);
    }

    @Test
    void everyoneMeansEveryCaller() throws Exception {
        home.write("roles", "dicom-echo = everyone\n").user("bob", "other");

        assertThat(roles(home.passcode("bob", "other"))).containsExactly("dicom-echo");
    }

    @Test
    void aPasscodeThatWasNotVerifiedEarnsNoRole() throws Exception {
        assertThat(home.login(home.unverified("alice", "wrong")).getPrincipals())
                .containsExactly(new CallerPrincipal("alice"));
    }

    @Test
    void aBareNameThatTheListenerTrustsHasItsRoles() throws Exception {
        home.stack(Modules.USERNAME + "required", MAPPING);

        assertThat(roles(home.bareName("alice"))).containsExactly("dicom-find");
    }

    @Test
    void rolesOfOthersAreNeitherMembersNorTakenAway() throws Exception {
        home.write("roles", "a = group:admin\ndicom-find = user:alice\n");
        RolePrincipal foreign = new RolePrincipal("admin");
        RolePrincipal same = new RolePrincipal("dicom-find");
        Subject subject = new Subject();
        subject.getPrincipals().addAll(Set.of(foreign, same));
        LoginContext context = home.context(home.passcode("alice", "secret"), subject);
        context.login();
        assertThat(roles(subject)).containsExactlyInAnyOrder("admin", "dicom-find");

        context.logout();

        assertThat(subject.getPrincipals()).containsExactlyInAnyOrder(foreign, same);
    }

    @Test
    void aLogoutTakesOutItsRoles() throws Exception {
        LoginContext context = home.context(home.passcode("alice", "secret"));
        context.login();

        context.logout();

        assertThat(context.getSubject().getPrincipals()).isEmpty();
    }

    @Test
    void editsCountFromTheNextLoginOn() throws Exception {
        assertThat(roles(home.passcode("alice", "secret"))).containsExactly("dicom-find");

        home.write("roles", "dicom-store = user:alice\n");
        assertThat(roles(home.passcode("alice", "secret"))).containsExactly("dicom-store");

        home.write("roles", "");
        assertThat(roles(home.passcode("alice", "secret"))).isEmpty();
    }

    @Test
    void aMissingOrFaultyFileIsNobodysFaultAndIsNamed() throws Exception {
        home.write("roles", "\nturnstile-admin = everyone, alice\n");
        assertThatThrownBy(() -> home.login(home.passcode("alice", "secret")))
                .isInstanceOf(LoginUnavailableException.class)
                .hasMessageContaining(home.file("roles") + ", line 2, column 29: 'alice'");

        Files.delete(home.file("roles"));
        assertThatThrownBy(() -> home.login(home.passcode("alice", "secret")))
                .isInstanceOf(LoginUnavailableException.class)
                .hasMessageContaining(home.file("roles") + " does not exist");
    }

    @Test
    void anotherRolesFileCanBeNamed() throws Exception {
        home.stack(Modules.PASSCODE + "required", MAPPING + " roles=others")
                .write("others", "x = user:alice\n");

        assertThat(roles(home.passcode("alice", "secret"))).containsExactly("x");
    }

    @Test
    void groupsStayWhatTheyAre() throws Exception {
        home.stack(SITE, MAPPING);

        assertThat(home.login(home.bareName("bob")).getPrincipals(SiteGroup.class)).hasSize(2);
    }
}
