/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.jaas.passcode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import javax.security.auth.login.FailedLoginException;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.turnstile.api.CallerPrincipal;
import org.turnstile.api.LoginUnavailableException;
import org.turnstile.jaas.Databases;
import org.turnstile.jaas.Home;
import org.turnstile.jaas.JndiFixture;
import org.turnstile.jaas.MapScope;
import org.turnstile.jaas.Modules;
import org.turnstile.jaas.otp.store.Stores;
import org.turnstile.jaas.passcode.PasscodeVerifier.Finding;

/** Users in a database instead of a file. */
class UsersTableTest {

    @TempDir private Path folder;
    private final AtomicLong rounds = new AtomicLong();
    private Home home;
    private DataSource source;
    private JndiFixture databases;

    @BeforeEach
    void aHomeWithoutUsers() throws Exception {
        home = new Home(folder).stack(Modules.PASSCODE + "required" + Databases.OPTION);
    }

    @AfterEach
    void stop() throws Exception {
        home.close();
        if (databases != null) {
            databases.close();
        }
    }

    private void use(Stores kind) throws Exception {
        source = kind.database();
        databases = Databases.named(source);
        assertThatThrownBy(() -> home.login(home.passcode("nobody", "x")))
                .as("makes the table")
                .isInstanceOf(FailedLoginException.class);
    }

    private void user(String name, String passcode) throws Exception {
        Databases.execute(
                source, "INSERT INTO turnstile_user VALUES ('" + name + "', '" + passcode + "')");
    }

    private static String hash(String passcode, int count) {
        return PasscodeHash.create(Home.bytes(passcode), count).format();
    }

    private PasscodeVerifier verifier(int cached) {
        Pbkdf2 pbkdf2 = new Pbkdf2();
        return new PasscodeVerifier(
                UsersTable.of(new MapScope(), "java:/jdbc/site"),
                new VerifiedCache(cached, Duration.ofMinutes(5), Clock.systemUTC()),
                (passcode, salt, count) -> {
                    rounds.addAndGet(count);
                    return pbkdf2.derive(passcode, salt, Math.min(count, Home.ROUNDS));
                });
    }

    private long roundsOf(PasscodeVerifier verifier, String name) throws Exception {
        rounds.set(0);
        verifier.verify(name, Home.bytes("wrong"));
        return rounds.get();
    }

    @ParameterizedTest
    @EnumSource(names = "FILE", mode = EnumSource.Mode.EXCLUDE)
    void aRowIsALineOfTheFile(Stores kind) throws Exception {
        use(kind);
        user("alice", hash("secret", Home.ROUNDS));
        user("former", "!" + hash("secret", Home.ROUNDS));
        user("ct1", "*");

        assertThat(home.login(home.passcode("alice", "secret")).getPrincipals())
                .containsExactly(new CallerPrincipal("alice"));
        assertThatThrownBy(() -> home.login(home.passcode("alice", "wrong")))
                .hasMessage("the passcode is wrong");
        assertThatThrownBy(() -> home.login(home.passcode("ALICE", "secret")))
                .hasMessage("there is no such user");
        assertThatThrownBy(() -> home.login(home.passcode("former", "secret")))
                .hasMessage("the user is disabled");
        assertThatThrownBy(() -> home.login(home.passcode("ct1", "*")))
                .hasMessage("the user has no passcode");
        assertThatThrownBy(() -> home.login(home.passcode("alice", "")))
                .hasMessage("the passcode is empty");
    }

    @ParameterizedTest
    @EnumSource(names = "FILE", mode = EnumSource.Mode.EXCLUDE)
    void aChangedRowCountsFromTheNextLoginOnAlsoWhereThePasscodeWasRemembered(Stores kind)
            throws Exception {
        use(kind);
        user("alice", hash("secret", Home.ROUNDS));
        home.login(home.passcode("alice", "secret"));

        Databases.execute(
                source, "UPDATE turnstile_user SET passcode = '" + hash("new", 10_000) + "'");
        assertThatThrownBy(() -> home.login(home.passcode("alice", "secret")))
                .isInstanceOf(FailedLoginException.class);

        home.login(home.passcode("alice", "new"));
        Databases.execute(source, "DELETE FROM turnstile_user");
        assertThatThrownBy(() -> home.login(home.passcode("alice", "new")))
                .isInstanceOf(FailedLoginException.class);
    }

