/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.jaas.kerberos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Arrays;
import javax.security.auth.kerberos.KerberosPrincipal;
import org.ietf.jgss.GSSContext;
import org.ietf.jgss.GSSException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.turnstile.api.IdentityType;
import org.turnstile.api.kerberos.Framing;
import org.turnstile.api.kerberos.KerberosToken;
import org.turnstile.eua.kdc.Kdc;
import org.turnstile.eua.kdc.KdcOptions;
import org.turnstile.jaas.Home;
import org.turnstile.jaas.Modules;
import org.turnstile.jaas.Peer;

/** Tickets of a KDC, requests of the JDK's initiator, and its own judgement of our answer. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class JdkInitiatorTest {

    private static final String SERVICE = "dicom@localhost";

    private Path folder;
    private Kdc kdc;
    private Home home;
    private JdkClient alice;

    @BeforeAll
    void aRealmAndAHomeWithTheServicesKeytab(@TempDir Path temporary) throws Exception {
        folder = temporary;
        kdc = Kdc.start(KdcOptions.builder().realm(Request.REALM).port(0).build());
        kdc.addPrincipal("alice", "correct horse".toCharArray());
        kdc.addService(Request.SERVICE);
        kdc.writeKrb5Conf(folder.resolve("krb5.conf"));
        kdc.writeKeytab(folder.resolve("keytab"), Request.SERVICE);
        home = new Home(folder).stack(Modules.KERBEROS + "required");
        alice = JdkClient.login(folder.resolve("krb5.conf"), "alice", "correct horse");
    }

    @AfterAll
    void stop() throws Exception {
        alice.close();
        System.clearProperty(JdkClient.CONF);
        kdc.close();
        home.close();
    }

    private byte[] answer(byte[] primary) throws Exception {
        Peer peer = home.raw(IdentityType.KERBEROS, primary, new byte[0]);
        assertThat(home.login(peer).getPrincipals())
                .containsExactly(new KerberosPrincipal(Request.ALICE));
        return peer.serverResponse();
    }

    @ParameterizedTest
    @EnumSource
    void case65_73_75_76_jdkInitiator_acceptsTheAnswerAsMutual(Framing framing) throws Exception {
        boolean spnego = framing == Framing.SPNEGO;
        GSSContext context = alice.context(spnego ? JdkClient.SPNEGO : JdkClient.KRB5, SERVICE);
        byte[] token = alice.step(context, new byte[0]);
        byte[] primary = spnego ? token : KerberosToken.request(token).as(framing).encodeRequest();

        byte[] answer = answer(primary);

        Framing understood = spnego ? Framing.SPNEGO : Framing.GSS;
        alice.step(context, KerberosToken.reply(answer).as(understood).encodeReply());
        assertThat(context.isEstablished()).isTrue();
        assertThat(context.getMutualAuthState()).isTrue();
        assertThat(KerberosToken.reply(answer).framing()).isEqualTo(framing);
        context.dispose();
    }

    @Test
    void anAnswerToAnotherRequestOrAChangedOneIsNotTaken() throws Exception {
        GSSContext first = alice.context(JdkClient.KRB5, SERVICE);
        GSSContext second = alice.context(JdkClient.KRB5, SERVICE);
        byte[] answer = answer(alice.step(first, new byte[0]));
        alice.step(second, new byte[0]);
        byte[] changed = Arrays.copyOf(answer, answer.length);
        changed[changed.length - 1] ^= 1;

        assertThatThrownBy(() -> alice.step(first, changed)).isInstanceOf(GSSException.class);
        assertThatThrownBy(() -> alice.step(second, answer)).isInstanceOf(GSSException.class);
    }

    @Test
    void case83_keyIsRotated_ticketsOfBeforeStillCount() throws Exception {
        GSSContext before = alice.context(JdkClient.KRB5, SERVICE);
        byte[] token = alice.step(before, new byte[0]);

        kdc.rotate(Request.SERVICE);
        kdc.writeKeytab(folder.resolve("keytab"), Request.SERVICE);

        alice.step(before, answer(token));
        assertThat(before.isEstablished()).isTrue();
        try (JdkClient later =
                JdkClient.login(folder.resolve("krb5.conf"), "alice", "correct horse")) {
            GSSContext after = later.context(JdkClient.KRB5, SERVICE);
            later.step(after, answer(later.step(after, new byte[0])));
            assertThat(after.isEstablished()).isTrue();
        }
    }
}
