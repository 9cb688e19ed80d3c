/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.cli.dicom;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.turnstile.cli.CommandRun;
import org.turnstile.cli.common.ExitCode;
import org.turnstile.cli.part10.Part10Bytes;
import org.turnstile.testkit.dicom.AssociateAcBytes;
import org.turnstile.testkit.dicom.ScriptedServer;

/** The commands, a KDC, and a server that takes tickets by the JDK's acceptor. */
@Timeout(60)
class KerberosCommandTest {

    @TempDir private static Path realmFolder;
    private static TestRealm realm;
    @TempDir private Path folder;
    private TestServer server;

    @BeforeAll
    static void startRealm() throws Exception {
        realm = TestRealm.start(realmFolder);
    }

    @AfterAll
    static void stopRealm() {
        realm.close();
    }

    @BeforeEach
    void startServer() throws IOException {
        server = new TestServer();
        server.takesTickets(realm::accept);
    }

    @AfterEach
    void stopServer() {
        server.close();
    }

    @Test
    void givenATicket_thenTheServerKnowsTheUserAndProvesItself() {
        CommandRun echo = echo("-rsp");
        assertThat(echo.exitCode()).as(echo.err()).isEqualTo(ExitCode.OK);
        assertThat(echo.out()).contains("as modality@TURNSTILE.TEST (confirmed)");
        assertThat(server.identities()).containsExactly("3 " + TestRealm.MODALITY);
    }

    @Test
    void givenATicket_thenFindGoesAsTheUserToo() {
        CommandRun find = run(kerberos("find", server.port(), "-k", "PatientID=1", "-rsp"));
        assertThat(find.exitCode()).as(find.err()).isEqualTo(ExitCode.OK);
        assertThat(find.out()).contains("0 matches").contains("as modality@TURNSTILE.TEST (con");
        assertThat(server.identities()).containsExactly("3 " + TestRealm.MODALITY);
    }

    @Test
    void givenNobodyAsksForProof_thenTheUserIsUnconfirmed() {
        CommandRun echo = echo();
        assertThat(echo.exitCode()).as(echo.err()).isEqualTo(ExitCode.OK);
        assertThat(echo.out()).contains("as modality@TURNSTILE.TEST (unconfirmed)");
    }

    @Test
    void givenAServerThatOnlyPretends_thenNothingIsSentToIt() {
        // an AP-REP that this server has seen somewhere: for another request
        List<TestServer.Ticket> seen = new CopyOnWriteArrayList<>();
        server.takesTickets(
                primary -> {
                    Optional<TestServer.Ticket> ticket = realm.accept(primary);
                    ticket.ifPresent(seen::add);
                    return ticket;
                });
        assertThat(echo("-rsp").exitCode()).isEqualTo(ExitCode.OK);
        int before = server.requests();
        server.takesTickets(primary -> Optional.of(seen.get(0)));

        CommandRun echo = echo("-rsp");

        assertThat(echo.exitCode()).isEqualTo(ExitCode.FAILED);
        assertThat(echo.err())
                .contains("identity not confirmed")
                .contains("does not prove that it is dicom/localhost@TURNSTILE.TEST");
        assertThat(server.requests()).isEqualTo(before);
    }

    @Test
    void givenAServerThatAnswersNothing_thenTheAssociationIsAborted() {
        server.takesTickets(
                primary -> Optional.of(new TestServer.Ticket("m", Optional.of(new byte[0]))));
        CommandRun empty = echo("-rsp");
        assertThat(empty.exitCode()).isEqualTo(ExitCode.FAILED);
        assertThat(empty.err()).contains("the user identity response is no AP-REP");
        assertThat(server.requests()).isZero();
        try (ScriptedServer peer =
                ScriptedServer.playing(
                        scu -> {
                            scu.readPdu();
                            scu.send(AssociateAcBytes.accepting(1).toBytes());
                            assertThat(scu.readPdu().type()).isEqualTo(0x07); // A-ABORT
                        })) {
            CommandRun none = run(kerberos("echo", Integer.toString(peer.port()), "-rsp"));
            assertThat(none.exitCode()).isEqualTo(ExitCode.FAILED);
            assertThat(none.err()).contains("no user identity response (59H)");
            peer.await();
        }
    }

