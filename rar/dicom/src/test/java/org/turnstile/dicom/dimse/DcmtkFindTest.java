/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.dicom.dimse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.turnstile.api.Status;
import org.turnstile.api.UID;
import org.turnstile.api.data.Dataset;
import org.turnstile.api.data.Tag;
import org.turnstile.api.io.DatasetReader;
import org.turnstile.api.io.DatasetWriter;
import org.turnstile.api.io.TransferSyntax;
import org.turnstile.dicom.dimse.client.ClientAssociation;
import org.turnstile.dicom.dimse.client.ConnectOptions;
import org.turnstile.testkit.peer.Peers;

/** DCMTK's programs as peers of queries, in both roles. */
@Timeout(60)
class DcmtkFindTest {

    @TempDir private Path folder;

    @Test
    void givenFindscu_thenItTakesEveryMatchAndItsCancelIsHeeded() throws Exception {
        AtomicReference<Dataset> identifier = new AtomicReference<>();
        Loopback.Finding streaming =
                (request, responder) -> {
                    TransferSyntax syntax = TransferSyntax.of(request.transferSyntax());
                    identifier.set(new DatasetReader(request.dataSet(), syntax).read());
                    return Patients.stream(responder, 200_000, 100);
                };
        try (Loopback loopback = Loopback.finding(streaming)) {
            Peers.Result result =
                    Peers.run(
                            "findscu",
                            List.of(
                                    "-v",
                                    "-S",
                                    "--cancel",
                                    "3",
                                    "-k",
                                    "0008,0052=PATIENT",
                                    "-k",
                                    "0010,0020=P*",
                                    "127.0.0.1",
                                    port(loopback)));

            assertThat(result.exit()).as(result.output()).isZero();
            assertThat(result.output())
                    .contains("Find Response: 1 (Pending)")
                    .contains("Find Response: 3 (Pending)")
                    .contains("[P1")
                    .contains("Sending Cancel Request");
            assertThat(identifier.get().getString(Tag.PatientID)).contains("P*");
            await().untilAsserted(
                            () ->
                                    assertThat(loopback.observer().told())
                                            .contains("closed RELEASED"));
        }
    }

    @Test
    void givenDcmqrscp_thenOurClientFindsWhatItStored() throws Exception {
        int port = DcmtkInteropTest.freePort();
        Process dcmqrscp =
                Peers.start("dcmqrscp", List.of("-c", configuration().toString(), "" + port));
        try (Loopback loopback = new Loopback(Loopback::succeed)) {
            await().ignoreExceptions().until(() -> DcmtkInteropTest.listens(port));
            ConnectOptions options =
                    ConnectOptions.to("127.0.0.1", port)
                            .called("QR")
                            .context(Loopback.CT_IMAGE, UID.EXPLICIT_VR_LITTLE_ENDIAN)
                            .context(UID.STUDY_ROOT_FIND, UID.EXPLICIT_VR_LITTLE_ENDIAN)
                            .build();
            try (ClientAssociation association = loopback.client().connect(options)) {
                for (int i = 1; i <= 3; i++) {
                    assertThat(store(association, "1.2.3." + i)).isEqualTo(Status.SUCCESS);
                }
                assertThat(studies(association))
                        .containsExactlyInAnyOrder("1.2.3.1", "1.2.3.2", "1.2.3.3");
                association.release();
            }
        } finally {
            dcmqrscp.destroyForcibly().waitFor();
        }
    }

    /** One storage area that any peer may use. */
    private Path configuration() throws IOException {
        Path storage = Files.createDirectory(folder.resolve("storage"));
        String text =
                """
                MaxPDUSize = 16384
                MaxAssociations = 16
                HostTable BEGIN
                HostTable END
                VendorTable BEGIN
                VendorTable END
                AETable BEGIN
                QR %s RW (200, 1024mb) ANY
                AETable END
                """;
        return Files.writeString(folder.resolve("dcmqrscp.cfg"), text.formatted(storage));
    }

    private static List<String> studies(ClientAssociation association) throws IOException {
        List<String> found = new ArrayList<>();
        Dataset all =
                Dataset.builder()
                        .setString(Tag.QueryRetrieveLevel, "STUDY")
                        .setEmpty(Tag.StudyInstanceUID)
                        .build();
        Status last =
                association.find(
                        UID.STUDY_ROOT_FIND,
                        all,
                        (status, match) ->
                                found.add(match.getString(Tag.StudyInstanceUID).orElse("")));
        assertThat(last).isEqualTo(Status.SUCCESS);
        return found;
    }

    /** An object whose study has this UID. */
    private static Status store(ClientAssociation association, String study) throws IOException {
        Dataset object =
                Dataset.builder()
                        .setString(Tag.SOPClassUID, Loopback.CT_IMAGE)
                        .setString(Tag.SOPInstanceUID, study + ".1.1")
                        .setString(Tag.PatientID, "P1")
                        .setString(Tag.PatientName, "Doe^Jane")
                        .setString(Tag.StudyInstanceUID, study)
                        .setString(Tag.SeriesInstanceUID, study + ".1")
                        .setString(Tag.Modality, "CT")
                        .build();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        new DatasetWriter(TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN).write(object, bytes);
        return association.store(
                Loopback.CT_IMAGE,
                study + ".1.1",
                UID.EXPLICIT_VR_LITTLE_ENDIAN,
                new ByteArrayInputStream(bytes.toByteArray()));
    }

    private static String port(Loopback loopback) {
        return String.valueOf(loopback.port());
    }
}
