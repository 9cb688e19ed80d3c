/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.cli.dicom;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.turnstile.api.Status;
import org.turnstile.cli.CommandRun;
import org.turnstile.cli.common.ExitCode;
import org.turnstile.cli.part10.Part10Bytes;
import org.turnstile.testkit.dicom.AssociateAcBytes;
import org.turnstile.testkit.dicom.Examples;
import org.turnstile.testkit.dicom.ScriptedServer;
import org.turnstile.testkit.dicom.Uids;

@Timeout(30)
class StoreCommandTest {

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
    void filesAndFoldersAreStoredAsTheUser() throws IOException {
        Path one = image("one", "1.2.1");
        Path sub = Files.createDirectory(folder.resolve("sub"));
        image("sub/two", "1.2.2");
        CommandRun store =
                store(
                        "--user",
                        "radiologist",
                        "--password",
                        "secret",
                        "-rsp",
                        "-v",
                        "--",
                        one,
                        sub);
        assertThat(store.exitCode()).as(store.err()).isEqualTo(ExitCode.OK);
        assertThat(store.out())
                .contains("Stored " + one)
                .contains("2 of 2 stored in ANY-SCP at localhost:")
                .contains(" as radiologist (confirmed), 0 failed");
        assertThat(server.stored()).containsOnlyKeys("1.2.1", "1.2.2");
        assertThat(server.stored().get("1.2.1")).isEqualTo(Part10Bytes.dataSet());
    }

    @Test
    void aLargeObjectGoesThroughWhole() throws IOException {
        byte[] pixels = new byte[3_000_000];
        pixels[pixels.length - 1] = 7;
        Path large =
                Files.write(
                        folder.resolve("large"),
                        Part10Bytes.start()
                                .uid(0x0002, Part10Bytes.CT)
                                .uid(0x0003, "1.2.9")
                                .uid(0x0010, Part10Bytes.EXPLICIT)
                                .raw(pixels)
                                .bytes());
        assertThat(store(large).exitCode()).isEqualTo(ExitCode.OK);
        assertThat(server.stored().get("1.2.9")).isEqualTo(pixels);
    }

    @Test
    void oneFailureFailsTheCommandButNotTheOtherFiles() throws IOException {
        Path first = image("a", "1.2.1");
        Path second = image("b", "1.2.2");
        Path third = image("c", "1.2.3");
        server.answers("1.2.1", Status.OUT_OF_RESOURCES.withComment("full"));
        server.answers("1.2.2", new Status(0xB000, "coerced"));
        CommandRun store = store(first, second, third);
        assertThat(store.exitCode()).isEqualTo(ExitCode.FAILED);
        assertThat(store.err().lines())
                .containsExactly(
                        "FAILED " + first + ": status A700H full",
                        "WARNING " + second + ": status B000H coerced");
        assertThat(store.out()).contains("2 of 3 stored").contains("1 failed");
    }

    @Test
    void whatIsNoDicomFileIsSaidAndTheRestIsStored() throws IOException {
        Path text = Files.writeString(folder.resolve("notes.txt"), "no DICOM at all");
        Path absent = folder.resolve("absent");
        CommandRun store = store(text, image("a", "1.2.1"), absent);
        assertThat(store.exitCode()).isEqualTo(ExitCode.FAILED);
        assertThat(store.err())
                .contains("FAILED " + text + ": not a DICOM file")
                .contains("FAILED " + absent + ": no such file");
        assertThat(server.stored()).containsOnlyKeys("1.2.1");
    }

    @Test
    void whatElseIsInAFolderIsSkippedWithANoteAndFailsNothing() throws IOException {
        image("a", "1.2.1");
        Path text = Files.writeString(folder.resolve("notes.txt"), "no DICOM at all");
        CommandRun store = store(folder);
        assertThat(store.exitCode()).isEqualTo(ExitCode.OK);
        assertThat(store.err())
                .isEqualTo(
                        "SKIPPED "
                                + text
                                + ": not a DICOM file: no DICM after the preamble"
                                + System.lineSeparator());
        assertThat(store.out()).contains("1 of 1 stored").contains("0 failed, 1 skipped; ");
    }

    @Test
    void onATerminalABarShowsTheWayAndIsGoneAtTheEnd() throws IOException {
        CommandRun store =
                CommandRun.in(folder)
                        .onTerminal()
                        .run("store", "localhost", server.port(), image("a", "1.2.1").toString());
        assertThat(store.exitCode()).isEqualTo(ExitCode.OK);
        assertThat(store.err()).contains("\r[").contains("of 1 objects").endsWith(" \r");
        assertThat(store.out()).startsWith("1 of 1 stored");
    }

    @Test
    void whereNothingIsToBeSentNobodyIsCalled() throws IOException {
        Path empty = Files.createDirectory(folder.resolve("empty"));
        CommandRun store = run("store", "no-such-host.invalid", "11112", empty.toString());
        assertThat(store.exitCode()).isEqualTo(ExitCode.FAILED);
        assertThat(store.out()).contains("0 of 0 stored in ANY-SCP at no-such-host.invalid:11112");
    }

