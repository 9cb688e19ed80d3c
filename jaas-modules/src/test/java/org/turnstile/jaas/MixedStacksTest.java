/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.jaas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.nio.file.Path;
import java.util.Locale;
import javax.security.auth.Subject;
import javax.security.auth.login.FailedLoginException;
import javax.security.auth.login.LoginException;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.turnstile.api.CallerPrincipal;
import org.turnstile.api.LoginUnavailableException;
import org.turnstile.api.RolePrincipal;
import org.turnstile.jaas.ldap.DirectoryFixture;
import org.turnstile.jaas.otp.code.OtpAlgorithm;
import org.turnstile.jaas.otp.store.ChainState;
import org.turnstile.jaas.otp.store.OtpAccount;
import org.turnstile.jaas.otp.store.OtpFile;
import org.turnstile.jaas.otp.store.Stores;
import org.turnstile.jaas.passcode.PasscodeHash;

/**
 * Modules of all kinds in one stack, by the flags of JAAS. Carol has a passcode of her own in each
 * place: {@code by-file}, {@code by-table}, {@code by-ldap}, and a response of RFC 2289.
 */
class MixedStacksTest {

    /** The module of each place, for one stack. */
    private enum Place {
        FILE,
        TABLE,
        LDAP,
        OTP;

        private String line(String flag, DirectoryFixture directory) {
            return switch (this) {
                case FILE -> Modules.PASSCODE + flag;
                case TABLE -> Modules.PASSCODE + flag + Databases.OPTION;
                case LDAP -> Modules.LDAP + flag + directory.byName();
                case OTP -> Modules.OTP + flag;
            };
        }

        private String passcode() {
            return this == OTP ? RESPONSE : "by-" + name().toLowerCase(Locale.ROOT);
        }
    }

    /** Pass phrase "This is a test.", seed TeSt (RFC 2289 appendix C): the value of count 99. */
    private static final long NINETY_NINE = 0x50FE1962C4965880L;

    /** And the one of count 98, which hashes to it. */
    private static final String RESPONSE = "hex:44B0BAFF93E25404";

    @TempDir private Path folder;
    private DirectoryFixture directory;
    private JndiFixture databases;
    private Home home;

    @BeforeEach
    void carolInEveryPlace() throws Exception {
        directory = new DirectoryFixture();
        directory.person("carol", "by-ldap");
        DataSource source = Stores.H2.database();
        databases = Databases.named(source);
        Databases.execute(
                source,
                "CREATE TABLE turnstile_user (name VARCHAR(256) NOT NULL PRIMARY KEY, passcode"
                        + " VARCHAR(1024) NOT NULL)");
        String hash = PasscodeHash.create(Home.bytes("by-table"), Home.ROUNDS).format();
        Databases.execute(source, "INSERT INTO turnstile_user VALUES ('carol', '" + hash + "')");
        home = directory.in(new Home(folder)).user("carol", "by-file");
        home.write("roles", "r = user:carol\n");
        new OtpFile(home.file("otp"))
                .add(
                        new OtpAccount(
                                "carol",
                                ChainState.begin(OtpAlgorithm.MD5, 99, "TeSt", NINETY_NINE)));
    }

    @AfterEach
    void stop() throws Exception {
        home.close();
        directory.close();
        databases.close();
    }

    private void stack(String... lines) throws Exception {
        home.stack(lines);
    }

    private String line(Place place, String flag) {
        return place.line(flag, directory);
    }

    private Subject login(String passcode) throws LoginException {
        return home.login(home.passcode("carol", passcode));
    }

