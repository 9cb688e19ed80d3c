/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.jaas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import javax.security.auth.Subject;
import javax.security.auth.login.FailedLoginException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.turnstile.api.CallerPrincipal;
import org.turnstile.api.LoginUnavailableException;
import org.turnstile.api.RolePrincipal;
import org.turnstile.jaas.passcode.UsersFile;

/** Modules in one stack, by the flags of JAAS. */
class StacksTest {

    private static final String STAFF = Modules.PASSCODE + "%s users=staff";
    private static final String DEVICES = Modules.PASSCODE + "%s users=devices";

    @TempDir private Path folder;
    private Home home;

    @BeforeEach
    void twoUsersFilesAndRoles() throws Exception {
        home = new Home(folder).write("roles", "r = user:alice, user:ct1\n");
        new UsersFile(home.file("staff"), Home.ROUNDS).add("alice", Home.bytes("secret"));
        new UsersFile(home.file("devices"), Home.ROUNDS).add("ct1", Home.bytes("scan"));
    }

    private void stack(String... modules) throws Exception {
        home.stack(modules);
    }

    private static String with(String module, String flag) {
        return module.formatted(flag);
    }

    @Test
    void oneOfTwoSufficientModulesIsEnough() throws Exception {
        stack(with(STAFF, "sufficient"), with(DEVICES, "sufficient"));

        assertThat(home.login(home.passcode("alice", "secret")).getPrincipals())
                .containsExactly(new CallerPrincipal("alice"));
        assertThat(home.login(home.passcode("ct1", "scan")).getPrincipals())
                .containsExactly(new CallerPrincipal("ct1"));
        assertThatThrownBy(() -> home.login(home.passcode("alice", "scan")))
                .isInstanceOf(FailedLoginException.class);
    }

    @Test
    void behindASufficientModuleThereIsNoMapping() throws Exception {
        stack(with(STAFF, "sufficient"), Modules.MAPPING + "required");

        assertThat(home.login(home.passcode("alice", "secret")).getPrincipals())
                .containsExactly(new CallerPrincipal("alice"));
        assertThatThrownBy(() -> home.login(home.passcode("alice", "wrong")))
                .isInstanceOf(FailedLoginException.class);
    }

    @Test
    void optionalAlternativesAndARequiredMappingGiveRolesAndProveAUser() throws Exception {
        stack(with(STAFF, "optional"), with(DEVICES, "optional"), Modules.MAPPING + "required");

        assertThat(home.login(home.passcode("alice", "secret")).getPrincipals())
                .containsExactlyInAnyOrder(new CallerPrincipal("alice"), new RolePrincipal("r"));
        assertThat(home.login(home.passcode("ct1", "scan")).getPrincipals())
                .containsExactlyInAnyOrder(new CallerPrincipal("ct1"), new RolePrincipal("r"));
        assertThatThrownBy(() -> home.login(home.passcode("alice", "wrong")))
                .isInstanceOf(FailedLoginException.class)
                .hasMessage("no module before the mapping has named a caller");
    }

    @Test
    void anAlternativeThatIsDownIsNotTakenForARefusal() throws Exception {
        stack(with(STAFF, "optional"), with(DEVICES, "optional"), Modules.MAPPING + "required");
        Files.delete(home.file("staff"));

        assertThatThrownBy(() -> home.login(home.passcode("alice", "secret")))
                .isInstanceOf(LoginUnavailableException.class)
                .hasMessageContaining(home.file("staff").toString());
        assertThat(home.login(home.passcode("ct1", "scan")).getPrincipals()).hasSize(2);
    }

    @Test
    void aRequisiteModuleThatFailsEndsTheStack() throws Exception {
        Files.delete(home.file("devices"));
        stack(with(STAFF, "requisite"), with(DEVICES, "required"));

        assertThatThrownBy(() -> home.login(home.passcode("alice", "wrong")))
                .isInstanceOf(FailedLoginException.class)
                .hasMessage("the passcode is wrong");
        assertThatThrownBy(() -> home.login(home.passcode("alice", "secret")))
                .as("the second module is asked now")
                .isInstanceOf(LoginUnavailableException.class);
    }

    @Test
    void ofTwoRequiredModulesBothMustSucceedAndNothingIsLeftIfOneFails() throws Exception {
        stack(with(STAFF, "required"), SiteLoginModule.NAME + "required refuse=alice groups=g");
        Subject subject = new Subject();

        assertThatThrownBy(home.context(home.passcode("alice", "secret"), subject)::login)
                .isInstanceOf(FailedLoginException.class)
                .hasMessage("the site refuses");
        assertThat(subject.getPrincipals()).isEmpty();
    }

    @Test
    void aFaultInTheMappingsFileLeavesNothingOfTheLoginBefore() throws Exception {
        stack(with(STAFF, "required"), Modules.MAPPING + "required");
        home.write("roles", "nonsense\n");
        Subject subject = new Subject();

        assertThatThrownBy(home.context(home.passcode("alice", "secret"), subject)::login)
                .isInstanceOf(LoginUnavailableException.class);
        assertThat(subject.getPrincipals()).isEmpty();
    }

    @Test
    void aModuleBehindCanTakeThePasscodeOfOneBefore() throws Exception {
        new UsersFile(home.file("devices"), Home.ROUNDS).add("alice", Home.bytes("secret"));
        stack(
                with(STAFF, "required") + " storePass=true",
                with(DEVICES, "required") + " useFirstPass=true");

        assertThat(home.login(home.passcode("alice", "secret")).getPrincipals())
                .containsExactly(new CallerPrincipal("alice"));
    }

    @Test
    void anUnknownOptionStopsTheLoginAndNamesItself() throws Exception {
        stack(Modules.PASSCODE + "required usres=staff");

        assertThatThrownBy(() -> home.login(home.passcode("alice", "secret")))
                .isInstanceOf(LoginUnavailableException.class)
                .hasMessageContaining("PasscodeLoginModule: option usres is unknown");
    }
}
