/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.jaas.ldap;

import com.unboundid.ldap.sdk.FailoverServerSet;
import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPConnectionOptions;
import com.unboundid.ldap.sdk.LDAPConnectionPool;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.ServerSet;
import com.unboundid.ldap.sdk.SingleServerSet;
import com.unboundid.ldap.sdk.StartTLSPostConnectProcessor;
import com.unboundid.util.ssl.HostNameSSLSocketVerifier;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import javax.net.ssl.SSLSocketFactory;
import javax.security.auth.login.LoginException;
import org.turnstile.api.LoginScope;
import org.turnstile.api.LoginUnavailableException;
import org.turnstile.jaas.JaasLogger;
import org.turnstile.jaas.file.WatchedFile;

/**
 * A directory and the connections to it, kept for all logins of an adapter. Connections are nobody
 * in particular while they lie idle: whoever takes one begins with a bind. Safe for many threads.
 */
final class Directory implements AutoCloseable {

    private static final int MOST_MESSAGE_BYTES = 4 * 1024 * 1024;

    /** After that the first server is tried again, and whatever balances servers has its say. */
    private static final Duration OLDEST_CONNECTION = Duration.ofMinutes(5);

    /** What is asked of a directory in one login, on one connection. */
    @FunctionalInterface
    interface Question<T> {
        /** Asks; may be called anew if the connection turns out to have been closed before. */
        T ask(DirectorySession session) throws LDAPException, LoginException;
    }

    private final DirectorySettings settings;
    private final Optional<WatchedFile<Authorities>> trust;
    private final Optional<BindPasscode> bindPasscode;
    private Optional<Authorities> trusted = Optional.empty();
    private LDAPConnectionPool pool;
    private boolean closed;

    Directory(DirectorySettings settings) {
        this.settings = settings;
        this.trust =
                settings.trustFile()
                        .map(
                                file ->
                                        WatchedFile.of(
                                                file,
                                                Authorities::read,
                                                read ->
                                                        JaasLogger.LOGGER.authoritiesRead(
                                                                file, read.certificates().size()),
                                                Clock.systemUTC()));
        this.bindPasscode = settings.service().map(s -> new BindPasscode(s.passcodeFile()));
    }

    /** The directory that is reached so, one for all modules of an adapter. */
    static Directory of(LoginScope scope, DirectorySettings settings) {
        return scope.keep(Directory.class, settings.toString(), () -> new Directory(settings));
    }

    /**
     * Asks on a connection of one's own.
     *
     * @throws LoginUnavailableException if the directory cannot be reached or does not answer
     * @throws LoginException as the question does
     */
    <T> T ask(Question<T> question) throws LoginException {
        LDAPConnectionPool now = pool();
        int idle = settings.connections();
        while (true) {
            LDAPConnection connection = take(now);
            boolean usedBefore = isUsed(connection);
            boolean good = false;
            try {
                T answer = question.ask(new DirectorySession(connection, settings, bindPasscode));
                good = true;
                return answer;
            } catch (LDAPException e) {
                good = e.getResultCode().isConnectionUsable();
                if (idle-- <= 0 || !usedBefore || !DirectoryFault.isLost(e)) {
                    throw DirectoryFault.unavailable(settings, e);
                }
            } catch (LoginException e) {
                good = true;
                throw e;
            } finally {
                giveBack(now, connection, good);
            }
        }
    }

    private LDAPConnection take(LDAPConnectionPool from) throws LoginUnavailableException {
        try {
            return from.getConnection();
        } catch (LDAPException e) {
            throw DirectoryFault.unavailable(settings, e);
        }
    }

    private static boolean isUsed(LDAPConnection connection) {
        return connection.getConnectionStatistics().getNumBindRequests() > 0;
    }

    private static void giveBack(LDAPConnectionPool to, LDAPConnection connection, boolean good) {
        if (good) {
            to.releaseConnection(connection);
        } else {
            to.discardConnection(connection);
        }
    }

    private synchronized LDAPConnectionPool pool() throws LoginUnavailableException {
        Optional<Authorities> now = authorities();
        if (closed) {
            throw new LoginUnavailableException("directory: the adapter is stopping", null);
        }
        if (pool == null || !now.equals(trusted)) {
            SSLSocketFactory sockets = Authorities.context(now).getSocketFactory();
            LDAPConnectionPool next = open(new BoundedSockets(sockets, settings.timeoutMillis()));
            closePool();
            pool = next;
            trusted = now;
        }
        return pool;
    }

    private Optional<Authorities> authorities() throws LoginUnavailableException {
        try {
            return trust.isEmpty() ? Optional.empty() : Optional.of(trust.get().current());
        } catch (IOException e) {
            throw new LoginUnavailableException("trustFile: " + e.getMessage(), e);
        }
    }

    /** Opens no connection yet. */
    private LDAPConnectionPool open(SSLSocketFactory tls) throws LoginUnavailableException {
        FailoverServerSet servers =
                new FailoverServerSet(
                        settings.servers().stream().map(server -> one(server, tls)).toList());
        servers.setMaxFailoverConnectionAgeMillis(OLDEST_CONNECTION.toMillis());
        try {
            LDAPConnectionPool made =
                    new LDAPConnectionPool(servers, null, 0, settings.connections());
            made.setCreateIfNecessary(false);
            made.setMaxWaitTimeMillis(settings.timeoutMillis());
            made.setMaxConnectionAgeMillis(OLDEST_CONNECTION.toMillis());
            return made;
        } catch (LDAPException e) {
            throw DirectoryFault.unavailable(settings, e);
        }
    }

    private ServerSet one(DirectoryServer server, SSLSocketFactory tls) {
        boolean upgrade = settings.startTls() && !server.tls();
        return new SingleServerSet(
                server.host(),
                server.port(),
                server.tls() ? tls : null,
                options(),
                null,
                upgrade ? new StartTLSPostConnectProcessor(tls) : null);
    }

    private LDAPConnectionOptions options() {
        LDAPConnectionOptions options = new LDAPConnectionOptions();
        options.setConnectTimeoutMillis(settings.timeoutMillis());
        options.setResponseTimeoutMillis(settings.timeoutMillis());
        // without a thread per connection: a login waits for its own answer and nothing else
        options.setUseSynchronousMode(true);
        options.setFollowReferrals(false);
        options.setMaxMessageSize(MOST_MESSAGE_BYTES);
        options.setSSLSocketVerifier(new HostNameSSLSocketVerifier(true));
        return options;
    }

    private void closePool() {
        if (pool != null) {
            pool.close();
        }
    }

    @Override
    public synchronized void close() {
        closed = true;
        closePool();
    }
}
