/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.eua.kdc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.security.PrivilegedExceptionAction;
import java.util.HashMap;
import java.util.Map;
import javax.security.auth.Subject;
import javax.security.auth.callback.Callback;
import javax.security.auth.callback.CallbackHandler;
import javax.security.auth.callback.PasswordCallback;
import javax.security.auth.login.AppConfigurationEntry;
import javax.security.auth.login.AppConfigurationEntry.LoginModuleControlFlag;
import javax.security.auth.login.Configuration;
import javax.security.auth.login.LoginContext;
import javax.security.auth.login.LoginException;
import org.ietf.jgss.GSSContext;
import org.ietf.jgss.GSSCredential;
import org.ietf.jgss.GSSException;
import org.ietf.jgss.GSSManager;
import org.ietf.jgss.GSSName;
import org.ietf.jgss.Oid;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The JDK's own Kerberos, at both ends. */
class JdkClientTest {
    private static final String PROPERTY = "java.security.krb5.conf";
    private static final String KERBEROS = "1.2.840.113554.1.2.2";
    private static final String DICOM = "dicom/localhost@TURNSTILE.TEST";

    @TempDir private Path folder;
    private Kdc kdc;
    private Path keytab;

    @BeforeEach
    void aRealmWithAliceAndAService() throws Exception {
        kdc = Kdc.start(KdcOptions.defaults());
        kdc.addPrincipal("alice", "secret".toCharArray());
        kdc.addService("dicom/localhost");
        keytab = folder.resolve("keytab");
        kdc.writeKeytab(keytab, "dicom/localhost");
        kdc.writeKrb5Conf(folder.resolve("krb5.conf"));
        System.setProperty(PROPERTY, folder.resolve("krb5.conf").toString());
    }

    @AfterEach
    void stop() {
        System.clearProperty(PROPERTY);
        kdc.close();
    }

    private static Subject login(Map<String, String> options, String passcode)
            throws LoginException {
        Map<String, String> all = new HashMap<>(options);
        all.put("refreshKrb5Config", "true");
        Configuration configuration =
                new Configuration() {
                    @Override
                    public AppConfigurationEntry[] getAppConfigurationEntry(String name) {
                        return new AppConfigurationEntry[] {
                            new AppConfigurationEntry(
                                    "com.sun.security.auth.module.Krb5LoginModule",
                                    LoginModuleControlFlag.REQUIRED,
                                    all)
                        };
                    }
                };
        CallbackHandler handler =
                callbacks -> {
                    for (Callback callback : callbacks) {
                        ((PasswordCallback) callback).setPassword(passcode.toCharArray());
                    }
                };
        LoginContext context = new LoginContext("test", new Subject(), handler, configuration);
        context.login();
        return context.getSubject();
    }

    private static Subject alice(String passcode) throws LoginException {
        return login(Map.of("principal", "alice"), passcode);
    }

    private Subject service() throws LoginException {
        return login(
                Map.of(
                        "principal", DICOM,
                        "keyTab", keytab.toString(),
                        "useKeyTab", "true",
                        "storeKey", "true",
                        "isInitiator", "false"),
                "");
    }

    @SuppressWarnings("removal") // what takes its place is not in this JDK
    private static <T> T as(Subject subject, PrivilegedExceptionAction<T> action) throws Exception {
        return Subject.doAs(subject, action);
    }

    private static GSSContext initiator(GSSManager manager) throws GSSException {
        GSSName service = manager.createName(DICOM, new Oid("1.2.840.113554.1.2.2.1"));
        GSSContext context =
                manager.createContext(
                        service, new Oid(KERBEROS), null, GSSContext.DEFAULT_LIFETIME);
        context.requestMutualAuth(true);
        return context;
    }

    @Test
    void aTicketOpensAContextAndTheServiceProvesItselfBack() throws Exception {
        GSSManager manager = GSSManager.getInstance();
        Subject alice = alice("secret");
        GSSContext client = as(alice, () -> initiator(manager));
        byte[] request = as(alice, () -> client.initSecContext(new byte[0], 0, 0));
        GSSContext server = as(service(), () -> acceptor(manager));

        byte[] reply = server.acceptSecContext(request, 0, request.length);
        as(alice, () -> client.initSecContext(reply, 0, reply.length));

        assertThat(client.isEstablished()).isTrue();
        assertThat(client.getMutualAuthState()).isTrue();
        assertThat(server.getSrcName()).hasToString("alice@TURNSTILE.TEST");
    }

    @Test
    void aForwardableTicketIsDelegated() throws Exception {
        GSSManager manager = GSSManager.getInstance();
        Subject alice = alice("secret");
        GSSContext client = as(alice, () -> initiator(manager));
        client.requestCredDeleg(true);
        byte[] request = as(alice, () -> client.initSecContext(new byte[0], 0, 0));
        GSSContext server = as(service(), () -> acceptor(manager));
        server.acceptSecContext(request, 0, request.length);

        assertThat(server.getCredDelegState()).isTrue();
        assertThat(server.getDelegCred().getName()).hasToString("alice@TURNSTILE.TEST");
    }

    private static GSSContext acceptor(GSSManager manager) throws GSSException {
        return manager.createContext(
                manager.createCredential(
                        null,
                        GSSCredential.DEFAULT_LIFETIME,
                        new Oid(KERBEROS),
                        GSSCredential.ACCEPT_ONLY));
    }

    @Test
    void aWrongPasscodeIs24() {
        assertThatThrownBy(() -> alice("wrong"))
                .isInstanceOf(LoginException.class)
                .hasMessageContaining("(24)");
    }

    @Test
    void whoHasHadATicketForTheOldKeyGetsInUntilTheKeyIsGone() throws Exception {
        GSSManager manager = GSSManager.getInstance();
        Subject alice = alice("secret");
        GSSContext client = as(alice, () -> initiator(manager));
        byte[] request = as(alice, () -> client.initSecContext(new byte[0], 0, 0));
        kdc.rotate(DICOM);
        kdc.writeKeytab(keytab, DICOM);
        GSSContext server = as(service(), () -> acceptor(manager));

        assertThat(server.acceptSecContext(request, 0, request.length)).isNotEmpty();
    }
}
