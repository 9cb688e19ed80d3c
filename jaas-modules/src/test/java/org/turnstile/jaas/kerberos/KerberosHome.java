/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.jaas.kerberos;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import javax.security.auth.Subject;
import javax.security.auth.login.FailedLoginException;
import javax.security.auth.login.LoginException;
import org.apache.kerby.kerberos.kerb.type.base.EncryptionKey;
import org.turnstile.api.IdentityType;
import org.turnstile.jaas.Home;
import org.turnstile.jaas.Modules;
import org.turnstile.jaas.Peer;

/** A home with a keytab for {@code dicom/localhost}, kvno 1, and the module alone in its stack. */
final class KerberosHome {

    private final EncryptionKey serviceKey = Request.key(Request.AES256);
    private final Home home;

    KerberosHome(Path folder) throws IOException {
        home = new Home(folder);
        keytab(new KeytabBytes().entry(Request.SERVICE, Request.REALM, 1, serviceKey));
        options("");
    }

    EncryptionKey serviceKey() {
        return serviceKey;
    }

    Home files() {
        return home;
    }

    KerberosHome keytab(KeytabBytes keytab) throws IOException {
        keytab.writeTo(home.file("keytab"));
        return this;
    }

    KerberosHome options(String options) throws IOException {
        home.stack(Modules.KERBEROS + "required " + options);
        return this;
    }

    Request request() {
        return Request.with(serviceKey);
    }

    Peer peer(byte[] primary) {
        return home.raw(IdentityType.KERBEROS, primary, new byte[0]);
    }

    Subject login(byte[] primary) throws LoginException {
        return home.login(peer(primary));
    }

    void accepts(Request request) throws LoginException {
        login(request.bytes());
    }

    /** A refusal that is the user's, and says what was wrong. */
    void refuses(Request request, String message) {
        refuses(request.bytes(), message);
    }

    void refuses(byte[] primary, String message) {
        assertThatThrownBy(() -> login(primary))
                .isInstanceOf(FailedLoginException.class)
                .hasMessageContaining(message);
    }
}
