/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.eua.agent;

import java.security.PrivilegedExceptionAction;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import javax.security.auth.DestroyFailedException;
import javax.security.auth.Destroyable;
import javax.security.auth.Subject;
import javax.security.auth.login.AppConfigurationEntry;
import javax.security.auth.login.AppConfigurationEntry.LoginModuleControlFlag;
import javax.security.auth.login.Configuration;
import javax.security.auth.login.LoginContext;
import javax.security.auth.login.LoginException;
import org.ietf.jgss.GSSContext;
import org.ietf.jgss.GSSException;
import org.ietf.jgss.GSSManager;
import org.ietf.jgss.Oid;
import org.turnstile.api.kerberos.Framing;

/**
 * A user who has a ticket-granting ticket, and makes requests with it. The service tickets that the
 * KDC gives are kept and used again; each request has an authenticator of its own. For any number
 * of threads.
 */
public final class KerberosInitiator implements AutoCloseable {

    private static final String LOGIN_MODULE = "com.sun.security.auth.module.Krb5LoginModule";
    private static final String KRB5 = "1.2.840.113554.1.2.2";
    private static final String PRINCIPAL_NAME = "1.2.840.113554.1.2.2.1";

    private final String principal;
    private final Subject subject;
    private final KerberosConfiguration configuration;

    private KerberosInitiator(
            String principal, Subject subject, KerberosConfiguration configuration) {
        this.principal = principal;
        this.subject = subject;
        this.configuration = configuration;
    }

    /**
     * Takes the ticket from the cache, or gets one with the key.
     *
     * @param configuration becomes that of the process, since the JDK knows no other
     * @throws AgentException if there is no ticket
     */
    public static KerberosInitiator open(TicketSource source, KerberosConfiguration configuration)
            throws AgentException {
        configuration.use();
        String principal = source.check(Instant.now());
        Subject subject = new Subject();
        try {
            new LoginContext("turnstile-agent", subject, null, login(source)).login();
        } catch (LoginException e) {
            throw Diagnosis.of("no ticket for " + principal, e, configuration);
        }
        return new KerberosInitiator(principal, subject, configuration);
    }

    private static Configuration login(TicketSource source) {
        Map<String, String> options = new HashMap<>(source.loginOptions());
        options.put("doNotPrompt", "true");
        options.put("refreshKrb5Config", "true");
        AppConfigurationEntry entry =
                new AppConfigurationEntry(LOGIN_MODULE, LoginModuleControlFlag.REQUIRED, options);
        return new Configuration() {
            @Override
            public AppConfigurationEntry[] getAppConfigurationEntry(String name) {
                return new AppConfigurationEntry[] {entry};
            }
        };
    }

    /** The user, such as {@code radiologist@TURNSTILE.TEST}. */
    public String principal() {
        return principal;
    }

    /**
     * A fresh request. The ticket for the service is asked for first, if there is none yet.
     *
     * @param service principal of the service, such as {@code dicom/pacs.example.org@EXAMPLE.ORG};
     *     without realm it is in the user's
     * @param framing how the AP-REQ shall travel
     * @param mutual whether the service is to prove itself by an AP-REP
     * @throws AgentException if the KDC gives no ticket for the service
     */
    public KerberosRequest request(String service, Framing framing, boolean mutual)
            throws AgentException {
        String name = withRealm(service);
        try {
            return asUser(
                    () -> {
                        GSSContext context = context(name, mutual);
                        byte[] token = context.initSecContext(new byte[0], 0, 0);
                        return KerberosRequest.of(context, token, framing, name);
                    });
        } catch (GSSException e) {
            throw Diagnosis.of("no ticket for the service " + name, e, configuration);
        }
    }

    private String withRealm(String service) {
        return service.indexOf('@') >= 0
                ? service
                : service + principal.substring(principal.lastIndexOf('@'));
    }

    private static GSSContext context(String service, boolean mutual) throws GSSException {
        GSSManager manager = GSSManager.getInstance();
        GSSContext context =
                manager.createContext(
                        manager.createName(service, new Oid(PRINCIPAL_NAME)),
                        new Oid(KRB5),
                        null,
                        GSSContext.DEFAULT_LIFETIME);
        context.requestMutualAuth(mutual);
        context.requestCredDeleg(false);
        return context;
    }

    /** GSS-API looks for tickets in the caller's subject, and leaves there what it gets. */
    private KerberosRequest asUser(PrivilegedExceptionAction<KerberosRequest> action)
            throws GSSException, AgentException {
        try {
            return Subject.doAs(subject, action);
        } catch (java.security.PrivilegedActionException e) {
            if (e.getException() instanceof GSSException failure) {
                throw failure;
            }
            throw (AgentException) e.getException();
        }
    }

    /** Destroys the tickets and session keys; those of requests are destroyed by closing these. */
    @Override
    public void close() {
        for (Destroyable credential : subject.getPrivateCredentials(Destroyable.class)) {
            destroy(credential);
        }
        subject.getPrivateCredentials().clear();
    }

    private static void destroy(Destroyable credential) {
        try {
            credential.destroy();
        } catch (DestroyFailedException e) {
            throw new IllegalStateException("a ticket cannot be destroyed", e);
        }
    }
}
