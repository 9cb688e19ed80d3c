/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.jaas.kerberos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.UUID;
import javax.security.auth.Subject;
import javax.security.auth.kerberos.KerberosPrincipal;
import javax.security.auth.login.FailedLoginException;
import javax.security.auth.login.LoginContext;
import org.apache.kerby.kerberos.kerb.type.base.EncryptionType;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.turnstile.api.IdentityType;
import org.turnstile.api.LoginUnavailableException;
import org.turnstile.api.RolePrincipal;
import org.turnstile.jaas.Home;
import org.turnstile.jaas.JndiFixture;
import org.turnstile.jaas.Modules;

/** The module in its stack: options, files, the subject, and what is down. */
class KerberosLoginModuleTest {

    private static final String DATA_SOURCE = "java:jboss/datasources/ReplayDS";

    @TempDir private Path folder;
    private KerberosHome home;

    @BeforeEach
    void aHomeWithAKeytab() throws Exception {
        home = new KerberosHome(folder);
    }

    private void unavailable(String message) {
        assertThatThrownBy(() -> home.accepts(home.request()))
                .isInstanceOf(LoginUnavailableException.class)
                .hasMessageContaining(message);
    }

    @Test
    void aLogoutTakesAwayCallerAndSession() throws Exception {
        LoginContext context = home.files().context(home.peer(home.request().bytes()));
        context.login();
        Subject subject = context.getSubject();
        subject.getPublicCredentials().add("another's");

        context.logout();

        assertThat(subject.getPrincipals()).isEmpty();
        assertThat(subject.getPublicCredentials()).containsExactly("another's");
    }

    @Test
    void aRefusalLeavesNothingInTheSubject() throws Exception {
        Subject subject = new Subject();
        byte[] bad = Request.with(Request.key(Request.AES256)).bytes();

        assertThatThrownBy(home.files().context(home.peer(bad), subject)::login)
                .isInstanceOf(FailedLoginException.class);
        assertThat(subject).isEqualTo(new Subject());
    }

    @Test
    void rolesAreMappedByTheWholeName() throws Exception {
        home.files()
                .write("roles", "dicom-find = user:alice@TURNSTILE.TEST\n")
                .stack(Modules.KERBEROS + "required", Modules.MAPPING + "required");

        assertThat(home.login(home.request().bytes()).getPrincipals())
                .containsExactlyInAnyOrder(
                        new KerberosPrincipal(Request.ALICE), new RolePrincipal("dicom-find"));
    }

    @ParameterizedTest
    @EnumSource
    void otherIdentityTypesAreRefused(IdentityType type) throws Exception {
        byte[] apReq = home.request().bytes();
        if (type == IdentityType.KERBEROS) {
            home.login(apReq);
            return;
        }
        assertThatThrownBy(() -> home.files().login(home.files().raw(type, apReq, new byte[0])))
                .isInstanceOf(FailedLoginException.class)
                .hasMessage("takes KERBEROS, not " + type);
    }

    @Test
    void aMissingOrBrokenKeytabIsNobodysFault() throws Exception {
        Files.write(home.files().file("keytab"), new byte[] {1, 2, 3});
        unavailable("keytab: " + home.files().file("keytab") + " is no keytab");

        Files.delete(home.files().file("keytab"));
        unavailable("keytab: " + home.files().file("keytab") + " does not exist");
    }

    @Test
    void anotherKeytabCanBeNamedAndReadableByAllIsNoError() throws Exception {
        Files.createDirectory(home.files().file("keys"));
        Path moved = home.files().file("keys/dicom.keytab");
        Files.move(home.files().file("keytab"), moved);
        Files.setPosixFilePermissions(moved, PosixFilePermissions.fromString("rw-r--r--"));

        home.options("keytab=\"keys/dicom.keytab\"").accepts(home.request());
    }

    @Test
    void aKeytabWithKeysOfNoUseRefusesAndIsNoFault() throws Exception {
        home.keytab(
                new KeytabBytes()
                        .entry(Request.SERVICE, Request.REALM, 1, 23, new byte[16], true)
                        .entry(
                                Request.SERVICE,
                                Request.REALM,
                                1,
                                Request.key(EncryptionType.AES128_CTS_HMAC_SHA1_96)));

        home.refuses(home.request(), "KRB_AP_ERR_NOKEY (45): the keytab has no key aes256");
    }

    @ParameterizedTest
    @CsvSource({
        "etypes=\"rc4-hmac\", etypes=rc4-hmac: is not AES",
        "clockSkew=\"901\", clockSkew=901: is not 0 to 900",
        "gss=perhaps, gss=perhaps: is neither true nor false",
        "'principals=\"dicom/a,,dicom/b\"', lacks a name",
        "replayDataSource=\"ReplayDS\", 'replayDataSource=ReplayDS: is not in java:'",
        "keytabs=\"x\", keytabs is unknown"
    })
    void anOptionThatIsWrongStopsTheLoginAndNamesItself(String option, String message)
            throws Exception {
        home.options(option);

        unavailable(message);
    }

    @Test
    void aFullReplayCacheIsUnavailableAndNotAFailure() throws Exception {
        home.options("replayEntries=\"1\"").accepts(home.request());

        unavailable("replays: 1 requests are remembered, there is no room");
    }

    @Test
    void badRequestsTakeNoRoomInTheReplayCache() throws Exception {
        home.options("replayEntries=\"1\"");
        for (int i = 0; i < 3; i++) {
            home.refuses(Request.with(Request.key(Request.AES256)), "KRB_AP_ERR_BAD_INTEGRITY");
        }

        home.accepts(home.request());
    }

    @Test
    void case67_replayAtASecondServerWithTheSameDatabase_refused() throws Exception {
        JdbcDataSource h2 = new JdbcDataSource();
        h2.setURL("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
        home.options("replayDataSource=\"" + DATA_SOURCE + "\"");
        byte[] apReq = home.request().bytes();
        Home second = new Home(folder); // the same files, but nothing remembered

        try (JndiFixture jndi = JndiFixture.bind(DATA_SOURCE, h2)) {
            assertThat(jndi).isNotNull();
            home.login(apReq);
            assertThatThrownBy(
                            () ->
                                    second.login(
                                            second.raw(IdentityType.KERBEROS, apReq, new byte[0])))
                    .isInstanceOf(FailedLoginException.class)
                    .hasMessageContaining("KRB_AP_ERR_REPEAT");
            home.accepts(home.request());
        }
        unavailable("replays: " + DATA_SOURCE + ": cannot be looked up");
    }

    @Test
    void whatIsBoundButNoDataSourceIsSaid() throws Exception {
        home.options("replayDataSource=\"" + DATA_SOURCE + "\"");
        try (JndiFixture jndi = JndiFixture.bind(DATA_SOURCE, "text")) {
            assertThat(jndi).isNotNull();
            unavailable("replays: " + DATA_SOURCE + ": is no data source");
        }
    }

    @Test
    void noRefusalQuotesTheRequest() {
        byte[] apReq = home.request().bytes();
        byte[] longer = Arrays.copyOf(apReq, apReq.length + 1);

        assertThatThrownBy(() -> home.login(longer))
                .satisfies(
                        e -> {
                            for (Throwable t = e; t != null; t = t.getCause()) {
                                assertThat(String.valueOf(t.getMessage())).hasSizeLessThan(200);
                            }
                        });
    }
}
