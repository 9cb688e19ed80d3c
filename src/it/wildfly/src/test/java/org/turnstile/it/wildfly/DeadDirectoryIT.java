/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.it.wildfly;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.turnstile.it.scenarios.Deployments;
import org.turnstile.it.scenarios.Home;
import org.turnstile.it.scenarios.Peer;
import org.turnstile.testkit.dicom.AssociateRqBytes;
import org.turnstile.testkit.dicom.Examples;
import org.turnstile.testkit.dicom.ScriptedPeer;
import org.turnstile.testkit.dicom.Uids;
import org.turnstile.testkit.dicom.UserIdentityBytes;

/** A directory that takes connections and never answers, and many users who wait for it. */
@ArquillianTest
@RunAsClient
class DeadDirectoryIT {

    private static final int LOGINS = 500;
    private static final int LOGINS_PER_ADDRESS = 50;
    private static final int ECHOES = 50;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** Below that, a pause of the machine is longer than an echo. */
    private static final Duration FLOOR = Duration.ofMillis(20);

    private static final String LOGIN =
            """
            turnstile-passcode {
                org.turnstile.jaas.ldap.LdapLoginModule required
                    urls="ldap://127.0.0.1:%d"
                    userDn="uid={name},ou=people,dc=example,dc=org"
                    timeoutSeconds="5";
                org.turnstile.jaas.mapping.RoleMappingLoginModule required;
            };
            """;

    private final Home home = new Home(Server.main().home());
    private final Peer nobody = Peer.of(home.port());
    private ServerSocket directory;

    @Deployment(name = "turnstile", testable = false)
    static EnterpriseArchive turnstile() {
        return Deployments.turnstile();
    }

    @BeforeEach
    void aDirectoryThatSaysNothing() throws Exception {
        directory = new ServerSocket(0, 100, InetAddress.getLoopbackAddress());
        home.write("login.conf", LOGIN.formatted(directory.getLocalPort()));
    }

    @AfterEach
    void anotherDirectory() throws Exception {
        home.write("login.conf", Home.LOGIN);
        directory.close();
    }

    @Test
    void loginsThatWaitForItDelayNobodyElseAndAreRejectedAsTransient() throws Exception {
        medianEcho();
        Duration usual = medianEcho();
        List<ScriptedPeer> waiting = new ArrayList<>();
        try {
            Instant start = Instant.now();
            for (int i = 0; i < LOGINS; i++) {
                waiting.add(user(i));
            }
            waiting.get(LOGINS - 1).expect(Examples.RJ231);

            Duration beside = medianEcho();

            assertThat(Duration.between(start, Instant.now()))
                    .as("others waited all the while")
                    .isLessThan(Duration.ofSeconds(10));
            assertThat(beside).isLessThanOrEqualTo(max(usual.multipliedBy(2), FLOOR));
            for (ScriptedPeer login : waiting.subList(0, LOGINS - 1)) {
                login.expect(Examples.RJ231);
            }
            assertThat(Server.main().logged("logins: 256 are waiting already")).isTrue();
            assertThat(Server.main().logged("login: no outcome within")).isTrue();
        } finally {
            waiting.forEach(ScriptedPeer::close);
        }
    }

    /** One of many users, no more of them from one address than a listener allows. */
    private ScriptedPeer user(int number) throws Exception {
        byte[] address = {127, 0, 2, (byte) (1 + number / LOGINS_PER_ADDRESS)};
        String identity = UserIdentityBytes.passcode("user" + number, "secret", true);
        AssociateRqBytes rq =
                AssociateRqBytes.with(identity)
                        .called("TURNSTILE")
                        .calling("PEER")
                        .context(1, Uids.VERIFICATION, Uids.IMPLICIT_VR_LE);
        return ScriptedPeer.connect(home.port(), PATIENCE, InetAddress.getByAddress(address))
                .sendAssociateRq(rq);
    }

    private Duration medianEcho() {
        long[] nanos = new long[ECHOES];
        for (int i = 0; i < ECHOES; i++) {
            long start = System.nanoTime();
            assertThat(nobody.echo()).isZero();
            nanos[i] = System.nanoTime() - start;
        }
        Arrays.sort(nanos);
        return Duration.ofNanos(nanos[ECHOES / 2]);
    }

    private static Duration max(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }
}
