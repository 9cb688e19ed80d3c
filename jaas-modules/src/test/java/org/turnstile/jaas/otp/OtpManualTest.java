/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.jaas.otp;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.URIParameter;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.security.auth.login.AppConfigurationEntry;
import javax.security.auth.login.Configuration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.turnstile.jaas.FirstPassOption;
import org.turnstile.jaas.LoginOption;
import org.turnstile.jaas.LoginOptions;
import org.turnstile.jaas.otp.store.OtpFile;
import org.turnstile.jaas.passcode.PasscodeLoginModule;

/** The manual's page says what the code does: its table of options, its entries and its file. */
class OtpManualTest {

    private static final Path PAGE =
            Path.of(
                    System.getProperty("basedir", "."),
                    "..",
                    "src",
                    "docs",
                    "one-time-passwords.md");
    private static final Pattern BLOCK = Pattern.compile("(?ms)^```\\w*\n(.*?)^```$");
    private static final List<LoginOption> OPTIONS =
            Stream.<LoginOption>concat(
                            Stream.of(OtpOption.values()), Stream.of(FirstPassOption.values()))
                    .toList();

    @TempDir private Path folder;
    private String page;

    @BeforeEach
    void thePage() throws Exception {
        page = Files.readString(PAGE);
    }

    private List<String> blocks(String begin) {
        Matcher block = BLOCK.matcher(page);
        return block.results().map(b -> b.group(1)).filter(b -> b.startsWith(begin)).toList();
    }

    private static String row(LoginOption option) {
        String value = option.defaultValue().isEmpty() ? "" : "`" + option.defaultValue() + "` ";
        return "| `%s` | %s | %s| %s |"
                .formatted(option.key(), option.type().label(), value, option.description());
    }

    @Test
    void theTableOfOptionsIsTheOptions() {
        List<String> rows =
                page.lines()
                        .dropWhile(line -> !line.startsWith("| Option |"))
                        .skip(2)
                        .takeWhile(line -> line.startsWith("|"))
                        .toList();

        assertThat(rows)
                .containsExactlyElementsOf(OPTIONS.stream().map(OtpManualTest::row).toList());
    }

    @Test
    void everyEntryIsJaasAndHasOptionsThatTheModuleKnows() throws Exception {
        List<String> entries = blocks("turnstile-passcode");
        assertThat(entries).hasSize(3);
        for (String entry : entries) {
            List<AppConfigurationEntry> modules = modules(entry);
            AppConfigurationEntry otp = one(modules, OtpLoginModule.class).orElseThrow();
            boolean alone = one(modules, PasscodeLoginModule.class).isEmpty();
            assertThat(otp.getOptions().containsKey(OtpOption.ONE_TIME.key())).isEqualTo(alone);
            assertThat(LoginOptions.read("page", OPTIONS, otp.getOptions())).isNotNull();
        }
    }

    private List<AppConfigurationEntry> modules(String entry) throws Exception {
        Path file = Files.writeString(folder.resolve("login.conf"), entry);
        return List.of(
                Configuration.getInstance("JavaLoginConfig", new URIParameter(file.toUri()))
                        .getAppConfigurationEntry("turnstile-passcode"));
    }

    private static Optional<AppConfigurationEntry> one(
            List<AppConfigurationEntry> modules, Class<?> module) {
        return modules.stream()
                .filter(each -> each.getLoginModuleName().equals(module.getName()))
                .findFirst();
    }

    @Test
    void theExampleFileCanBeUsedAsItStands() throws Exception {
        String example = blocks("# NAME").get(0);
        Path file = Files.writeString(folder.resolve("otp"), example);

        assertThat(new OtpFile(file).list()).hasSize(3);
    }

    @Test
    void everyReasonOfARefusalIsExplained() throws Exception {
        for (String reason :
                List.of(
                        "the response has been used before",
                        "the passcode has been used before",
                        "the chain is used up",
                        "the passcode is wrong, or too old",
                        "the token is far ahead",
                        "the new chain has the seed of the old one",
                        "TURN2150",
                        "TURN2151",
                        "TURN2152",
                        "TURN2153",
                        "TURN2154")) {
            assertThat(page).contains(reason);
        }
    }
}
