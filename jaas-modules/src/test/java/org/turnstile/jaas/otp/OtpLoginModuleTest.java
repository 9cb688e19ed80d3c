/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.jaas.otp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import javax.security.auth.Subject;
import javax.security.auth.callback.CallbackHandler;
import javax.security.auth.login.FailedLoginException;
import javax.security.auth.login.LoginContext;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.turnstile.api.CallerPrincipal;
import org.turnstile.api.IdentityType;
import org.turnstile.api.Line;
import org.turnstile.api.LoginRequest;
import org.turnstile.api.LoginUnavailableException;
import org.turnstile.api.RolePrincipal;
import org.turnstile.api.UserIdentityCallback;
import org.turnstile.jaas.Home;
import org.turnstile.jaas.JndiFixture;
import org.turnstile.jaas.MapScope;
import org.turnstile.jaas.Modules;
import org.turnstile.jaas.otp.code.HmacAlgorithm;
import org.turnstile.jaas.otp.code.OtpAlgorithm;
import org.turnstile.jaas.otp.code.SharedKey;
import org.turnstile.jaas.otp.store.ChainState;
import org.turnstile.jaas.otp.store.OtpAccount;
import org.turnstile.jaas.otp.store.OtpFile;
import org.turnstile.jaas.otp.store.OtpStore;
import org.turnstile.jaas.otp.store.OtpTable;
import org.turnstile.jaas.otp.store.Stores;
import org.turnstile.jaas.otp.store.TotpState;

class OtpLoginModuleTest {

    private static final String MODULE = "org.turnstile.jaas.otp.OtpLoginModule ";
    private static final String JNDI = "java:/turnstile";
    private static final String N98 = "44B0BAFF93E25404";
    private static final String N97 = "3E6A51D0FDBEDC57";

    @TempDir private Path folder;
    private final JndiFixture naming = new JndiFixture();
    private Home home;

    @BeforeEach
    void aHome() throws Exception {
        home = new Home(folder).stack(MODULE + "required");
    }

    @AfterEach
    void close() throws Exception {
        home.close();
        naming.close();
    }

    private void enrol(OtpStore store) throws Exception {
        store.add(new OtpAccount("alice", Person.ninetyNine()));
    }

    private OtpFile file() {
        return new OtpFile(home.file("otp"));
    }

    /** Alice is enrolled in that store, and the entry names it. */
    private OtpStore entry(Stores kind, String options) throws Exception {
        OtpStore store = file();
        String named = "";
        if (kind != Stores.FILE) {
            DataSource source = kind.database();
            JndiFixture.bind(JNDI, source);
            store = new OtpTable(source);
            named = " dataSource=\"" + JNDI + "\"";
        }
        enrol(store);
        home.stack(MODULE + "required oneTime=true" + named + options);
        return store;
    }

    private Subject login(String passcode) throws Exception {
        return home.login(home.passcode("alice", passcode));
    }

    @ParameterizedTest
    @EnumSource(Stores.class)
    void case87And88AValueOpensOneAssociation(Stores kind) throws Exception {
        OtpStore store = entry(kind, "");

        assertThat(login(N98).getPrincipals()).containsExactly(new CallerPrincipal("alice"));
        assertThatThrownBy(() -> login(N98))
                .isInstanceOf(FailedLoginException.class)
                .hasMessage("the response has been used before");
        login(N97);

        ChainState state = (ChainState) store.find("alice").orElseThrow();
        assertThat(state.stored().sequence()).isEqualTo(97);
        assertThat(state.lastUse().orElseThrow().place()).isEqualTo("192.0.2.1 CT1");
    }

