/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.jaas.kerberos;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import javax.security.auth.Subject;
import org.ietf.jgss.GSSCredential;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.turnstile.api.kerberos.Framing;
import org.turnstile.api.kerberos.KerberosToken;

/** A credential that the client hands on is kept only where that is wanted. */
class DelegationTest {

    private static final int DELEG = 1;
    private static final int MUTUAL = 2;

    @TempDir private Path folder;
    private KerberosHome home;

    @BeforeEach
    void aHomeThatKeepsDelegatedCredentials() throws Exception {
        home = new KerberosHome(folder).options("delegation=true");
    }

    private byte[] field(Framing framing, int flags) {
        Request request = home.request();
        request.authenticator(a -> a.setCksum(Delegation.checksum(flags, request.sessionKey())));
        return KerberosToken.of(framing, request.bytes()).encodeRequest();
    }

    @ParameterizedTest
    @EnumSource(
            value = Framing.class,
            names = {"GSS", "SPNEGO"})
    void aDelegatedCredentialIsOfTheClient(Framing framing) throws Exception {
        Subject subject = home.login(field(framing, DELEG | MUTUAL));

        assertThat(subject.getPrivateCredentials()).hasSize(1);
        assertThat(subject.getPrivateCredentials(GSSCredential.class))
                .singleElement()
                .satisfies(c -> assertThat(c.getName()).hasToString(Request.ALICE));
    }

    @Test
    void withoutTheFlagOrTheOptionOrAGssTokenThereIsNone() throws Exception {
        assertThat(home.login(field(Framing.GSS, MUTUAL)).getPrivateCredentials()).isEmpty();
        assertThat(home.login(field(Framing.RAW, DELEG)).getPrivateCredentials()).isEmpty();

        home.options("delegation=false");
        assertThat(home.login(field(Framing.GSS, DELEG)).getPrivateCredentials()).isEmpty();
    }

    @Test
    void aCredentialSealedForAnotherSessionIsARefusal() {
        Request request = home.request();
        request.authenticator(
                a -> a.setCksum(Delegation.checksum(DELEG, Request.key(Request.AES256))));
        byte[] field = KerberosToken.of(Framing.GSS, request.bytes()).encodeRequest();

        home.refuses(field, "the delegated credential cannot be taken out");
    }
}
