/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.jaas.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.security.Principal;
import java.util.List;
import javax.security.auth.Subject;
import javax.security.auth.kerberos.KerberosPrincipal;
import javax.security.auth.login.LoginContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.turnstile.api.CallerPrincipal;
import org.turnstile.api.RolePrincipal;
import org.turnstile.jaas.Home;
import org.turnstile.jaas.Modules;

/** Users of a realm of one's own are known by their bare name. */
class StripRealmsTest {

    @TempDir private Path folder;
    private Home home;

    @BeforeEach
    void aMappingThatKnowsTwoRealms() throws Exception {
        home =
                new Home(folder)
                        .write("roles", "bare = user:alice\nfull = user:alice@OTHER.ORG\n")
                        .stack(
                                Modules.MAPPING
                                        + "required stripRealms=\"EXAMPLE.ORG, SUB.EXAMPLE.ORG\"");
    }

    private Subject login(Principal... principals) throws Exception {
        return context(principals).getSubject();
    }

    private LoginContext context(Principal... principals) throws Exception {
        Subject subject = new Subject();
        subject.getPrincipals().addAll(List.of(principals));
        LoginContext context = home.context(home.bareName("ticket"), subject);
        context.login();
        return context;
    }

    @Test
    void aUserOfTheRealmIsACallerByTheBareNameWithItsRoles() throws Exception {
        Subject subject = login(new KerberosPrincipal("alice@EXAMPLE.ORG"));

        assertThat(subject.getPrincipals())
                .containsExactlyInAnyOrder(
                        new KerberosPrincipal("alice@EXAMPLE.ORG"),
                        new CallerPrincipal("alice"),
                        new RolePrincipal("bare"));
    }

    @Test
    void theSecondRealmCountsToo() throws Exception {
        assertThat(login(new KerberosPrincipal("alice@SUB.EXAMPLE.ORG")).getPrincipals())
                .contains(new CallerPrincipal("alice"), new RolePrincipal("bare"));
    }

    @Test
    void aUserOfAnotherRealmKeepsTheFullName() throws Exception {
        assertThat(login(new KerberosPrincipal("alice@OTHER.ORG")).getPrincipals())
                .containsExactlyInAnyOrder(
                        new KerberosPrincipal("alice@OTHER.ORG"), new RolePrincipal("full"));
    }

    @Test
    void aRealmThatOnlyEndsLikeOneIsAnother() throws Exception {
        assertThat(login(new KerberosPrincipal("alice@NOT.EXAMPLE.ORG")).getPrincipals())
                .containsExactly(new KerberosPrincipal("alice@NOT.EXAMPLE.ORG"));
    }

    @Test
    void aNameWithAQuotedSeparatorKeepsTheFullName() throws Exception {
        KerberosPrincipal quoted = new KerberosPrincipal("alice\\@OTHER.ORG@EXAMPLE.ORG");

        assertThat(login(quoted).getPrincipals()).containsExactly(quoted);
    }

    @Test
    void aCallerWhoHasANameAlreadyKeepsIt() throws Exception {
        assertThat(
                        login(
                                        new CallerPrincipal("bob"),
                                        new KerberosPrincipal("alice@EXAMPLE.ORG"))
                                .getPrincipals(CallerPrincipal.class))
                .containsExactly(new CallerPrincipal("bob"));
    }

    @Test
    void aLogoutTakesTheBareNameOut() throws Exception {
        KerberosPrincipal alice = new KerberosPrincipal("alice@EXAMPLE.ORG");
        LoginContext context = context(alice);

        context.logout();

        assertThat(context.getSubject().getPrincipals()).containsExactly(alice);
    }
}
