/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.jaas.kerberos;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.security.Principal;
import java.util.Set;
import java.util.stream.Collectors;
import javax.security.auth.Subject;
import javax.security.auth.kerberos.KerberosPrincipal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.turnstile.api.CallerPrincipal;
import org.turnstile.api.RolePrincipal;
import org.turnstile.jaas.Home;
import org.turnstile.jaas.Modules;
import org.turnstile.jaas.ldap.DirectoryFixture;
import org.turnstile.jaas.ldap.LdapGroup;

/** One person, known by a passcode or by a ticket, is one caller with the same roles and groups. */
class OnePersonTest {

    private static final String MAPPING =
            Modules.MAPPING + "required callerCase=LOWER stripRealms=\"" + Request.REALM + "\"";

    @TempDir private Path folder;
    private KerberosHome kerberos;
    private Home home;
    private DirectoryFixture directory;

    @BeforeEach
    void aliceInAllPlaces() throws Exception {
        directory = new DirectoryFixture();
        kerberos = new KerberosHome(folder);
        home = directory.in(kerberos.files()).user("Alice", "secret");
        home.write("roles", "dicom-find = user:alice\ndicom-move = group:radiologists\n");
    }

    @AfterEach
    void stop() throws Exception {
        home.close();
        directory.close();
    }

    private static Set<String> names(Subject subject, Class<? extends Principal> type) {
        return subject.getPrincipals(type).stream()
                .map(Principal::getName)
                .collect(Collectors.toSet());
    }

    @Test
    void theTicketAndThePasscodeNameTheSameCaller() throws Exception {
        home.stack(Modules.PASSCODE + "required", MAPPING);
        Subject byPasscode = home.login(home.passcode("Alice", "secret"));
        home.stack(Modules.KERBEROS + "required", MAPPING);
        Subject byTicket = kerberos.login(kerberos.request().bytes());

        for (Subject subject : new Subject[] {byPasscode, byTicket}) {
            assertThat(names(subject, CallerPrincipal.class)).containsExactly("alice");
            assertThat(names(subject, RolePrincipal.class)).containsExactly("dicom-find");
        }
        assertThat(names(byTicket, KerberosPrincipal.class))
                .containsExactly("alice@" + Request.REALM);
    }

    @Test
    void theDirectoryKnowsTheGroupsOfBoth() throws Exception {
        String groups =
                Modules.LDAP_GROUPS
                        + "required stripRealms=\""
                        + Request.REALM
                        + "\""
                        + directory.bySearch()
                        + DirectoryFixture.groups();
        home.stack(Modules.PASSCODE + "required", groups, MAPPING);
        Subject byPasscode = home.login(home.passcode("Alice", "secret"));
        home.stack(Modules.KERBEROS + "required", groups, MAPPING);
        Subject byTicket = kerberos.login(kerberos.request().bytes());

        for (Subject subject : new Subject[] {byPasscode, byTicket}) {
            assertThat(names(subject, LdapGroup.class)).contains("radiologists", "staff");
            assertThat(names(subject, RolePrincipal.class))
                    .containsExactlyInAnyOrder("dicom-find", "dicom-move");
        }
    }
}