    @Test
    void aSopClassThatIsNotAcceptedIsNamed() throws IOException {
        Path unknown = folder.resolve("unknown");
        Files.write(unknown, Part10Bytes.image("1.2.3.4", "1.2.1", Part10Bytes.EXPLICIT));
        CommandRun store = store(unknown, image("a", "1.2.2"));
        assertThat(store.exitCode()).isEqualTo(ExitCode.FAILED);
        assertThat(store.err())
                .contains(
                        "SOP class 1.2.3.4 in transfer syntax 1.2.840.10008.1.2.1 is not accepted");
        assertThat(server.stored()).containsOnlyKeys("1.2.2");
    }

    @Test
    void filesAfterAnAbortAreNotSent() throws IOException {
        Path first = image("a", "1.2.1");
        Path second = image("b", "1.2.2");
        try (ScriptedServer peer =
                ScriptedServer.playing(
                        scu -> {
                            scu.readPdu();
                            scu.send(
                                    AssociateAcBytes.accepting(99)
                                            .context(1, 0, Uids.EXPLICIT_VR_LE)
                                            .toBytes());
                            scu.readPdu();
                            scu.send(Examples.ABORT00);
                        })) {
            CommandRun store =
                    run(
                            "store",
                            "localhost",
                            "" + peer.port(),
                            first.toString(),
                            second.toString());
            assertThat(store.exitCode()).isEqualTo(ExitCode.FAILED);
            assertThat(store.err())
                    .contains("FAILED " + first + ": association aborted: service-user")
                    .contains("FAILED " + second + ": not sent, the association had ended");
        }
    }

    @Test
    void anAssociationThatBreaksOnTheWayIsFollowedByAnother() throws IOException {
        Path first = image("a", "1.2.1");
        Path second = image("b", "1.2.2");
        Path third = image("c", "1.2.3");
        server.leavesUnanswered("1.2.2");
        CommandRun store =
                store(
                        "-td",
                        "1",
                        "--user",
                        "r",
                        "--password",
                        "secret",
                        "--",
                        first,
                        second,
                        third);
        assertThat(store.exitCode()).isEqualTo(ExitCode.FAILED);
        assertThat(store.err()).contains("FAILED " + second + ": ").doesNotContain("c: ");
        assertThat(store.out()).contains("2 of 3 stored");
        assertThat(server.stored()).containsOnlyKeys("1.2.1", "1.2.3");
        assertThat(server.identities()).containsExactly("2 r", "2 r");
    }

    @Test
    void filesOfMoreSopClassesThanAnAssociationCanNameTakeTwo() throws IOException {
        String[] classes = new String[130];
        for (int i = 0; i < classes.length; i++) {
            classes[i] = "1.2.3." + i;
            byte[] image = Part10Bytes.image(classes[i], "1.2.4." + i, Part10Bytes.EXPLICIT);
            Files.write(folder.resolve(String.format("%03d", i)), image);
        }
        server.takesOnly(classes);
        CommandRun store = store(folder);
        assertThat(store.exitCode()).as(store.err()).isEqualTo(ExitCode.OK);
        assertThat(store.out()).contains("130 of 130 stored");
        assertThat(server.stored()).hasSize(130);
    }

    @Test
    void whereTheNextAssociationIsRefusedTheFilesLeftAreNamed() throws IOException {
        Path first = image("a", "1.2.1");
        Path second = image("b", "1.2.2");
        Path third = image("c", "1.2.3");
        server.leavesUnanswered("1.2.2");
        server.associationsAtMost(1);
        CommandRun store = store("-td", "1", "--", first, second, third);
        assertThat(store.exitCode()).isEqualTo(ExitCode.FAILED);
        assertThat(store.err()).contains("FAILED " + third + ": not sent: ");
        assertThat(store.out()).contains("1 of 3 stored").contains("2 failed");
    }

    @Test
    void aRejectedUserStoresNothing() throws IOException {
        CommandRun store = store("--user", "r", "--password", "wrong", "--", image("a", "1.2.1"));
        assertThat(store.exitCode()).isEqualTo(ExitCode.FAILED);
        assertThat(store.err()).contains("rejected-permanent").doesNotContain("wrong");
        assertThat(server.stored()).isEmpty();
    }

    @Test
    void aCommandLineWithoutFilesIsWrong() {
        CommandRun store = run("store", "localhost", server.port());
        assertThat(store.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(store.err()).contains("FILE|DIR");
    }

    private Path image(String name, String sopInstance) throws IOException {
        byte[] bytes = Part10Bytes.image(Part10Bytes.CT, sopInstance, Part10Bytes.EXPLICIT);
        return Files.write(folder.resolve(name), bytes);
    }

    /** Options, "--" and files; or files alone. */
    private CommandRun store(Object... optionsAndFiles) {
        List<String> words = Stream.of(optionsAndFiles).map(Object::toString).toList();
        int end = words.indexOf("--");
        Stream<String> options = words.subList(0, Math.max(0, end)).stream();
        Stream<String> files = words.subList(end + 1, words.size()).stream();
        Stream<String> peer = Stream.of("localhost", server.port());
        return run(
                Stream.of(Stream.of("store"), options, peer, files)
                        .flatMap(part -> part)
                        .toArray(String[]::new));
    }

    private CommandRun run(String... args) {
        return CommandRun.in(folder).run(args);
    }
}
