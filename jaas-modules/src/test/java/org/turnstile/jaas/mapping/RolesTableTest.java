/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.jaas.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.security.Principal;
import java.util.Set;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.turnstile.api.LoginUnavailableException;
import org.turnstile.api.RolePrincipal;
import org.turnstile.jaas.Databases;
import org.turnstile.jaas.Home;
import org.turnstile.jaas.JndiFixture;
import org.turnstile.jaas.Modules;
import org.turnstile.jaas.SiteLoginModule;
import org.turnstile.jaas.otp.store.Stores;

/** Members of roles in a database, beside the file or instead of it. */
class RolesTableTest {

    private static final String SITE = SiteLoginModule.NAME + "required groups=\"staff;a%b\"";
    private static final String MAPPING = Modules.MAPPING + "required" + Databases.OPTION;

    @TempDir private Path folder;
    private Home home;
    private DataSource source;
    private JndiFixture databases;

    @BeforeEach
    void aHomeWithoutARolesFile() throws Exception {
        home = new Home(folder).stack(SITE, MAPPING);
    }

    @AfterEach
    void stop() throws Exception {
        home.close();
        databases.close();
    }

    private void use(Stores kind) throws Exception {
        source = kind.database();
        databases = Databases.named(source);
        assertThat(roles("alice")).as("makes the table").isEmpty();
    }

    private void member(String role, String member) throws Exception {
        Databases.execute(
                source, "INSERT INTO turnstile_role VALUES ('" + role + "', '" + member + "')");
    }

    private Set<String> roles(String name) throws Exception {
        return home.login(home.bareName(name)).getPrincipals(RolePrincipal.class).stream()
                .map(Principal::getName)
                .collect(Collectors.toSet());
    }

    @ParameterizedTest
    @EnumSource(names = "FILE", mode = EnumSource.Mode.EXCLUDE)
    void aRowIsAMemberOfTheFile(Stores kind) throws Exception {
        use(kind);
        member("dicom-echo", "everyone");
        member("dicom-find", "user:alice");
        member("dicom-move", "group:staff");
        member("dicom-get", "group:a%25b");
        member("turnstile-admin", "user:bob");

        assertThat(roles("alice"))
                .containsExactlyInAnyOrder("dicom-echo", "dicom-find", "dicom-move", "dicom-get");

        Databases.execute(source, "DELETE FROM turnstile_role WHERE role <> 'dicom-echo'");
        assertThat(roles("alice")).containsExactly("dicom-echo");
    }

    @Test
    void fileAndTableCountTogetherWhereBothAreNamed() throws Exception {
        use(Stores.H2);
        member("a", "user:alice");
        home.write("roles", "b = user:alice\n");
        assertThat(roles("alice")).containsExactly("a");

        home.stack(SITE, MAPPING + " roles=\"roles\"");
        assertThat(roles("alice")).containsExactlyInAnyOrder("a", "b");
    }

    @Test
    void aRowWithAnErrorIsNobodysFaultAndIsNamed() throws Exception {
        use(Stores.H2);
        member("turnstile-admin", "alice");

        assertThatThrownBy(() -> roles("alice"))
                .isInstanceOf(LoginUnavailableException.class)
                .hasMessageContaining("table turnstile_role: role 'turnstile-admin': 'alice' is");
    }

    @Test
    void aTableThatIsTooLongIsNotReadInPart() throws Exception {
        use(Stores.H2);
        Databases.execute(
                source,
                "INSERT INTO turnstile_role SELECT 'r', 'user:u' || x FROM SYSTEM_RANGE(1, 10001)");

        assertThatThrownBy(() -> roles("alice"))
                .isInstanceOf(LoginUnavailableException.class)
                .hasMessageContaining("more than 10000 rows");
    }
}
