/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.cli.dicom;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.turnstile.api.Status;
import org.turnstile.api.UID;
import org.turnstile.cli.CommandRun;
import org.turnstile.cli.common.ExitCode;
import org.turnstile.testkit.dicom.AssociateAcBytes;
import org.turnstile.testkit.dicom.Examples;
import org.turnstile.testkit.dicom.ScriptedServer;

@Timeout(30)
class EchoCommandTest {

    @TempDir private Path folder;
    private TestServer server;

    @BeforeEach
    void startServer() throws IOException {
        server = new TestServer();
    }

    @AfterEach
    void stopServer() {
        server.close();
    }

    @Test
    void withoutAnIdentityTheEchoIsOfNobody() {
        CommandRun echo = echo();
        assertThat(echo.exitCode()).as(echo.err()).isEqualTo(ExitCode.OK);
        assertThat(echo.out()).matches("Echo from ANY-SCP at localhost:\\d+ as nobody, \\d+ ms\\R");
    }

    @Test
    void aConfirmedUserIsNamedSo() {
        CommandRun echo =
                echo(
                        "-v",
                        "-aec",
                        "TURNSTILE",
                        "--user",
                        "radiologist",
                        "--password",
                        "secret",
                        "-rsp");
        assertThat(echo.exitCode()).as(echo.err()).isEqualTo(ExitCode.OK);
        assertThat(echo.out())
                .contains("Associated with TURNSTILE at localhost:")
                .containsPattern(
                        "Echo from TURNSTILE at .* as radiologist \\(confirmed\\), \\d+ ms");
        assertThat(server.identities()).containsExactly("2 radiologist");
    }

    @Test
    void aUserWhoseConfirmationNobodyAskedForIsUnconfirmed() {
        CommandRun echo = echo("--user", "Müller");
        assertThat(echo.exitCode()).isEqualTo(ExitCode.OK);
        assertThat(echo.out()).contains("as Müller (unconfirmed)");
        assertThat(server.identities()).containsExactly("1 Müller");
    }

    @Test
    void aNameThatBeginsWithAnAtSignIsNoFileOfArguments() throws IOException {
        Path file = Files.writeString(folder.resolve("arguments"), "--user=mallory");
        assertThat(echo("--user", "@" + file).out()).contains("as @" + file);
    }

    @Test
    void aPasscodeComesFromAFileOrFromStandardInput() throws IOException {
        Path file = Files.writeString(folder.resolve("passcode"), "secret\n");
        assertThat(echo("--user", "r", "--password-file", file.toString()).exitCode())
                .isEqualTo(ExitCode.OK);
        CommandRun piped =
                CommandRun.in(folder)
                        .stdin("secret")
                        .run(
                                "echo",
                                "--user",
                                "r",
                                "--password-file",
                                "-",
                                "localhost",
                                server.port());
        assertThat(piped.exitCode()).isEqualTo(ExitCode.OK);
    }

    @Test
    void aWrongPasscodeIsARejectionInWordsThatShowsNoSecret() {
        CommandRun echo = echo("--user", "radiologist", "--password", "hunter2");
        assertThat(echo.exitCode()).isEqualTo(ExitCode.FAILED);
        assertThat(echo.err())
                .contains("turnstile echo: ")
                .contains("rejected-permanent, service-provider (ACSE), no-reason-given")
                .contains("so is a user who is not let in")
                .doesNotContain("hunter2");
        assertThat(echo.out()).isEmpty();
    }

    @Test
    void tokensComeFromFiles() throws IOException {
        String token = Files.writeString(folder.resolve("token"), "a.b.c\r\n").toString();
        String saml = Files.writeString(folder.resolve("saml"), "<Assertion/>\n").toString();
        String ticket = Files.writeString(folder.resolve("ticket"), "n").toString();
        CommandRun jwt = echo("--jwt", token, "-rsp");
        assertThat(jwt.out()).contains("as bearer of " + token + " (confirmed)");
        assertThat(echo("--saml", saml).exitCode()).isEqualTo(ExitCode.OK);
        assertThat(echo("-kt", ticket).exitCode()).isEqualTo(ExitCode.OK);
        assertThat(server.identities()).containsExactly("5 a.b.c", "4 <Assertion/>\n", "3 n");
    }

    @Test
    void anEmptyOrAbsentTokenFileIsNamed() throws IOException {
        Path empty = Files.writeString(folder.resolve("empty"), "\n");
        CommandRun nothing = echo("--jwt", empty.toString());
        assertThat(nothing.exitCode()).isEqualTo(ExitCode.NO_FILE);
        assertThat(nothing.err()).contains("empty: the file is empty");
        CommandRun absent = echo("--saml", folder.resolve("absent").toString());
        assertThat(absent.exitCode()).isEqualTo(ExitCode.NO_FILE);
        assertThat(absent.err()).contains("absent: no such file");
    }

