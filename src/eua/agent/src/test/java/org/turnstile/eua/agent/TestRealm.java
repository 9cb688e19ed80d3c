/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.eua.agent;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import javax.security.auth.kerberos.KerberosTicket;
import javax.security.auth.login.LoginException;
import org.turnstile.eua.kdc.Kdc;
import org.turnstile.eua.kdc.KdcException;
import org.turnstile.eua.kdc.KdcOptions;

/** A KDC with one user, whose key is in a keytab, and one service. */
final class TestRealm implements AutoCloseable {

    static final String REALM = KdcOptions.DEFAULT_REALM;

    private final Kdc kdc;
    private final Path folder;

    private TestRealm(Kdc kdc, Path folder) {
        this.kdc = kdc;
        this.folder = folder;
    }

    static TestRealm start(Path folder) throws KdcException, AgentException {
        Kdc kdc = Kdc.start(KdcOptions.defaults());
        kdc.addPrincipal("modality", "secret".toCharArray());
        kdc.addService("dicom/localhost");
        TestRealm realm = new TestRealm(kdc, folder);
        kdc.writeKeytab(realm.userKeytab(), "modality");
        kdc.writeKeytab(realm.serviceKeytab(), "dicom/localhost");
        kdc.writeKrb5Conf(realm.configurationFile());
        realm.configuration().use();
        return realm;
    }

    KerberosConfiguration configuration() throws AgentException {
        return KerberosConfiguration.find(Map.of("KRB5_CONFIG", configurationFile().toString()));
    }

    /** A configuration that leads to a port where nobody listens. */
    Path deadConfiguration() throws IOException {
        String text = Files.readString(configurationFile()).replace(":" + kdc.port(), ":1");
        return Files.writeString(folder.resolve("dead.conf"), text);
    }

    Path userKeytab() {
        return folder.resolve("modality.keytab");
    }

    Path serviceKeytab() {
        return folder.resolve("dicom.keytab");
    }

    /** The user's ticket-granting ticket, got without the agent. */
    KerberosTicket ticket() throws LoginException {
        return JdkLogin.ticketOf(new KeytabKey(userKeytab(), "modality@" + REALM));
    }

    private Path configurationFile() {
        return folder.resolve("krb5.conf");
    }

    @Override
    public void close() {
        kdc.close();
    }
}
