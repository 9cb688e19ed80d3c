/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.cli.dicom;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PrivilegedActionException;
import java.security.PrivilegedExceptionAction;
import java.util.Map;
import java.util.Optional;
import javax.security.auth.Subject;
import javax.security.auth.login.AppConfigurationEntry;
import javax.security.auth.login.AppConfigurationEntry.LoginModuleControlFlag;
import javax.security.auth.login.Configuration;
import javax.security.auth.login.LoginContext;
import javax.security.auth.login.LoginException;
import org.ietf.jgss.GSSContext;
import org.ietf.jgss.GSSCredential;
import org.ietf.jgss.GSSException;
import org.ietf.jgss.GSSManager;
import org.turnstile.api.kerberos.Framing;
import org.turnstile.api.kerberos.KerberosToken;
import org.turnstile.api.kerberos.KerberosTokenException;
import org.turnstile.eua.kdc.Kdc;
import org.turnstile.eua.kdc.KdcException;
import org.turnstile.eua.kdc.KdcOptions;

/** A KDC, a user whose key is in a keytab, and the service of this host: the JDK's acceptor. */
final class TestRealm implements AutoCloseable {

    static final String MODALITY = "modality@" + KdcOptions.DEFAULT_REALM;

    private static final String MODULE = "com.sun.security.auth.module.Krb5LoginModule";

    private final Kdc kdc;
    private final Path folder;
    private final Subject service;

    private TestRealm(Kdc kdc, Path folder) throws LoginException {
        this.kdc = kdc;
        this.folder = folder;
        this.service = login(folder.resolve("dicom.keytab"));
    }

    static TestRealm start(Path folder) throws KdcException, LoginException {
        Kdc kdc = Kdc.start(KdcOptions.defaults());
        kdc.addPrincipal("modality", "secret".toCharArray());
        kdc.addService("dicom/localhost");
        kdc.addService("dicom/other");
        kdc.writeKeytab(folder.resolve("modality.keytab"), "modality");
        kdc.writeKeytab(folder.resolve("dicom.keytab"), "dicom/localhost");
        kdc.writeKrb5Conf(folder.resolve("krb5.conf"));
        System.setProperty("java.security.krb5.conf", folder.resolve("krb5.conf").toString());
        return new TestRealm(kdc, folder);
    }

    Map<String, String> environment() {
        return Map.of("KRB5_CONFIG", folder.resolve("krb5.conf").toString());
    }

    /** An environment in which the KDC's port is one where nobody listens. */
    Map<String, String> environmentWithoutKdc() throws IOException {
        String text = Files.readString(folder.resolve("krb5.conf"));
        Path dead = folder.resolve("dead.conf");
        Files.writeString(dead, text.replace(":" + kdc.port(), ":1"));
        return Map.of("KRB5_CONFIG", dead.toString());
    }

    String userKeytab() {
        return folder.resolve("modality.keytab").toString();
    }

    /** Accepts an AP-REQ in any framing; answers in the same. */
    Optional<TestServer.Ticket> accept(byte[] primary) {
        try {
            KerberosToken token = KerberosToken.request(primary);
            byte[] gss = token.as(Framing.GSS).encodeRequest();
            return Optional.of(
                    Subject.doAs(
                            service,
                            (PrivilegedExceptionAction<TestServer.Ticket>)
                                    () -> accept(gss, token.framing())));
        } catch (KerberosTokenException | PrivilegedActionException e) {
            return Optional.empty();
        }
    }

    private static TestServer.Ticket accept(byte[] gss, Framing framing)
            throws GSSException, KerberosTokenException {
        GSSContext context = GSSManager.getInstance().createContext((GSSCredential) null);
        byte[] reply = context.acceptSecContext(gss, 0, gss.length);
        Optional<byte[]> framed = Optional.empty();
        if (reply != null) {
            framed = Optional.of(KerberosToken.reply(reply).as(framing).encodeReply());
        }
        return new TestServer.Ticket(context.getSrcName().toString(), framed);
    }

    private static Subject login(Path keytab) throws LoginException {
        Map<String, String> options =
                Map.of(
                        "useKeyTab", "true",
                        "keyTab", keytab.toString(),
                        "principal", "*",
                        "isInitiator", "false",
                        "storeKey", "true",
                        "doNotPrompt", "true",
                        "refreshKrb5Config", "true");
        AppConfigurationEntry[] entries = {
            new AppConfigurationEntry(MODULE, LoginModuleControlFlag.REQUIRED, options)
        };
        Configuration configuration =
                new Configuration() {
                    @Override
                    public AppConfigurationEntry[] getAppConfigurationEntry(String name) {
                        return entries;
                    }
                };
        Subject subject = new Subject();
        new LoginContext("service", subject, null, configuration).login();
        return subject;
    }

    @Override
    public void close() {
        kdc.close();
    }
}