    @Test
    void anIdentityThatDoesNotFitIsRefusedBeforeAnythingIsSent() throws IOException {
        String file = Files.write(folder.resolve("big"), new byte[65_500]).toString();
        CommandRun echo = echo("--saml", file);
        assertThat(echo.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(echo.err()).contains("can be sent");
        assertThat(server.identities()).isEmpty();
    }

    @Test
    void optionsThatContradictEachOtherAreExplained() {
        Stream.of(
                        new String[] {"--user", "a", "--jwt", "f"},
                        new String[] {"--password", "p"},
                        new String[] {"--user", "a", "--password", "p", "--password-file", "f"},
                        new String[] {"-rsp"},
                        new String[] {"--user", ""},
                        new String[] {"-aec", "SEVENTEEN-LETTERS"},
                        new String[] {"-aet", "  "},
                        new String[] {"-aet", "back\\slash"},
                        new String[] {"-to", "0"},
                        new String[] {"-pdu", "4095"},
                        new String[] {"-ta", "soon"},
                        new String[] {"--unknown"})
                .forEach(
                        options -> {
                            CommandRun echo = echo(options);
                            assertThat(echo.exitCode())
                                    .as(String.join(" ", options))
                                    .isEqualTo(ExitCode.USAGE);
                            assertThat(echo.err()).contains("Usage: turnstile echo");
                        });
    }

    @Test
    void aMissingPositiveResponseAbortsAndFails() {
        try (ScriptedServer peer =
                ScriptedServer.playing(
                        scu -> {
                            scu.readPdu();
                            scu.send(AssociateAcBytes.accepting(1).toBytes());
                            assertThat(scu.readPdu().type()).isEqualTo(0x07);
                        })) {
            CommandRun echo = echoAt(peer.port(), "--user", "radiologist", "-rsp");
            assertThat(echo.exitCode()).isEqualTo(ExitCode.FAILED);
            assertThat(echo.err()).contains("identity not confirmed");
            peer.await();
        }
    }

    @Test
    void anAbortIsSaidInWords() {
        try (ScriptedServer peer =
                ScriptedServer.playing(
                        scu -> {
                            scu.readPdu();
                            scu.send(Examples.ABORT26);
                        })) {
            CommandRun echo = echoAt(peer.port());
            assertThat(echo.exitCode()).isEqualTo(ExitCode.FAILED);
            assertThat(echo.err())
                    .contains("aborted: service-provider, invalid-PDU-parameter-value");
        }
    }

    @Test
    void aFailureStatusAndAnUnacceptedContextFail() {
        server.answers(UID.VERIFICATION, Status.NOT_AUTHORIZED);
        CommandRun denied = echo();
        assertThat(denied.exitCode()).isEqualTo(ExitCode.FAILED);
        assertThat(denied.err()).contains("status 0124H");
        server.takesOnly("1.2.3");
        CommandRun none = echo();
        assertThat(none.exitCode()).isEqualTo(ExitCode.FAILED);
        assertThat(none.err()).contains("Verification is not accepted");
    }

    @Test
    void whoIsNotThereIsNoConnection() throws IOException {
        CommandRun unknown =
                CommandRun.in(folder).run("echo", "no-such-host.invalid", server.port());
        assertThat(unknown.exitCode()).isEqualTo(ExitCode.NO_CONNECTION);
        assertThat(unknown.err()).contains("no-such-host.invalid");
        int closed;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            closed = free.getLocalPort();
        }
        assertThat(echoAt(closed).exitCode()).isEqualTo(ExitCode.NO_CONNECTION);
    }

    @Test
    void aSilentPeerIsNotWaitedForForEver() {
        try (ScriptedServer silent =
                ScriptedServer.playing(
                        scu -> {
                            scu.readPdu();
                            scu.readPdu(); // the abort
                        })) {
            CommandRun echo = echoAt(silent.port(), "-ta", "1");
            assertThat(echo.exitCode()).isEqualTo(ExitCode.NO_CONNECTION);
            assertThat(echo.err()).contains("A-ASSOCIATE-AC").contains("1000 ms");
        }
    }

    private CommandRun echo(String... options) {
        return echoAt(Integer.parseInt(server.port()), options);
    }

    private CommandRun echoAt(int port, String... options) {
        Stream<String> peer = Stream.of("localhost", Integer.toString(port));
        String[] args =
                Stream.concat(Stream.concat(Stream.of("echo"), Stream.of(options)), peer)
                        .toArray(String[]::new);
        return CommandRun.in(folder).run(args);
    }
}
