/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.jaas.ldap;

import com.unboundid.ldap.listener.InMemoryDirectoryServer;
import com.unboundid.ldap.listener.InMemoryDirectoryServerConfig;
import com.unboundid.ldap.listener.InMemoryListenerConfig;
import com.unboundid.ldap.listener.interceptor.InMemoryInterceptedSearchRequest;
import com.unboundid.ldap.listener.interceptor.InMemoryInterceptedSimpleBindRequest;
import com.unboundid.ldap.listener.interceptor.InMemoryInterceptedSimpleBindResult;
import com.unboundid.ldap.listener.interceptor.InMemoryOperationInterceptor;
import com.unboundid.ldap.sdk.BindResult;
import com.unboundid.ldap.sdk.Control;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.OperationType;
import com.unboundid.ldap.sdk.ResultCode;
import com.unboundid.ldap.sdk.controls.PasswordExpiredControl;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.SSLContext;
import org.turnstile.jaas.Home;
import org.turnstile.testkit.tls.ServerKey;

/**
 * A directory in this process, reached plainly (with StartTLS if asked), by TLS, and by TLS with
 * the certificate of another host. It lets nobody search who has not bound, and writes down who
 * bound and what was searched.
 */
public final class DirectoryFixture implements AutoCloseable {

    /** The root. */
    public static final String BASE = "dc=example,dc=org";

    /** Where users are. */
    public static final String PEOPLE = "ou=people," + BASE;

    /** The DN of who searches. */
    public static final String SEARCHER = "cn=searcher," + BASE;

    /** The passcode of who searches. */
    public static final String SEARCHERS_PASSCODE = "searching-7261";

    private static final String GROUPS = "ou=groups," + BASE;

    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final Set<Long> connections = ConcurrentHashMap.newKeySet();
    private final InMemoryDirectoryServer server;
    private final ServerKey key = ServerKey.ofThisHost();
    private final ServerKey otherKey = ServerKey.ofAnotherHost();
    private volatile ResultCode answer = ResultCode.SUCCESS;
    private volatile boolean expired;

    /** A running directory with alice, bob and their groups. */
    public DirectoryFixture() throws Exception {
        InMemoryDirectoryServerConfig config = new InMemoryDirectoryServerConfig(BASE);
        config.setSchema(null);
        config.setAuthenticationRequiredOperationTypes(OperationType.SEARCH);
        config.addInMemoryOperationInterceptor(new Notes());
        SSLContext tls = key.context();
        InetAddress loopback = InetAddress.getLoopbackAddress();
        config.setListenerConfigs(
                InMemoryListenerConfig.createLDAPConfig(
                        "plain", loopback, 0, tls.getSocketFactory()),
                InMemoryListenerConfig.createLDAPSConfig(
                        "tls", loopback, 0, tls.getServerSocketFactory(), null),
                InMemoryListenerConfig.createLDAPSConfig(
                        "other", loopback, 0, otherKey.context().getServerSocketFactory(), null));
        server = new InMemoryDirectoryServer(config);
        server.add("dn: " + BASE, "objectClass: domain", "dc: example");
        server.add("dn: " + PEOPLE, "objectClass: organizationalUnit", "ou: people");
        server.add("dn: " + GROUPS, "objectClass: organizationalUnit", "ou: groups");
        server.add(
                "dn: " + SEARCHER,
                "objectClass: applicationProcess",
                "cn: searcher",
                "userPassword: " + SEARCHERS_PASSCODE);
        person("alice", "secret", "memberOf: cn=radiologists," + GROUPS, "memberOf: night shift");
        person("bob", "other");
        group("radiologists", "alice");
        group("staff", "alice", "bob");
        server.startListening();
    }

    /** Who may do what is nobody's business here: whoever asks is written down. */
    private final class Notes extends InMemoryOperationInterceptor {
        @Override
        public void processSimpleBindRequest(InMemoryInterceptedSimpleBindRequest request)
                throws LDAPException {
            String dn = request.getRequest().getBindDN();
            asked.add("bind " + dn);
            connections.add(request.getConnectionID());
            if (!answer.equals(ResultCode.SUCCESS) && !dn.equals(SEARCHER)) {
                String sent = request.getRequest().getPassword().stringValue();
                throw new LDAPException(answer, "not with " + sent);
            }
        }