    @Test
    void givenATicketForAnotherService_thenTheServerRefusesIt() {
        CommandRun echo = echo("--service", "dicom/other");
        assertThat(echo.exitCode()).isEqualTo(ExitCode.FAILED);
        assertThat(echo.err()).contains("rejected-permanent");
    }

    @Test
    void givenAServiceThatTheKdcDoesNotKnow_thenItIsNamed() {
        CommandRun echo = echo("--service", "dicom/nowhere");
        assertThat(echo.exitCode()).isEqualTo(ExitCode.FAILED);
        assertThat(echo.err()).contains("dicom/nowhere@TURNSTILE.TEST").contains("does not know");
    }

    @Test
    void givenNoKdc_thenItIsNoConnection() throws IOException {
        CommandRun echo =
                CommandRun.in(folder, realm.environmentWithoutKdc())
                        .run(kerberos("echo", server.port()));
        assertThat(echo.exitCode()).isEqualTo(ExitCode.NO_CONNECTION);
        assertThat(echo.err()).contains("no KDC answers");
    }

    @Test
    void givenAnAssociationThatBreaks_thenTheNextOneHasARequestOfItsOwn() throws IOException {
        Path first = image("a", "1.2.1");
        Path second = image("b", "1.2.2");
        Path third = image("c", "1.2.3");
        server.leavesUnanswered("1.2.2");
        String[] options = {
            "-rsp", "-td", "1", first.toString(), second.toString(), third.toString()
        };

        CommandRun store = run(kerberos("store", server.port(), options));

        assertThat(store.out()).as(store.err()).contains("2 of 3 stored").contains("(confirmed)");
        assertThat(server.stored()).containsOnlyKeys("1.2.1", "1.2.3");
        // the second would have been refused as a replay
        assertThat(server.identities())
                .containsExactly("3 " + TestRealm.MODALITY, "3 " + TestRealm.MODALITY);
    }

    @ParameterizedTest
    @CsvSource({"'', 0x6E", "--gss, 0x60", "--spnego, 0x60"})
    void givenATicketInAFile_thenOthersCanLogInWithItOnce(String framing, int firstByte)
            throws IOException {
        Path file = folder.resolve("ticket");
        CommandRun ticket = ticket(file, framing);
        assertThat(ticket.exitCode()).as(ticket.err()).isEqualTo(ExitCode.OK);
        assertThat(ticket.out())
                .contains("AP-REQ of modality@TURNSTILE.TEST for dicom/localhost@TURNSTILE.TEST");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(Files.readAllBytes(file)).startsWith(firstByte);
        String[] echo = {"echo", "-kt", file.toString(), "-rsp", "localhost", server.port()};
        assertThat(run(echo).out()).contains("as bearer of " + file + " (confirmed)");
        CommandRun again = run(echo);
        assertThat(again.exitCode()).isEqualTo(ExitCode.FAILED);
        assertThat(again.err()).contains("rejected-permanent");
    }

    private CommandRun ticket(Path file, String framing) {
        Stream<String> some =
                Stream.of("ticket", "--service", "dicom/localhost", "--out", file.toString());
        Stream<String> key = Stream.of("--keytab", realm.userKeytab(), "--principal", "modality");
        return run(
                Stream.of(some, key, Stream.of(framing).filter(word -> !word.isEmpty()))
                        .flatMap(part -> part)
                        .toArray(String[]::new));
    }

    private CommandRun echo(String... options) {
        return run(kerberos("echo", server.port(), options));
    }

    /** Options behind the peer are options too. */
    private static String[] kerberos(String command, String port, String... more) {
        Stream<String> some =
                Stream.of(
                        command,
                        "--kerberos",
                        "--keytab",
                        realm.userKeytab(),
                        "--principal",
                        "modality",
                        "localhost",
                        port);
        return Stream.concat(some, Stream.of(more)).toArray(String[]::new);
    }

    private CommandRun run(String... args) {
        Map<String, String> environment = realm.environment();
        return CommandRun.in(folder, environment).run(args);
    }

    private Path image(String name, String sopInstance) throws IOException {
        byte[] bytes = Part10Bytes.image(Part10Bytes.CT, sopInstance, Part10Bytes.EXPLICIT);
        return Files.write(folder.resolve(name), bytes);
    }
}
