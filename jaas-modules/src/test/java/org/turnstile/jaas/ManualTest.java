/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.jaas;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.URIParameter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.security.auth.login.AppConfigurationEntry;
import javax.security.auth.login.Configuration;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.turnstile.api.CallerPrincipal;
import org.turnstile.api.RolePrincipal;
import org.turnstile.jaas.kerberos.KerberosOption;
import org.turnstile.jaas.ldap.DirectoryOption;
import org.turnstile.jaas.ldap.LdapGroupsOption;
import org.turnstile.jaas.ldap.LdapOption;
import org.turnstile.jaas.mapping.MappingOption;
import org.turnstile.jaas.otp.OtpOption;
import org.turnstile.jaas.otp.store.Stores;
import org.turnstile.jaas.passcode.PasscodeOption;
import org.turnstile.jaas.username.UsernameOption;

/** The manual says what the code does: its tables of options, its entries and its files. */
class ManualTest {

    private static final Path DOCS =
            Path.of(System.getProperty("basedir", "."), "..", "src", "docs");
    private static final Path MANUAL = DOCS.resolve("login-modules.md");
    private static final Path DIRECTORIES = DOCS.resolve("ldap.md");

    private static final Map<String, List<? extends LoginOption>> OPTIONS =
            Map.of(
                    "UsernameLoginModule", List.of(UsernameOption.values()),
                    "PasscodeLoginModule", all(PasscodeOption.values(), FirstPassOption.values()),
                    "OtpLoginModule", all(OtpOption.values(), FirstPassOption.values()),
                    "LdapLoginModule",
                            all(
                                    DirectoryOption.values(),
                                    LdapOption.values(),
                                    FirstPassOption.values()),
                    "LdapGroupsLoginModule",
                            all(DirectoryOption.values(), LdapGroupsOption.values()),
                    "KerberosLoginModule", List.of(KerberosOption.values()),
                    "RoleMappingLoginModule", List.of(MappingOption.values()));

    @TempDir private Path folder;

    private static List<LoginOption> all(LoginOption[]... options) {
        return Stream.of(options).flatMap(Stream::of).toList();
    }

    private static List<String> section(String heading) throws IOException {
        List<String> lines = Files.readAllLines(heading.startsWith("Ldap") ? DIRECTORIES : MANUAL);
        int start = lines.indexOf("## " + heading);
        assertThat(start).as(heading).isNotNegative();
        return lines.subList(start + 1, lines.size()).stream()
                .takeWhile(line -> !line.startsWith("## "))
                .toList();
    }

    private static List<String> blocks(List<String> lines) {
        List<String> blocks = new ArrayList<>();
        StringBuilder block = null;
        for (String line : lines) {
            if (!line.startsWith("```")) {
                if (block != null) {
                    block.append(line).append('\n');
                }
            } else if (block == null) {
                block = new StringBuilder();
            } else {
                blocks.add(block.toString());
                block = null;
            }
        }
        return blocks;
    }

    private static String block(String heading, String begin) throws IOException {
        return blocks(section(heading)).stream()
                .filter(block -> block.startsWith(begin))
                .findFirst()
                .orElseThrow();
    }

    private static String code(String text) {
        return text.isEmpty() ? "" : "`" + text + "`";
    }

    private static String row(LoginOption option) {
        String row =
                String.join(
                        " | ",
                        code(option.key()),
                        option.type().label(),
                        code(option.defaultValue()),
                        option.description());
        return ("| " + row + " |").replace("|  |", "| |");
    }

    @Test
    void theTablesOfOptionsAreTheOptions() throws Exception {
        for (var module : OPTIONS.entrySet()) {
            if (module.getKey().equals("OtpLoginModule")) {
                continue; // has a page and a test of its own
            }
            List<String> rows =
                    section(module.getKey()).stream()
                            .dropWhile(line -> !line.startsWith("| Option |"))
                            .skip(2)
                            .takeWhile(line -> line.startsWith("|"))
                            .toList();

            assertThat(rows)
                    .as(module.getKey())
                    .containsExactlyElementsOf(
                            module.getValue().stream().map(ManualTest::row).toList());
        }
    }

    @Test
    void everyEntryIsJaasAndHasOptionsThatTheModulesKnow() throws Exception {
        List<String> entries =
                Stream.concat(
                                blocks(Files.readAllLines(MANUAL)).stream(),
                                blocks(Files.readAllLines(DIRECTORIES)).stream())
                        .filter(block -> block.startsWith("turnstile-"))
                        .toList();
        assertThat(entries).hasSize(11);
        for (String entry : entries) {
            Path file = Files.writeString(folder.resolve("login.conf"), entry);
            String name = entry.substring(0, entry.indexOf(' '));
            AppConfigurationEntry[] modules =
                    Configuration.getInstance("JavaLoginConfig", new URIParameter(file.toUri()))
                            .getAppConfigurationEntry(name);

            assertThat(modules).as(entry).isNotEmpty();
            for (AppConfigurationEntry module : modules) {
                String className = module.getLoginModuleName();
                List<? extends LoginOption> known =
                        OPTIONS.get(className.substring(className.lastIndexOf('.') + 1));
                if (known != null && className.startsWith("org.turnstile.")) {
                    assertThat(LoginOptions.read(className, known, module.getOptions()))
                            .isNotNull();
                }
            }
        }
    }

    @Test
    void theStatementsOfTheManualMakeTablesThatTheModulesRead() throws Exception {
        DataSource source = Stores.H2.database();
        List<String> statements =
                blocks(Files.readAllLines(MANUAL)).stream()
                        .filter(block -> block.startsWith("CREATE TABLE"))
                        .toList();
        assertThat(statements).hasSize(2);
        for (String statement : statements) {
            Databases.execute(source, statement);
        }
        Databases.execute(source, "INSERT INTO turnstile_user VALUES ('ct1', '*')");
        Databases.execute(source, "INSERT INTO turnstile_role VALUES ('r', 'user:ct1')");
        Home home =
                new Home(folder)
                        .stack(
                                Modules.USERNAME + "required" + Databases.OPTION,
                                Modules.MAPPING + "required" + Databases.OPTION);

        try (JndiFixture names = Databases.named(source)) {
            assertThat(names).isNotNull();
            assertThat(home.login(home.bareName("ct1")).getPrincipals())
                    .containsExactlyInAnyOrder(new CallerPrincipal("ct1"), new RolePrincipal("r"));
        }
    }

    @Test
    void theExampleFilesCanBeUsedAsTheyStand() throws Exception {
        Home home =
                new Home(folder)
                        .write("users", block("PasscodeLoginModule", "# staff"))
                        .write("roles", block("RoleMappingLoginModule", "# ROLE"))
                        .write("deny", block("RoleMappingLoginModule", "# left"))
                        .stack(
                                Modules.PASSCODE + "required",
                                Modules.MAPPING + "required deny=\"deny\"");

        assertThat(home.login(home.passcode("alice", "grün")).getPrincipals())
                .containsExactlyInAnyOrder(
                        new CallerPrincipal("alice"),
                        new RolePrincipal("dicom-echo"),
                        new RolePrincipal("dicom-find"));
        assertThat(home.users().list()).hasSize(2);
    }
}
