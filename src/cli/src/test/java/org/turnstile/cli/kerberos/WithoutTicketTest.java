/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.cli.kerberos;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.turnstile.cli.CommandRun;
import org.turnstile.cli.common.ExitCode;

/** What is said where there is no ticket: nothing is sent then, so there is no peer here either. */
@Timeout(30)
class WithoutTicketTest {

    @TempDir private Path folder;

    @Test
    void givenNoCredentialCache_thenKinitIsNamed() {
        String absent = folder.resolve("absent").toString();
        CommandRun echo = run(Map.of("KRB5CCNAME", absent), "echo", "--kerberos", "localhost", "1");
        assertThat(echo.exitCode()).isEqualTo(ExitCode.NO_FILE);
        assertThat(echo.err())
                .contains("turnstile echo: no ticket: there is no credential cache " + absent)
                .contains("kinit");
    }

    @Test
    void givenACacheThatJavaCannotRead_thenItIsSaidWhatToSet() {
        CommandRun ticket = ticket(Map.of("KRB5CCNAME", "KCM:1000"));
        assertThat(ticket.exitCode()).isEqualTo(ExitCode.NO_FILE);
        assertThat(ticket.err()).contains("KRB5CCNAME=KCM:1000").contains("KRB5CCNAME=FILE:PATH");
    }

    @Test
    void givenNoConfigurationWhereOneIsNamed_thenItIsNamed() {
        CommandRun ticket = ticket(Map.of("KRB5_CONFIG", "/no/such/krb5.conf"));
        assertThat(ticket.exitCode()).isEqualTo(ExitCode.NO_FILE);
        assertThat(ticket.err()).contains("KRB5_CONFIG=/no/such/krb5.conf");
        assertThat(folder.resolve("ticket")).doesNotExist();
    }

    @Test
    void givenNoKeytab_thenItIsNamed() {
        CommandRun ticket = ticket(Map.of(), "--keytab", "/no/keytab", "--principal", "a@B");
        assertThat(ticket.exitCode()).isEqualTo(ExitCode.NO_FILE);
        assertThat(ticket.err()).contains("keytab /no/keytab: there is no such file");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--kerberos --user a",
                "--kerberos -kt f",
                "--service dicom/localhost",
                "--keytab f --principal a@B",
                "--kerberos --keytab f",
                "--kerberos --principal a@B",
            })
    void givenOptionsThatContradictEachOther_thenTheyAreExplained(String options) {
        String[] args =
                Stream.of(("echo " + options + " localhost 1").split(" ")).toArray(String[]::new);
        CommandRun echo = run(Map.of(), args);
        assertThat(echo.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(echo.err()).contains("Usage: turnstile echo");
    }

    @Test
    void givenTwoFramingsOrHalfAKey_thenTheTicketIsRefused() {
        CommandRun two = ticket(Map.of(), "--gss", "--spnego");
        assertThat(two.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(two.err()).contains("only one of --gss and --spnego");
        CommandRun half = ticket(Map.of(), "--keytab", "f");
        assertThat(half.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(half.err()).contains("--keytab and --principal need each other");
    }

    private CommandRun ticket(Map<String, String> environment, String... more) {
        Stream<String> some =
                Stream.of(
                        "ticket",
                        "--service",
                        "dicom/localhost",
                        "--out",
                        folder.resolve("ticket").toString());
        return run(environment, Stream.concat(some, Stream.of(more)).toArray(String[]::new));
    }

    private CommandRun run(Map<String, String> environment, String... args) {
        return CommandRun.in(folder, environment).run(args);
    }
}