        @Override
        public void processSimpleBindResult(InMemoryInterceptedSimpleBindResult result) {
            if (expired && result.getResult().getResultCode().equals(ResultCode.SUCCESS)) {
                Control[] controls = {new PasswordExpiredControl()};
                result.setResult(
                        new BindResult(-1, ResultCode.SUCCESS, null, null, null, controls));
            }
        }

        @Override
        public void processSearchRequest(InMemoryInterceptedSearchRequest request) {
            asked.add("search " + request.getRequest().getFilter());
        }
    }

    /** Adds a person below {@link #PEOPLE}. */
    public void person(String name, String passcode, String... attributes) throws Exception {
        entry("uid=" + name + "," + PEOPLE, name, passcode, attributes);
    }

    /** Adds a person with that DN. */
    public void entry(String dn, String name, String passcode, String... attributes)
            throws Exception {
        server.add(
                "dn: " + dn,
                "objectClass: inetOrgPerson",
                "uid: " + name,
                "cn: " + name,
                "sn: " + name,
                "userPassword: " + passcode);
        for (String attribute : attributes) {
            server.modify("dn: " + dn, "changetype: modify", "add: " + type(attribute), attribute);
        }
    }

    private static String type(String attribute) {
        return attribute.substring(0, attribute.indexOf(':'));
    }

    /** Adds a group with these members. */
    public void group(String name, String... members) throws Exception {
        List<String> lines =
                new ArrayList<>(
                        List.of("dn: cn=" + name + "," + GROUPS, "objectClass: groupOfNames"));
        lines.add("cn: " + name);
        for (String member : members) {
            lines.add("member: uid=" + member + "," + PEOPLE);
        }
        server.add(lines.toArray(String[]::new));
    }

    /** How many connections have been bound on. */
    int connections() {
        return connections.size();
    }

    /** The directory itself. */
    InMemoryDirectoryServer server() {
        return server;
    }

    /** From now on binds of users get this answer, with a text that quotes what they sent. */
    public void answers(ResultCode code) {
        answer = code;
    }

    /** From now on whoever binds is let in only to set a new passcode. */
    void expire() {
        expired = true;
    }

    /** Who bound and what was searched since the last call. */
    public List<String> asked() {
        List<String> copy = List.copyOf(asked);
        asked.clear();
        return copy;
    }

    /** Writes what a stack needs: the certificate and the passcode of who searches. */
    public Home in(Home home) throws Exception {
        return home.write("authorities.pem", key.pem() + otherKey.pem())
                .write("another.pem", otherKey.pem())
                .write("searcher", SEARCHERS_PASSCODE + "\n");
    }

    /** The URL of a listener: {@code plain}, {@code tls} or {@code other}. */
    public String url(String listener) {
        String scheme = listener.equals("plain") ? "ldap" : "ldaps";
        return scheme + "://localhost:" + server.getListenPort(listener);
    }

    /** Options: by TLS, and the user's DN is made of the name. */
    public String byName() {
        return byName(url("tls"));
    }

    /** Options: at these addresses, and the user's DN is made of the name. */
    public static String byName(String urls) {
        return " urls=\"%s\" trustFile=\"authorities.pem\" userDn=\"uid={name},%s\""
                .formatted(urls, PEOPLE);
    }

    /** Options: by TLS, and the user is searched for. */
    public String bySearch() {
        return " urls=\"%s\" trustFile=\"authorities.pem\" userBase=\"%s\"%s"
                .formatted(url("tls"), BASE, searcher());
    }

    /** Options: who searches. */
    public static String searcher() {
        return " bindDn=\"%s\" bindPasscodeFile=\"searcher\"".formatted(SEARCHER);
    }

    /** Options: groups are searched for. */
    public static String groups() {
        return " groupBase=\"" + GROUPS + "\"";
    }

    @Override
    public void close() {
        server.shutDown(true);
    }
}
