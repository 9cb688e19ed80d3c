/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.jaas.ldap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.turnstile.api.LoginUnavailableException;
import org.turnstile.jaas.Home;
import org.turnstile.jaas.Modules;

/** How directories are reached, and what happens when they are not. */
class LdapConnectionsTest {

    private static final Duration SLACK = Duration.ofSeconds(4);

    @TempDir private Path folder;
    private DirectoryFixture directory;
    private Home home;

    @BeforeEach
    void aDirectory() throws Exception {
        directory = new DirectoryFixture();
        home = directory.in(new Home(folder));
    }

    @AfterEach
    void stop() throws Exception {
        home.close();
        directory.close();
    }

    private void stack(String options) throws Exception {
        home.stack(Modules.LDAP + "required" + options);
    }

    private void assertIn() throws Exception {
        assertThat(home.login(home.passcode("alice", "secret")).getPrincipals()).hasSize(1);
    }

    private Throwable unavailable() {
        Throwable thrown = catchThrowable(() -> home.login(home.passcode("alice", "secret")));
        assertThat(thrown).isInstanceOf(LoginUnavailableException.class);
        return thrown;
    }

    /** Listens, and takes connections in, but never says a word. */
    private static ServerSocket silence() throws Exception {
        return new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    }

    private static String url(ServerSocket silent) {
        return "ldap://127.0.0.1:" + silent.getLocalPort();
    }

    @Test
    void byTlsByStartTlsAndOnLoopbackPlainly() throws Exception {
        stack(directory.byName());
        assertIn();
        stack(DirectoryFixture.byName(directory.url("plain")) + " startTls=true");
        assertIn();
        stack(DirectoryFixture.byName(directory.url("plain")));
        assertIn();
    }

    @Test
    void aPlainConnectionToAnotherHostIsRefusedUnlessTheOptionSaysSo() throws Exception {
        String other = DirectoryFixture.byName("ldap://ldap.example.org.invalid");
        stack(other);
        assertThat(unavailable())
                .hasMessageContaining("ldap://ldap.example.org.invalid:389")
                .hasMessageContaining("unprotected");

        stack(other + " cleartext=true");
        assertThat(unavailable()).as("it is tried now").hasMessageContaining("connect");
    }

    @Test
    void aCertificateOfAnUnknownAuthorityIsRefused() throws Exception {
        for (String url : List.of(directory.url("tls"), directory.url("plain"))) {
            stack(
                    DirectoryFixture.byName(url).replace("authorities.pem", "another.pem")
                            + " startTls=true");
            assertThat(unavailable()).hasMessageContaining(url);
        }
        stack(directory.byName().replace(" trustFile=\"authorities.pem\"", ""));
        assertThat(unavailable()).as("the JDK's do not know it").hasMessageContaining("ldaps://");
        assertThat(directory.asked()).as("no passcode was sent").isEmpty();
    }

    @Test
    void aCertificateOfAnotherHostIsRefused() throws Exception {
        stack(DirectoryFixture.byName(directory.url("other")));

        assertThat(unavailable()).hasMessageContaining("other.example.org");
        assertThat(directory.asked()).as("no passcode was sent").isEmpty();
    }

    @Test
    void authoritiesThatChangeCountFromTheNextLoginOn() throws Exception {
        stack(directory.byName());
        assertIn();

        String authorities = Files.readString(home.file("authorities.pem"));
        home.write("authorities.pem", Files.readString(home.file("another.pem")));
        unavailable();

        home.write("authorities.pem", authorities);
        assertIn();
        home.write("authorities.pem", "none\n");
        assertThat(unavailable())
                .hasMessageContaining("trustFile: " + home.file("authorities.pem"));
        Files.delete(home.file("authorities.pem"));
        assertThat(unavailable()).hasMessageContaining("trustFile: ");
    }

    @Test
    void aDirectoryThatIsDownIsNobodysFault() throws Exception {
        stack(directory.byName());
        assertIn();

        directory.server().shutDown(true);

        assertThat(unavailable()).hasMessageContaining(directory.url("tls").substring(0, 18));
    }

    @Test
    void whenTheFirstIsDownTheSecondIsAsked() throws Exception {
        try (ServerSocket free = silence()) {
            String gone = url(free);
            free.close();
            stack(DirectoryFixture.byName(gone + ", " + directory.url("tls")));

            assertIn();
        }
    }

    @Test
    void aDirectoryThatNeverAnswersEndsTheLoginInTime() throws Exception {
        try (ServerSocket silent = silence()) {
            for (String options :
                    List.of(
                            DirectoryFixture.byName(url(silent)),
                            DirectoryFixture.byName(url(silent)) + " startTls=true",
                            DirectoryFixture.byName(url(silent).replace("ldap:", "ldaps:")))) {
                stack(options + " timeoutSeconds=\"1\"");
                Instant start = Instant.now();

                unavailable();

                assertThat(Duration.between(start, Instant.now()))
                        .as(options)
                        .isBetween(Duration.ofMillis(900), Duration.ofSeconds(1).plus(SLACK));
            }
        }
    }

    @Test
    void loginsThatFindAllConnectionsTakenDoNotWaitForEver() throws Exception {
        try (ServerSocket silent = silence()) {
            stack(DirectoryFixture.byName(url(silent)) + " timeoutSeconds=\"1\" connections=\"2\"");
            ExecutorService threads = Executors.newFixedThreadPool(12);
            try {
                List<Future<Throwable>> logins = new ArrayList<>();
                Instant start = Instant.now();
                for (int i = 0; i < 12; i++) {
                    logins.add(threads.submit(this::unavailable));
                }
                for (Future<Throwable> login : logins) {
                    assertThat(login.get()).hasMessageContaining("directory");
                }
                assertThat(Duration.between(start, Instant.now()))
                        .isLessThan(Duration.ofSeconds(2).plus(SLACK));
            } finally {
                threads.shutdownNow();
            }
        }
    }

    @Test
    void aDirectoryThatWasRestartedIsReachedAnew() throws Exception {
        stack(directory.byName());
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Future<?>> logins = new ArrayList<>();
            for (int i = 0; i < 24; i++) {
                logins.add(
                        threads.submit(
                                () -> {
                                    assertIn();
                                    return null;
                                }));
            }
            for (Future<?> login : logins) {
                login.get();
            }
        } finally {
            threads.shutdownNow();
        }

        int port = directory.server().getListenPort("tls");
        directory.server().shutDown("tls", true);
        directory.server().restartListener("tls");

        assertThat(directory.server().getListenPort("tls")).isEqualTo(port);
        assertIn();
    }

    @Test
    void failuresUseUpNoConnections() throws Exception {
        stack(directory.byName() + " connections=\"2\" timeoutSeconds=\"1\"");
        assertIn();
        directory.server().shutDown("tls", true);
        for (int i = 0; i < 5; i++) {
            unavailable();
        }

        directory.server().restartListener("tls");

        assertIn();
    }

    @Test
    void connectionsAreKeptForTheNextLoginAndClosedWithTheAdapter() throws Exception {
        stack(directory.byName() + " connections=\"1\"");
        for (int i = 0; i < 5; i++) {
            assertIn();
            assertThatThrownBy(() -> home.login(home.passcode("alice", "wrong")));
        }
        assertThat(directory.connections()).isEqualTo(1);

        home.close();

        assertThat(unavailable()).hasMessageContaining("the adapter is stopping");
    }
}