    @ParameterizedTest
    @EnumSource(names = "FILE", mode = EnumSource.Mode.EXCLUDE)
    void aRowWithAnErrorNamesTheUserAndNotThePasscode(Stores kind) throws Exception {
        use(kind);
        user("alice", "hunter2");

        assertThatThrownBy(() -> home.login(home.passcode("alice", "hunter2")))
                .isInstanceOf(LoginUnavailableException.class)
                .hasMessageContaining("table turnstile_user: user alice: expects pbkdf2-sha256")
                .hasMessageNotContaining("hunter2");
    }

    @ParameterizedTest
    @EnumSource(names = "FILE", mode = EnumSource.Mode.EXCLUDE)
    void aBareNameCanBeRequiredToBeInTheTable(Stores kind) throws Exception {
        use(kind);
        user("ct1", "*");
        user("ct2", "!*");
        home.stack(Modules.USERNAME + "required" + Databases.OPTION);

        assertThat(home.login(home.bareName("ct1")).getPrincipals())
                .containsExactly(new CallerPrincipal("ct1"));
        assertThatThrownBy(() -> home.login(home.bareName("ct2")))
                .hasMessage("the user is disabled");
        assertThatThrownBy(() -> home.login(home.bareName("ct3")))
                .hasMessage("there is no such user");
    }

    @Test
    void case49EveryRefusalCostsTheRoundsOfANewHashOrOfTheMostThatWereSeen() throws Exception {
        use(Stores.H2);
        user("alice", hash("secret", 10_000));
        user("former", "!" + hash("secret", 20_000));
        user("ct1", "*");
        PasscodeVerifier verifier = verifier(10);
        for (String name : new String[] {"alice", "former", "ct1", "nobody"}) {
            assertThat(roundsOf(verifier, name)).as(name).isEqualTo(600_000);
        }

        user("careful", hash("secret", 10_000).replace(":10000:", ":700000:"));
        for (String name : new String[] {"careful", "alice", "former", "ct1", "nobody"}) {
            assertThat(roundsOf(verifier, name)).as(name).isEqualTo(700_000);
        }
    }

    @Test
    void aGoodPasscodeIsRemembered() throws Exception {
        use(Stores.H2);
        user("alice", hash("secret", 10_000));
        PasscodeVerifier verifier = verifier(10);
        assertThat(verifier.verify("alice", Home.bytes("secret"))).isEqualTo(Finding.GOOD);

        rounds.set(0);
        assertThat(verifier.verify("alice", Home.bytes("secret"))).isEqualTo(Finding.GOOD);
        assertThat(rounds).hasValue(0);
    }

    @Test
    void aDatabaseThatIsDownOrNoDatabaseIsNobodysFault() {
        JdbcDataSource down = new JdbcDataSource();
        down.setURL("jdbc:h2:tcp://127.0.0.1:1/mem:x");
        databases = Databases.named(down);
        assertThatThrownBy(() -> home.login(home.passcode("alice", "secret")))
                .isInstanceOf(LoginUnavailableException.class)
                .hasMessageContaining("turnstile_user");

        databases = Databases.named("a text");
        assertThatThrownBy(() -> home.login(home.passcode("alice", "secret")))
                .isInstanceOf(LoginUnavailableException.class)
                .hasMessage("dataSource=java:/jdbc/site: is no data source");

        databases.close();
        assertThatThrownBy(() -> home.login(home.passcode("alice", "secret")))
                .isInstanceOf(LoginUnavailableException.class)
                .hasMessage("dataSource=java:/jdbc/site: cannot be looked up");
    }

    @Test
    void whereTheTableCannotBeMadeTheMessageSaysHow() throws Exception {
        JdbcDataSource readOnly = new JdbcDataSource();
        Path file = folder.resolve("db");
        readOnly.setURL("jdbc:h2:" + file);
        Databases.execute(readOnly, "CREATE TABLE other (x INT)");
        readOnly.setURL("jdbc:h2:" + file + ";ACCESS_MODE_DATA=r");
        databases = Databases.named(readOnly);

        assertThatThrownBy(() -> home.login(home.passcode("alice", "secret")))
                .isInstanceOf(LoginUnavailableException.class)
                .hasMessageContaining(
                        "run: CREATE TABLE IF NOT EXISTS turnstile_user (name VARCHAR");
    }
}
