/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.jaas.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import javax.security.auth.Subject;
import javax.security.auth.kerberos.KerberosPrincipal;
import javax.security.auth.login.FailedLoginException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.turnstile.api.LoginUnavailableException;
import org.turnstile.jaas.Home;
import org.turnstile.jaas.Modules;
import org.turnstile.jaas.SiteLoginModule;

/** Who is refused by the mapping, whatever a module before has found. */
class DenyTest {

    private static final String DENYING = Modules.MAPPING + "required deny=\"deny\"";

    @TempDir private Path folder;
    private Home home;

    @BeforeEach
    void aStackWithGroups() throws Exception {
        home =
                new Home(folder)
                        .write("roles", "r = everyone\n")
                        .write("deny", "# left\nuser:mallory\n group:suspended \n")
                        .stack(SiteLoginModule.NAME + "required groups=\"staff\"", DENYING);
    }

    private void assertRefused(String name) throws Exception {
        Subject subject = new Subject();
        assertThatThrownBy(home.context(home.bareName(name), subject)::login)
                .isInstanceOf(FailedLoginException.class)
                .hasMessage("the caller is one of those whom the deny file refuses");
        assertThat(subject.getPrincipals()).isEmpty();
    }

    private void assertIn(String name) throws Exception {
        assertThat(home.login(home.bareName(name)).getPrincipals()).isNotEmpty();
    }

    @Test
    void callersAndGroupsOfTheFileAreRefusedAndNobodyElse() throws Exception {
        assertIn("alice");
        assertRefused("mallory");

        home.stack(SiteLoginModule.NAME + "required groups=\"staff;suspended\"", DENYING);
        assertRefused("alice");
    }

    @Test
    void anEditCountsFromTheNextLoginOn() throws Exception {
        assertIn("alice");
        home.write("deny", "everyone\n");
        assertRefused("alice");
        home.write("deny", "");
        assertIn("mallory");
    }

    @Test
    void aMissingOrFaultyFileLetsNobodyIn() throws Exception {
        home.write("deny", "user:a\nmallory\n");
        assertThatThrownBy(() -> home.login(home.bareName("alice")))
                .isInstanceOf(LoginUnavailableException.class)
                .hasMessageContaining(
                        "deny: " + home.file("deny") + ", line 2, column 1: 'mallory'");

        Files.delete(home.file("deny"));
        assertThatThrownBy(() -> home.login(home.bareName("alice")))
                .isInstanceOf(LoginUnavailableException.class)
                .hasMessageContaining("does not exist");
    }

    @Test
    void aPasscodeThatWasNotVerifiedIsRefusedToo() throws Exception {
        home.stack(Modules.PASSCODE + "required", DENYING);

        assertThatThrownBy(() -> home.login(home.unverified("mallory", "x")))
                .isInstanceOf(FailedLoginException.class);
    }

    @Test
    void theFullAndTheBareNameOfATicketAreBothRefused() throws Exception {
        home.stack(DENYING + " stripRealms=\"EXAMPLE.ORG\"");
        for (String line : new String[] {"user:alice", "user:alice@EXAMPLE.ORG"}) {
            home.write("deny", line + "\n");
            Subject subject = new Subject();
            subject.getPrincipals().add(new KerberosPrincipal("alice@EXAMPLE.ORG"));

            assertThatThrownBy(home.context(home.bareName("ticket"), subject)::login)
                    .isInstanceOf(FailedLoginException.class);
        }
    }

    @Test
    void noSpellingOfAnotherCaseSlipsThroughWhereCaseDoesNotCount() throws Exception {
        home.stack(SiteLoginModule.NAME + "required", DENYING + " callerCase=LOWER")
                .write("deny", "user:Mallory\n");

        for (String spelling : new String[] {"mallory", "MALLORY", "Mallory"}) {
            assertRefused(spelling);
        }
        assertIn("alice");
    }
}
