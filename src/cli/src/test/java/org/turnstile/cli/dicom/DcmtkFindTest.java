/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.cli.dicom;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.turnstile.api.data.Dataset;
import org.turnstile.api.data.Tag;
import org.turnstile.api.data.UIDs;
import org.turnstile.api.io.DatasetWriter;
import org.turnstile.api.io.FileMetaInformation;
import org.turnstile.api.io.TransferSyntax;
import org.turnstile.cli.CommandRun;
import org.turnstile.cli.common.ExitCode;
import org.turnstile.testkit.peer.Peers;

/** Against DCMTK's dcmqrscp, where it is installed. */
@Timeout(60)
class DcmtkFindTest {

    @TempDir private Path folder;
    private Process dcmqrscp;
    private String port;

    @BeforeEach
    void startArchive() throws IOException {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = Integer.toString(free.getLocalPort());
        }
        Path area = Files.createDirectory(folder.resolve("area"));
        String configuration =
                """
                NetworkTCPPort = %s
                MaxPDUSize = 16384
                MaxAssociations = 16
                HostTable BEGIN
                HostTable END
                VendorTable BEGIN
                VendorTable END
                AETable BEGIN
                ARCHIVE %s RW (200, 64mb) ANY
                AETable END
                """
                        .formatted(port, area);
        Path file = Files.writeString(folder.resolve("dcmqrscp.cfg"), configuration);
        dcmqrscp =
                new ProcessBuilder(Peers.require("dcmqrscp"), "-c", file.toString())
                        .redirectErrorStream(true)
                        .redirectOutput(folder.resolve("dcmqrscp.log").toFile())
                        .start();
        Awaitility.await().atMost(Duration.ofSeconds(20)).until(this::answers);
        store("1.2.3.1", "P1", "Doe^Jane");
        store("1.2.3.2", "P2", "Roe^Richard");
    }

    @AfterEach
    void stopArchive() throws InterruptedException {
        if (dcmqrscp != null) {
            dcmqrscp.descendants().forEach(ProcessHandle::destroy);
            dcmqrscp.destroy();
            dcmqrscp.waitFor();
        }
    }

    @Test
    void itsMatchesAreOurs() {
        CommandRun all = find("-k", "PatientID", "-k", "PatientName");
        assertThat(all.exitCode()).as(all.err()).isEqualTo(ExitCode.OK);
        assertThat(all.out())
                .contains("P1         Doe^Jane")
                .contains("P2         Roe^Richard")
                .contains("2 matches in ARCHIVE");
        CommandRun one = find("-k", "PatientName=Ro*", "-k", "StudyInstanceUID", "--json");
        assertThat(one.out().lines()).hasSize(1).first().asString().contains("\"1.2.3.2\"");
        CommandRun patients = find("--level", "PATIENT", "-k", "PatientID=P1", "-k", "PatientName");
        assertThat(patients.out()).contains("Doe^Jane").contains("1 match in");
        assertThat(find("-k", "PatientID=none").out()).startsWith("0 matches");
    }

    @Test
    void aLimitEndsTheQueryInPeace() {
        CommandRun find = find("--limit", "1", "-k", "PatientID");
        assertThat(find.exitCode()).as(find.err()).isEqualTo(ExitCode.OK);
        assertThat(find.out()).contains("the first match in ARCHIVE");
    }

    private CommandRun find(String... options) {
        Stream<String> all =
                Stream.of(
                                Stream.of("find", "-aec", "ARCHIVE"),
                                Stream.of(options),
                                Stream.of("localhost", port))
                        .flatMap(part -> part);
        return CommandRun.in(folder).run(all.toArray(String[]::new));
    }

    private void store(String study, String patient, String name) throws IOException {
        Dataset image =
                Dataset.builder()
                        .setString(Tag.SOPClassUID, UIDs.CTImageStorage)
                        .setString(Tag.SOPInstanceUID, study + ".1.1")
                        .setString(Tag.PatientID, patient)
                        .setString(Tag.PatientName, name)
                        .setString(Tag.StudyInstanceUID, study)
                        .setString(Tag.SeriesInstanceUID, study + ".1")
                        .setString(Tag.Modality, "CT")
                        .build();
        Path file = folder.resolve(study);
        TransferSyntax syntax = TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN;
        try (OutputStream out = Files.newOutputStream(file)) {
            new FileMetaInformation(UIDs.CTImageStorage, study + ".1.1", syntax.uid(), "1.2.9", "")
                    .write(out);
            new DatasetWriter(syntax).write(image, out);
        }
        CommandRun store =
                CommandRun.in(folder)
                        .run("store", "-aec", "ARCHIVE", "localhost", port, file.toString());
        assertThat(store.exitCode()).as(store.err()).isEqualTo(ExitCode.OK);
    }

    private boolean answers() {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), Integer.parseInt(port))) {
            return socket.isConnected();
        } catch (IOException e) {
            return false;
        }
    }
}
