/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.jaas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.unboundid.ldap.sdk.ResultCode;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import javax.security.auth.Subject;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.turnstile.api.IdentityType;
import org.turnstile.jaas.ldap.DirectoryFixture;
import org.turnstile.jaas.otp.store.Stores;

/** Whatever happens to a passcode or token, no log, exception or text of an object shows it. */
class SecretsTest {

    private static final String SECRET = "hunter2-correct-horse";

    @TempDir private Path folder;
    private WholeLog log;
    private Home home;

    @BeforeEach
    void everythingIsLogged() throws Exception {
        log = WholeLog.listen();
        home = new Home(folder).user("alice", SECRET).write("roles", "r = user:alice\n");
    }

    @AfterEach
    void nothingIsLoggedAnyMore() {
        log.close();
    }

    private static String everythingOf(Throwable thrown) {
        StringWriter text = new StringWriter();
        thrown.printStackTrace(new PrintWriter(text, true));
        return text.toString();
    }

    private void assertNothingIsShown(Peer peer, boolean good) throws Exception {
        Subject subject = new Subject();
        Throwable thrown = catchThrowable(home.context(peer, subject)::login);

        assertThat(thrown == null).isEqualTo(good);
        if (thrown != null) {
            assertThat(everythingOf(thrown))
                    .doesNotContain(SECRET, DirectoryFixture.SEARCHERS_PASSCODE);
        }
        assertThat(subject.toString()).doesNotContain(SECRET);
        assertThat(log.text()).doesNotContain(SECRET);
    }

    @Test
    void goodAndBadPasscodes() throws Exception {
        home.stack(
                Modules.PASSCODE + "required storePass=true",
                Modules.PASSCODE + "required useFirstPass=true",
                Modules.MAPPING + "required");

        assertNothingIsShown(home.passcode("alice", SECRET), true);
        assertNothingIsShown(home.passcode("alice", SECRET + "x"), false);
        assertNothingIsShown(home.passcode("mallory", SECRET), false);
        home.users().enable("alice", false);
        assertNothingIsShown(home.passcode("alice", SECRET), false);
        assertThat(log.text()).as("the log was heard").contains("TURN2001");
    }

    @Test
    void aPasscodeThatAnAdministratorTypedIntoTheUsersFile() throws Exception {
        home.stack(Modules.PASSCODE + "required");
        for (String line :
                List.of(
                        "bob:" + SECRET,
                        "bob:!" + SECRET,
                        "bob:" + SECRET + ":10000:x:y",
                        "bob:pbkdf2-sha256:" + SECRET + ":x:y",
                        "bob:pbkdf2-sha256:10000:" + SECRET + ":y")) {
            home.write("users", line + "\n");
            assertNothingIsShown(home.passcode("alice", SECRET), false);
        }
    }

    @Test
    void aDirectoryThatAgreesRefusesQuotesOrFallsSilent() throws Exception {
        try (DirectoryFixture directory = new DirectoryFixture()) {
            directory.in(home);
            directory.person("carol", SECRET);
            home.stack(
                    Modules.LDAP
                            + "required storePass=true"
                            + directory.bySearch()
                            + DirectoryFixture.groups(),
                    Modules.MAPPING + "required");

            assertNothingIsShown(home.passcode("carol", SECRET), true);
            assertNothingIsShown(home.passcode("alice", SECRET), false);
            assertNothingIsShown(home.passcode("mallory", SECRET), false);
            for (ResultCode quoting : List.of(ResultCode.INVALID_CREDENTIALS, ResultCode.OTHER)) {
                directory.answers(quoting);
                assertNothingIsShown(home.passcode("carol", SECRET), false);
            }
            directory.close();
            assertNothingIsShown(home.passcode("carol", SECRET), false);
        }
        assertThat(log.text())
                .as("the log was heard, and shows no passcode of ours either")
                .contains("TURN2160")
                .doesNotContain(DirectoryFixture.SEARCHERS_PASSCODE);
    }

    @Test
    void aPasscodeInARowOfADatabase() throws Exception {
        DataSource source = Stores.H2.database();
        try (JndiFixture names = Databases.named(source)) {
            assertThat(names).isNotNull();
            home.stack(Modules.PASSCODE + "required" + Databases.OPTION);
            assertNothingIsShown(home.passcode("bob", SECRET), false);
            Databases.execute(
                    source, "INSERT INTO turnstile_user VALUES ('bob', '" + SECRET + "')");
            assertNothingIsShown(home.passcode("bob", SECRET), false);
            Databases.execute(source, "DROP TABLE turnstile_user");
            assertNothingIsShown(home.passcode("bob", SECRET), false);
        }
    }

    @Test
    void aTokenThatCameToTheWrongEntry() throws Exception {
        home.stack(Modules.PASSCODE + "optional", Modules.MAPPING + "required");

        byte[] token = Home.bytes(SECRET);
        assertNothingIsShown(home.raw(IdentityType.JWT, token, new byte[0]), false);
        assertNothingIsShown(home.raw(IdentityType.SAML, token, token), false);
    }

    @Test
    void aSecondaryFieldThatABareNameShouldNotHave() throws Exception {
        home.stack(Modules.USERNAME + "required", Modules.MAPPING + "required");

        byte[] name = Home.bytes("alice");
        assertNothingIsShown(home.raw(IdentityType.USERNAME, name, Home.bytes(SECRET)), true);
    }
}
