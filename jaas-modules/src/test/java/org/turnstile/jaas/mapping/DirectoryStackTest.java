/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.jaas.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.security.auth.UserPrincipal;
import com.unboundid.ldap.listener.InMemoryDirectoryServer;
import com.unboundid.ldap.listener.InMemoryDirectoryServerConfig;
import com.unboundid.ldap.listener.InMemoryListenerConfig;
import java.net.InetAddress;
import java.nio.file.Path;
import javax.security.auth.Subject;
import javax.security.auth.login.FailedLoginException;
import javax.security.auth.login.LoginContext;
import javax.security.auth.login.LoginException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.turnstile.api.RolePrincipal;
import org.turnstile.jaas.Home;
import org.turnstile.jaas.Modules;

/** The JDK's module for directories, which knows nothing of us, before the mapping. */
class DirectoryStackTest {

    private static final String BASE = "dc=example,dc=org";

    @TempDir private Path folder;
    private InMemoryDirectoryServer directory;
    private Home home;

    @BeforeEach
    void aDirectoryWithAlice() throws Exception {
        InMemoryDirectoryServerConfig config = new InMemoryDirectoryServerConfig(BASE);
        config.setListenerConfigs(
                InMemoryListenerConfig.createLDAPConfig(
                        "default", InetAddress.getLoopbackAddress(), 0, null));
        directory = new InMemoryDirectoryServer(config);
        directory.add("dn: " + BASE, "objectClass: domain", "dc: example");
        directory.add("dn: ou=people," + BASE, "objectClass: organizationalUnit", "ou: people");
        person("alice", "secret");
        person("staff", "secret");
        directory.startListening();
        home =
                new Home(folder)
                        .write(
                                "roles",
                                "dicom-find = user:alice\n"
                                        + "dicom-move = group:staff\n"
                                        + "dicom-get = group:uid=alice%2Cou=people%2C"
                                        + BASE.replace(",", "%2C")
                                        + "\n");
        String directoryModule =
                Modules.JDK_LDAP
                        + "%s userProvider=\"ldap://127.0.0.1:"
                        + directory.getListenPort()
                        + "/ou=people,"
                        + BASE
                        + "\" authIdentity=\"uid={USERNAME},ou=people,"
                        + BASE
                        + "\" userFilter=\"(uid={USERNAME})\" useSSL=false";
        home.stack(directoryModule.formatted("required"), Modules.MAPPING + "required");
    }

    private void person(String name, String passcode) throws Exception {
        directory.add(
                "dn: uid=" + name + ",ou=people," + BASE,
                "objectClass: inetOrgPerson",
                "uid: " + name,
                "cn: " + name,
                "sn: " + name,
                "userPassword: " + passcode);
    }

    @AfterEach
    void stop() {
        directory.shutDown(true);
    }

    @Test
    void theRightPasscodeGivesTheDirectorysUserAndOurRoles() throws Exception {
        LoginContext context = home.context(home.passcode("alice", "secret"));
        context.login();
        Subject subject = context.getSubject();

        assertThat(subject.getPrincipals(UserPrincipal.class))
                .containsExactly(new UserPrincipal("alice"));
        assertThat(subject.getPrincipals(RolePrincipal.class))
                .containsExactlyInAnyOrder(
                        new RolePrincipal("dicom-find"), new RolePrincipal("dicom-get"));

        context.logout();
        assertThat(subject.getPrincipals()).isEmpty();
    }

    @Test
    void aUserOfTheDirectoryWhoIsCalledLikeAGroupHasNotItsRole() throws Exception {
        assertThat(home.login(home.passcode("staff", "secret")).getPrincipals(RolePrincipal.class))
                .isEmpty();
    }

    @Test
    void aWrongPasscodeFails() {
        assertThatThrownBy(() -> home.login(home.passcode("alice", "wrong")))
                .isInstanceOf(FailedLoginException.class);
    }

    @Test
    void anEmptyPasscodeIsNoAnonymousBind() {
        assertThatThrownBy(() -> home.login(home.passcode("alice", "")))
                .isInstanceOf(FailedLoginException.class);
    }

    @Test
    void anUnknownUserFails() {
        assertThatThrownBy(() -> home.login(home.passcode("mallory", "secret")))
                .isInstanceOf(FailedLoginException.class);
    }

    @Test
    void aDirectoryThatIsDownLeavesNobody() throws Exception {
        directory.shutDown(true);
        Subject subject = new Subject();

        assertThatThrownBy(home.context(home.passcode("alice", "secret"), subject)::login)
                .isInstanceOf(LoginException.class);
        assertThat(subject.getPrincipals()).isEmpty();
    }

    @Test
    void aUserWithoutARoleIsStillAUser() throws Exception {
        person("bob", "other");

        assertThat(home.login(home.passcode("bob", "other")).getPrincipals(UserPrincipal.class))
                .hasSize(1);
    }
}