    @ParameterizedTest
    @EnumSource(Stores.class)
    void case88WithAGraceWindowTheSamePeerMayOpenMore(Stores kind) throws Exception {
        entry(kind, " graceSeconds=\"600\"");

        login(N98);
        login(N98);

        assertThat(login(N98).getPrincipals()).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(Stores.class)
    void case93TheWindowIsAnOption(Stores kind) throws Exception {
        entry(kind, " lookAhead=\"1\"");

        assertThatThrownBy(() -> login(N97)).isInstanceOf(FailedLoginException.class);
        login(N98);
        login(N97);
    }

    @Test
    void case97ATokenOfTheTimeIsTakenOnce() throws Exception {
        SharedKey key = new SharedKey(new byte[20]);
        TotpState state = TotpState.begin(HmacAlgorithm.SHA1, key, 6, 300);
        file().add(new OtpAccount("alice", state));
        String passcode = state.password(state.step(Instant.now()));

        login(passcode);

        assertThatThrownBy(() -> login(passcode)).isInstanceOf(FailedLoginException.class);
    }

    @Test
    void unknownUsersAndWrongPasscodesAreRefused() throws Exception {
        enrol(file());

        assertThatThrownBy(() -> home.login(home.passcode("bob", N98)))
                .isInstanceOf(FailedLoginException.class)
                .hasMessage("there is no such user");
        assertThatThrownBy(() -> login("")).isInstanceOf(FailedLoginException.class);
        assertThatThrownBy(() -> login("secret"))
                .isInstanceOf(FailedLoginException.class)
                .hasMessageNotContaining("secret");
        login(N98);
    }

    @Test
    void otherIdentityTypesAreRefusedAndSpendNothing() throws Exception {
        enrol(file());
        for (IdentityType type : IdentityType.values()) {
            if (type != IdentityType.PASSCODE) {
                assertThatThrownBy(
                                () ->
                                        home.login(
                                                home.raw(
                                                        type,
                                                        Home.bytes("alice"),
                                                        Home.bytes(N98))))
                        .isInstanceOf(FailedLoginException.class)
                        .hasMessageContaining(type.toString());
            }
        }
        login(N98);
    }

    @Test
    void withoutVerificationTheNameIsTakenAndNothingSpent() throws Exception {
        enrol(file());

        assertThat(home.login(home.unverified("alice", N98)).getPrincipals())
                .containsExactly(new CallerPrincipal("alice"));
        login(N98);
    }

    @Test
    void aLogoutTakesTheCallerAwayAndTheValueStaysSpent() throws Exception {
        enrol(file());
        LoginContext context = home.context(home.passcode("alice", N98));
        context.login();

        context.logout();

        assertThat(context.getSubject().getPrincipals()).isEmpty();
        assertThatThrownBy(() -> login(N98)).isInstanceOf(FailedLoginException.class);
    }

    @Test
    void theMappingBehindGivesRoles() throws Exception {
        enrol(file());
        home.write("roles", "dicom-echo = user:alice\n")
                .stack(MODULE + "required oneTime=true", Modules.MAPPING + "required");

        assertThat(login(N98).getPrincipals())
                .containsExactlyInAnyOrder(
                        new CallerPrincipal("alice"), new RolePrincipal("dicom-echo"));
    }

    @Test
    void usersWithFixedPasscodesMayStandBeside() throws Exception {
        enrol(file());
        home.user("bob", "secret")
                .write("roles", "")
                .stack(
                        MODULE + "optional",
                        Modules.PASSCODE + "optional",
                        Modules.MAPPING + "required");

        assertThat(home.login(home.passcode("bob", "secret")).getPrincipals()).hasSize(1);
        assertThat(login(N98).getPrincipals()).hasSize(1);
        assertThatThrownBy(() -> login(N98)).isInstanceOf(FailedLoginException.class);
    }

    @Test
    void aMissingFileAndAnErrorInItAreNobodysFault() throws Exception {
        assertThatThrownBy(() -> login(N98))
                .isInstanceOf(LoginUnavailableException.class)
                .hasMessageContaining(home.file("otp") + " does not exist");
        Files.writeString(home.file("otp"), "alice:hunter2\n");

        assertThatThrownBy(() -> login(N98))
                .isInstanceOf(LoginUnavailableException.class)
                .hasMessageContaining("line 1, column 7")
                .hasMessageNotContaining("hunter2");
    }

    @Test
    void aDataSourceThatIsNotThereIsNobodysFault() throws Exception {
        home.stack(MODULE + "required dataSource=\"java:/none\"");
        assertThatThrownBy(() -> login(N98))
                .isInstanceOf(LoginUnavailableException.class)
                .hasMessageContaining("dataSource=java:/none: cannot be looked up");

        JndiFixture.bind("java:/none", "text");
        assertThatThrownBy(() -> login(N98))
                .isInstanceOf(LoginUnavailableException.class)
                .hasMessageContaining("is no data source");
    }

    @Test
    void anotherFileCanBeNamed() throws Exception {
        home.stack(MODULE + "required store=\"state/tokens\"");
        Files.createDirectory(home.file("state"));
        enrol(new OtpFile(home.file("state/tokens")));

        assertThat(login(N98).getPrincipals()).hasSize(1);
    }

    @Test
    void case91Md4IsAnOption() throws Exception {
        // md4, "This is a test.", TeSt, n = 99 and the value below it
        byte[] passPhrase = Home.bytes("This is a test.");
        long stored = OtpAlgorithm.MD4.value(passPhrase, "TeSt", 99);
        String next = "%016x".formatted(OtpAlgorithm.MD4.value(passPhrase, "TeSt", 98));
        file().add(new OtpAccount("alice", ChainState.begin(OtpAlgorithm.MD4, 99, "TeSt", stored)));

        assertThatThrownBy(() -> login(next))
                .isInstanceOf(FailedLoginException.class)
                .hasMessageContaining("allowMd4");
        home.stack(MODULE + "required allowMd4=true");
        login(next);
    }

    private static CallbackHandler on(Line line, Path folder, MapScope scope, String response) {
        LoginRequest request =
                new LoginRequest(
                        IdentityType.PASSCODE,
                        false,
                        "default",
                        "CT1",
                        "TURNSTILE",
                        InetSocketAddress.createUnresolved("192.0.2.1", 40_000),
                        line,
                        true,
                        folder,
                        scope);
        return callbacks ->
                ((UserIdentityCallback) callbacks[0])
                        .fill(request, Home.bytes("alice"), Home.bytes(response));
    }

    @Test
    void case95ANewChainIsTakenOnAProtectedLineOnly() throws Exception {
        enrol(file());
        String begin = "init-hex:" + N98 + ":sha1 99 alpha1:27BC71035AAF3DC6";
        Map<String, Object> shared = new HashMap<>();
        try (MapScope scope = new MapScope()) {
            OtpLoginModule plain = new OtpLoginModule();
            plain.initialize(new Subject(), on(Line.PLAIN, folder, scope, begin), shared, Map.of());
            assertThatThrownBy(plain::login)
                    .isInstanceOf(FailedLoginException.class)
                    .hasMessageContaining("allowInit");

            OtpLoginModule tls = new OtpLoginModule();
            tls.initialize(new Subject(), on(Line.TLS, folder, scope, begin), shared, Map.of());
            assertThat(tls.login()).isTrue();
        }
        assertThat(file().find("alice"))
                .contains(ChainState.begin(OtpAlgorithm.SHA1, 99, "alpha1", 0x27BC71035AAF3DC6L));
    }

    @Test
    void case95ANewChainCanBeForbidden() throws Exception {
        entry(Stores.FILE, " allowInit=false");

        assertThatThrownBy(() -> login("init-hex:" + N98 + ":sha1 99 alpha1:27BC71035AAF3DC6"))
                .isInstanceOf(FailedLoginException.class)
                .hasMessageContaining("allowInit");
        login(N98);
    }
}
