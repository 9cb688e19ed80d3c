/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.it.wildfly;

import static org.assertj.core.api.Assertions.assertThat;
import static org.turnstile.it.scenarios.Home.MODALITY;

import com.unboundid.ldap.listener.InMemoryDirectoryServer;
import com.unboundid.ldap.listener.InMemoryDirectoryServerConfig;
import com.unboundid.ldap.listener.InMemoryListenerConfig;
import java.net.InetAddress;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.turnstile.it.scenarios.CtObject;
import org.turnstile.it.scenarios.Deployments;
import org.turnstile.it.scenarios.Home;
import org.turnstile.it.scenarios.Peer;

/** Somebody else's login module: the JDK's for LDAP, put in by an edit of login.conf. */
@ArquillianTest
@RunAsClient
class LdapIT {

    private static final String PEOPLE = "ou=people,dc=example,dc=org";
    private static final String LDAP_LOGIN =
            """
            turnstile-passcode {
                com.sun.security.auth.module.LdapLoginModule required
                    userProvider="ldap://127.0.0.1:%d/%s"
                    authIdentity="uid={USERNAME},%2$s"
                    useSSL=false;
                org.turnstile.jaas.mapping.RoleMappingLoginModule required;
            };
            """;

    private final Home home = new Home(Server.main().home());
    private final Peer archive = Peer.of(home.port());
    private InMemoryDirectoryServer directory;

    @Deployment(name = "turnstile", testable = false)
    static EnterpriseArchive turnstile() {
        return Deployments.turnstile();
    }

    @BeforeEach
    void startDirectory() throws Exception {
        InMemoryDirectoryServerConfig config =
                new InMemoryDirectoryServerConfig("dc=example,dc=org");
        config.setListenerConfigs(
                InMemoryListenerConfig.createLDAPConfig(
                        "loopback", InetAddress.getLoopbackAddress(), 0, null));
        directory = new InMemoryDirectoryServer(config);
        directory.add("dn: dc=example,dc=org", "objectClass: domain", "dc: example");
        directory.add("dn: " + PEOPLE, "objectClass: organizationalUnit", "ou: people");
        directory.add(
                "dn: uid=directory," + PEOPLE,
                "objectClass: inetOrgPerson",
                "uid: directory",
                "cn: Directory",
                "sn: User",
                "userPassword: " + Home.passcode("directory"));
        directory.startListening();
    }

    @AfterEach
    void stopDirectory() throws Exception {
        home.write("login.conf", Home.LOGIN);
        directory.shutDown(true);
    }

    @Test
    void anEditOfLoginConfPutsTheModuleInWithoutARestart() throws Exception {
        archive.as("directory").isRejected();
        assertThat(store(MODALITY)).isZero();

        home.write("login.conf", LDAP_LOGIN.formatted(directory.getListenPort(), PEOPLE));

        assertThat(store("directory")).isZero();
        archive.as("directory", "wrong").isRejected();
        archive.as(MODALITY).isRejected();
    }

    private int store(String user) {
        CtObject object = CtObject.create();
        return archive.as(user).store(object.sopInstance(), object.dataSet());
    }
}