    private void assertRefused(String passcode) {
        Subject subject = new Subject();
        assertThatThrownBy(() -> home.context(home.passcode("carol", passcode), subject).login())
                .isInstanceOf(FailedLoginException.class);
        assertThat(subject.getPrincipals()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void sufficientOneOfAllPlacesIsEnough(Place place) throws Exception {
        stack(
                line(Place.FILE, "sufficient"),
                line(Place.TABLE, "sufficient"),
                line(Place.LDAP, "sufficient"),
                line(Place.OTP, "sufficient"));

        assertThat(login(place.passcode()).getPrincipals())
                .containsExactly(new CallerPrincipal("carol"));
        assertRefused("nowhere");
    }

    @ParameterizedTest
    @EnumSource
    void optionalWithARequiredMappingOneIsEnoughAndHasRoles(Place place) throws Exception {
        stack(
                line(Place.FILE, "optional"),
                line(Place.TABLE, "optional"),
                line(Place.LDAP, "optional"),
                line(Place.OTP, "optional"),
                Modules.MAPPING + "required");

        assertThat(login(place.passcode()).getPrincipals())
                .containsExactlyInAnyOrder(new CallerPrincipal("carol"), new RolePrincipal("r"));
        assertRefused("nowhere");
    }

    @Test
    void sufficientEndsTheStackSoThatNothingBehindItIsAskedOrSpent() throws Exception {
        stack(line(Place.OTP, "sufficient"), line(Place.LDAP, "sufficient"));
        directory.asked();
        login(Place.OTP.passcode());

        assertThat(directory.asked()).isEmpty();
        assertRefused(Place.OTP.passcode());
    }

    @ParameterizedTest
    @CsvSource({"required,required", "requisite,required", "required,requisite"})
    void requiredAndRequisiteBothMustSucceed(String first, String second) throws Exception {
        directory.person("bothways", "same");
        home.user("bothways", "same");
        stack(line(Place.FILE, first), line(Place.LDAP, second));

        assertThat(home.login(home.passcode("bothways", "same")).getPrincipals())
                .containsExactly(new CallerPrincipal("bothways"));
        assertRefused("by-file");
        assertRefused("by-ldap");
    }

    @Test
    void aRequisiteFailureEndsTheStackAndARequiredOneDoesNot() throws Exception {
        stack(line(Place.FILE, "requisite"), line(Place.LDAP, "required"));
        directory.asked();
        assertRefused("by-ldap");
        assertThat(directory.asked()).as("requisite: not asked").isEmpty();

        stack(line(Place.FILE, "required"), line(Place.LDAP, "required"));
        assertRefused("by-ldap");
        assertThat(directory.asked()).as("required: asked all the same").isNotEmpty();
    }

    @Test
    void aSufficientModuleBehindARequiredOneThatFailedDoesNotHelp() throws Exception {
        stack(line(Place.FILE, "required"), line(Place.LDAP, "sufficient"));

        assertRefused("by-ldap");
    }

    @Test
    void anOptionalModuleThatFailsBehindARequiredOneDoesNoHarm() throws Exception {
        stack(line(Place.FILE, "required"), line(Place.LDAP, "optional"));

        assertThat(login("by-file").getPrincipals()).hasSize(1);
    }

    @Test
    void aDirectoryThatIsDownIsPassedOverAndIsNotTakenForARefusal() throws Exception {
        stack(
                line(Place.LDAP, "optional"),
                line(Place.FILE, "optional"),
                Modules.MAPPING + "required");
        directory.close();

        assertThat(login("by-file").getPrincipals()).hasSize(2);
        assertThat(catchThrowable(() -> login("by-ldap")))
                .isInstanceOf(LoginUnavailableException.class);
    }

    @Test
    void thePasscodeOfOneModuleServesTheNext() throws Exception {
        directory.person("bothways", "same");
        home.user("bothways", "same");
        for (String flag : new String[] {"useFirstPass", "tryFirstPass"}) {
            stack(
                    line(Place.LDAP, "required") + " storePass=true",
                    line(Place.FILE, "required") + " " + flag + "=true clearPass=true");
            assertThat(home.login(home.passcode("bothways", "same")).getPrincipals()).hasSize(1);
        }
    }

    @Test
    void withoutStorePassNothingIsLeftForUseFirstPass() throws Exception {
        stack(line(Place.LDAP, "required"), line(Place.LDAP, "required") + " useFirstPass=true");

        assertThatThrownBy(() -> login("by-ldap"))
                .isInstanceOf(FailedLoginException.class)
                .hasMessageContaining("useFirstPass");
    }

    @Test
    void tryFirstPassFallsBackOnWhatThePeerSent() throws Exception {
        stack(
                SiteLeaving.NAME + "optional name=carol password=wrong",
                line(Place.LDAP, "required") + " tryFirstPass=true");
        assertThat(login("by-ldap").getPrincipals()).hasSize(1);

        stack(
                SiteLeaving.NAME + "optional name=carol password=by-ldap",
                line(Place.LDAP, "required") + " useFirstPass=true");
        assertThat(login("anything").getPrincipals()).containsExactly(new CallerPrincipal("carol"));
    }
}
