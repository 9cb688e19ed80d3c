/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.it.wildfly;

import static org.assertj.core.api.Assertions.assertThat;

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
import org.turnstile.testkit.tls.ServerKey;

/** Our module for directories in the server: by TLS, with the directory's groups as roles. */
@ArquillianTest
@RunAsClient
class DirectoryIT {

    private static final String BASE = "dc=example,dc=org";
    private static final String SEARCHERS_PASSCODE = "searching-7261";
    private static final int NOT_AUTHORIZED = 0x0124;
    private static final String LOGIN =
            """
            turnstile-passcode {
                org.turnstile.jaas.ldap.LdapLoginModule required
                    urls="ldaps://localhost:%d"
                    trustFile="directory.pem"
                    bindDn="cn=searcher,dc=example,dc=org"
                    bindPasscodeFile="searcher"
                    userBase="ou=people,dc=example,dc=org"
                    groupBase="ou=groups,dc=example,dc=org"
                    groupsAsRoles=true;
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
        ServerKey key = ServerKey.ofThisHost();
        InMemoryDirectoryServerConfig config = new InMemoryDirectoryServerConfig(BASE);
        config.setSchema(null);
        config.setListenerConfigs(
                InMemoryListenerConfig.createLDAPSConfig(
                        "tls",
                        InetAddress.getLoopbackAddress(),
                        0,
                        key.context().getServerSocketFactory(),
                        null));
        directory = new InMemoryDirectoryServer(config);
        directory.add("dn: " + BASE, "objectClass: domain", "dc: example");
        directory.add("dn: ou=people," + BASE, "objectClass: organizationalUnit", "ou: people");
        directory.add("dn: ou=groups," + BASE, "objectClass: organizationalUnit", "ou: groups");
        entry("cn=searcher," + BASE, "searcher", SEARCHERS_PASSCODE);
        entry("uid=north,ou=people," + BASE, "north", Home.passcode("north"));
        entry("uid=south,ou=people," + BASE, "south", Home.passcode("south"));
        directory.add(
                "dn: cn=dicom-store,ou=groups," + BASE,
                "objectClass: groupOfNames",
                "cn: dicom-store",
                "member: uid=north,ou=people," + BASE);
        directory.startListening();
        home.write("directory.pem", key.pem());
        home.write("searcher", SEARCHERS_PASSCODE + "\n");
        home.write("login.conf", LOGIN.formatted(directory.getListenPort()));
    }

    private void entry(String dn, String name, String passcode) throws Exception {
        directory.add(
                "dn: " + dn, "objectClass: person", "uid: " + name, "userPassword: " + passcode);
    }

    @AfterEach
    void stopDirectory() throws Exception {
        home.write("login.conf", Home.LOGIN);
        directory.shutDown(true);
    }

    @Test
    void aGroupOfTheDirectoryIsARoleInTheContainer() {
        assertThat(store("north")).isZero();
        assertThat(store("south")).isEqualTo(NOT_AUTHORIZED);
    }

    @Test
    void whoItRefusesIsRejectedAndWithoutItEverybodyIsAsTransient() throws Exception {
        archive.as("north", "not-the-passcode-5113").fromElsewhere().isRejected();
        archive.as("nobody").fromElsewhere().isRejected();

        directory.shutDown(true);

        archive.as("north").isRejectedAsTransient();
        for (String secret :
                new String[] {
                    SEARCHERS_PASSCODE, Home.passcode("north"), "not-the-passcode-5113"
                }) {
            assertThat(Server.main().logged(secret)).as(secret).isFalse();
        }
    }

    private int store(String user) {
        CtObject object = CtObject.create();
        return archive.as(user).store(object.sopInstance(), object.dataSet());
    }
}
