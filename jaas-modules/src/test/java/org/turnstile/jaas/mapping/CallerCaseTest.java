/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.jaas.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.security.auth.UserPrincipal;
import java.nio.file.Path;
import java.util.Set;
import javax.security.auth.Subject;
import javax.security.auth.login.LoginContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.turnstile.api.CallerPrincipal;
import org.turnstile.api.LoginUnavailableException;
import org.turnstile.api.RolePrincipal;
import org.turnstile.jaas.Home;
import org.turnstile.jaas.Modules;
import org.turnstile.jaas.SiteLoginModule;

/** All spellings of a name become one caller. */
class CallerCaseTest {

    private static final String LOWER = Modules.MAPPING + "required callerCase=LOWER";

    @TempDir private Path folder;
    private Home home;

    @BeforeEach
    void usersInSeveralSpellings() throws Exception {
        home =
                new Home(folder)
                        .user("Alice", "secret")
                        .user("ALICE", "other")
                        .write("roles", "r = user:aLiCe\ng = group:Staff\n")
                        .stack(Modules.PASSCODE + "required", LOWER);
    }

    @Test
    void theMappedNameIsTheOnlyCallerAndHasTheRolesOfAnySpelling() throws Exception {
        for (String[] user : new String[][] {{"Alice", "secret"}, {"ALICE", "other"}}) {
            assertThat(home.login(home.passcode(user[0], user[1])).getPrincipals())
                    .containsExactlyInAnyOrder(
                            new CallerPrincipal("alice"), new RolePrincipal("r"));
        }
    }

    @Test
    void upperCaseAndLettersWithAccents() throws Exception {
        home.user("J\u00FCrgen", "x")
                .stack(Modules.PASSCODE + "required", LOWER.replace("LOWER", "UPPER"));

        assertThat(home.login(home.passcode("Ju\u0308rgen", "x")).getPrincipals())
                .containsExactly(new CallerPrincipal("J\u00DCRGEN"));
    }

    @Test
    void withoutTheOptionEverySpellingIsACallerOfItsOwn() throws Exception {
        home.stack(Modules.PASSCODE + "required", Modules.MAPPING + "required");

        assertThat(home.login(home.passcode("Alice", "secret")).getPrincipals())
                .containsExactly(new CallerPrincipal("Alice"));
    }

    @Test
    void groupsAreComparedExactlyAllTheSame() throws Exception {
        home.stack(SiteLoginModule.NAME + "required groups=\"staff\"", LOWER);
        assertThat(home.login(home.bareName("x")).getPrincipals(RolePrincipal.class)).isEmpty();

        home.stack(SiteLoginModule.NAME + "required groups=\"Staff\"", LOWER);
        assertThat(home.login(home.bareName("x")).getPrincipals(RolePrincipal.class)).hasSize(1);
    }

    @Test
    void aCallerOfAnotherClassStaysBesideTheMappedOne() throws Exception {
        home.stack(SiteLoginModule.NAME + "required", LOWER);

        assertThat(home.login(home.bareName("Alice")).getPrincipals())
                .containsExactlyInAnyOrder(
                        new UserPrincipal("Alice"),
                        new CallerPrincipal("alice"),
                        new RolePrincipal("r"));
    }

    @Test
    void aLogoutLeavesNothingOfTheLogin() throws Exception {
        LoginContext context = home.context(home.passcode("Alice", "secret"));
        context.login();

        context.logout();

        assertThat(context.getSubject().getPrincipals()).isEmpty();
    }

    @Test
    void aCallerFromBeforeTheLoginComesBackWithTheLogout() throws Exception {
        Subject subject = new Subject();
        subject.getPrincipals().add(new CallerPrincipal("ALICE"));
        LoginContext context = home.context(home.passcode("Alice", "secret"), subject);
        context.login();
        assertThat(subject.getPrincipals(CallerPrincipal.class))
                .isEqualTo(Set.of(new CallerPrincipal("alice")));

        context.logout();

        assertThat(subject.getPrincipals()).containsExactly(new CallerPrincipal("ALICE"));
    }

    @Test
    void aListenerThatWouldNotSeeTheMappedNameIsAFaultOfTheConfiguration() throws Exception {
        home.stack(
                Modules.PASSCODE + "required",
                LOWER + " callerPrincipalClasses=\"com.sun.security.auth.UserPrincipal\"");

        assertThatThrownBy(() -> home.login(home.passcode("Alice", "secret")))
                .isInstanceOf(LoginUnavailableException.class)
                .hasMessageContaining("option callerCase: needs org.turnstile.api.CallerPrincipal");
    }
}
