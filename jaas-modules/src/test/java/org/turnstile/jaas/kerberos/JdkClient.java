/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.jaas.kerberos;

import java.nio.file.Path;
import java.security.PrivilegedActionException;
import java.security.PrivilegedExceptionAction;
import java.util.Map;
import javax.security.auth.Subject;
import javax.security.auth.callback.Callback;
import javax.security.auth.callback.NameCallback;
import javax.security.auth.callback.PasswordCallback;
import javax.security.auth.login.AppConfigurationEntry;
import javax.security.auth.login.AppConfigurationEntry.LoginModuleControlFlag;
import javax.security.auth.login.Configuration;
import javax.security.auth.login.LoginContext;
import javax.security.auth.login.LoginException;
import org.ietf.jgss.GSSContext;
import org.ietf.jgss.GSSException;
import org.ietf.jgss.GSSManager;
import org.ietf.jgss.GSSName;
import org.ietf.jgss.Oid;

/** A user at the JDK's Kerberos and GSS-API: another's client, by a real KDC. */
final class JdkClient implements AutoCloseable {

    static final String KRB5 = "1.2.840.113554.1.2.2";
    static final String SPNEGO = "1.3.6.1.5.5.2";

    /** System property; to be cleared when no client is needed any more. */
    static final String CONF = "java.security.krb5.conf";

    private final LoginContext login;

    private JdkClient(LoginContext login) {
        this.login = login;
    }

    /** {@code kinit}. */
    static JdkClient login(Path krb5Conf, String name, String passcode) throws LoginException {
        System.setProperty(CONF, krb5Conf.toString());
        LoginContext login =
                new LoginContext(
                        "client",
                        new Subject(),
                        callbacks -> answer(callbacks, name, passcode),
                        new Krb5Configuration());
        login.login();
        return new JdkClient(login);
    }

    private static void answer(Callback[] callbacks, String name, String passcode) {
        for (Callback callback : callbacks) {
            if (callback instanceof NameCallback asked) {
                asked.setName(name);
            } else if (callback instanceof PasswordCallback asked) {
                asked.setPassword(passcode.toCharArray());
            }
        }
    }

    private static final class Krb5Configuration extends Configuration {
        @Override
        public AppConfigurationEntry[] getAppConfigurationEntry(String name) {
            return new AppConfigurationEntry[] {
                new AppConfigurationEntry(
                        "com.sun.security.auth.module.Krb5LoginModule",
                        LoginModuleControlFlag.REQUIRED,
                        Map.of("refreshKrb5Config", "true"))
            };
        }
    }

    private <T> T as(PrivilegedExceptionAction<T> action) throws GSSException {
        try {
            return Subject.doAs(login.getSubject(), action);
        } catch (PrivilegedActionException e) {
            if (e.getException() instanceof GSSException gss) {
                throw gss;
            }
            throw new IllegalStateException(e);
        }
    }

    /** A context that asks for mutual authentication, not yet begun. */
    GSSContext context(String mechanism, String service) throws GSSException {
        return as(
                () -> {
                    GSSManager manager = GSSManager.getInstance();
                    GSSName name =
                            manager.createName(
                                    service, GSSName.NT_HOSTBASED_SERVICE, new Oid(KRB5));
                    GSSContext context =
                            manager.createContext(
                                    name, new Oid(mechanism), null, GSSContext.DEFAULT_LIFETIME);
                    context.requestMutualAuth(true);
                    return context;
                });
    }

    /** One step of the context, as the user. */
    byte[] step(GSSContext context, byte[] token) throws GSSException {
        return as(() -> context.initSecContext(token, 0, token.length));
    }

    @Override
    public void close() throws LoginException {
        login.logout();
    }
}
