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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.turnstile.api.CallerPrincipal;
import org.turnstile.api.RolePrincipal;
import org.turnstile.jaas.kerberos.KerberosOption;
import org.turnstile.jaas.mapping.MappingOption;
import org.turnstile.jaas.passcode.PasscodeOption;
import org.turnstile.jaas.username.UsernameOption;

/** The manual says what the code does: its tables of options, its entries and its files. */
class ManualTest {

    private static final Path MANUAL =
            Path.of(System.getProperty("basedir", "."), "..", "src", "docs", "login-modules.md");

    private static final Map<String, List<? extends LoginOption>> OPTIONS =
            Map.of(
                    "UsernameLoginModule", List.of(UsernameOption.values()),
                    "PasscodeLoginModule",
                            Stream.<LoginOption>concat(
                                            Stream.of(PasscodeOption.values()),
                                            Stream.of(FirstPassOption.values()))
                                    .toList(),
                    "KerberosLoginModule", List.of(KerberosOption.values()),
                    "RoleMappingLoginModule", List.of(MappingOption.values()));

    @TempDir private Path folder;

    private static List<String> section(String heading) throws IOException {
        List<String> lines = Files.readAllLines(MANUAL);
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
                blocks(Files.readAllLines(MANUAL)).stream()
                        .filter(block -> block.startsWith("turnstile-"))
                        .toList();
        assertThat(entries).hasSize(6);
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
                if (known != null) {
                    assertThat(LoginOptions.read(className, known, module.getOptions()))
                            .isNotNull();
                }
            }
        }
    }

    @Test
    void theExampleFilesCanBeUsedAsTheyStand() throws Exception {
        Home home =
                new Home(folder)
                        .write("users", blocks(section("PasscodeLoginModule")).get(1))
                        .write("roles", blocks(section("RoleMappingLoginModule")).get(1))
                        .stack(Modules.PASSCODE + "required", Modules.MAPPING + "required");

        assertThat(home.login(home.passcode("alice", "grün")).getPrincipals())
                .containsExactlyInAnyOrder(
                        new CallerPrincipal("alice"),
                        new RolePrincipal("dicom-echo"),
                        new RolePrincipal("dicom-find"));
        assertThat(home.users().list()).hasSize(2);
    }
}
