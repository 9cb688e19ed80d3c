/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.dicom.dimse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.turnstile.dicom.dimse.Patients.patient;

import io.netty.buffer.ByteBufUtil;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.turnstile.api.Status;
import org.turnstile.api.UID;
import org.turnstile.dicom.dimse.Messages.Message;
import org.turnstile.dicom.dimse.command.CommandSet;

/** C-FIND as SCP (PS3.7 §9.1.2 and §9.3.2), byte by byte. */
@Timeout(60)
class FindScpTest {

    /** (0000,0002) Affected SOP Class UID, 28 bytes: Study Root FIND and a NUL. */
    private static final String SOP_CLASS =
            "00000200"
                    + "1c000000"
                    + ByteBufUtil.hexDump(
                            (UID.STUDY_ROOT_FIND + "\0").getBytes(StandardCharsets.US_ASCII));

    /** (0000,0100) Command Field: 8020H C-FIND-RSP. */
    private static final String FIND_RSP = "00000001" + "02000000" + "2080";

    /** (0000,0120) Message ID Being Responded To: 7. */
    private static final String RESPONDED_TO = "00002001" + "02000000" + "0700";

    /** (0000,0800) Command Data Set Type: 0001H, one follows. */
    private static final String IDENTIFIER = "00000008" + "02000000" + "0100";

    /** (0000,0800) Command Data Set Type: 0101H, none. */
    private static final String NO_IDENTIFIER = "00000008" + "02000000" + "0101";

    /** (0000,0000) Group Length: 36 + 4 times 10 bytes follow. */
    private static final String GROUP_LENGTH = "00000000" + "04000000" + "4c000000";

    private static String response(String dataSetType, String status) {
        String element = "00000009" + "02000000" + status;
        return GROUP_LENGTH + SOP_CLASS + FIND_RSP + RESPONDED_TO + dataSetType + element;
    }

    /** One P-DATA-TF of two values: the last of a command and the last of a data set. */
    private static String pending(String status, String identifier) {
        String command = item("03", response(IDENTIFIER, status));
        String dataSet = item("02", identifier);
        int length = (command.length() + dataSet.length()) / 2;
        return "0400" + String.format("%08x", length) + command + dataSet;
    }

    private static String item(String control, String fragment) {
        return String.format("%08x", fragment.length() / 2 + 2) + "05" + control + fragment;
    }

    private static String last(String status) {
        String command = item("03", response(NO_IDENTIFIER, status));
        return "0400" + String.format("%08x", command.length() / 2) + command;
    }

    @Test
    void givenTwoMatches_thenEachIsOnePduAndTheFinalResponseHasNoIdentifier() throws Exception {
        Loopback.Finding twoMatches =
                (request, responder) -> {
                    responder.pending(Status.PENDING, patient("P1"));
                    responder.pending(Status.PENDING_WARNING, patient("P1"));
                    return Status.SUCCESS;
                };
        try (Loopback loopback = Loopback.finding(twoMatches);
                RawPeer peer = RawPeer.associated(loopback.port(), 16384)) {
            peer.query(7, 0);

            assertThat(ByteBufUtil.hexDump(peer.readPdu())).isEqualTo(pending("00ff", Patients.P1));
            assertThat(ByteBufUtil.hexDump(peer.readPdu())).isEqualTo(pending("01ff", Patients.P1));
            assertThat(ByteBufUtil.hexDump(peer.readPdu())).isEqualTo(last("0000"));
            peer.send(RawPeer.RELEASE_RQ);
            assertThat(peer.readPdu()).isEqualTo(RawPeer.RELEASE_RP);
        }
    }

    @Test
    void givenAFailure_thenTheFinalResponseHasItsCommentAndNoIdentifier() throws Exception {
        Status failure = Status.DATA_SET_MISMATCH.withComment("QueryRetrieveLevel");
        try (Loopback loopback = Loopback.finding((request, responder) -> failure);
                RawPeer peer = RawPeer.associated(loopback.port(), 16384)) {
            peer.query(7, 10);
            Message answer = new Messages(peer).next();

            assertThat(answer.status()).isEqualTo(0xA900);
            assertThat(answer.command().errorComment()).contains("QueryRetrieveLevel");
            assertThat(answer.command().hasDataSet()).isFalse();
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 7, 8, 9, 12, 13, 14, 99, 100, 101, 102, 130, 4096, 4294967295L})
    void givenAnyMaximumLengthOfThePeer_thenNoPduIsLongerAndAllArrives(long maximumLength)
            throws Exception {
        Loopback.Finding streaming = (request, responder) -> Patients.stream(responder, 20, 300);
        try (Loopback loopback = Loopback.finding(streaming);
                RawPeer peer = RawPeer.associated(loopback.port(), maximumLength)) {
            peer.query(1, 0);
            Messages messages = new Messages(peer);
            for (int i = 1; i <= 20; i++) {
                Message match = messages.next();
                assertThat(match.status()).isEqualTo(0xFF00);
                assertThat(Patients.text(match.dataSet().orElseThrow()))
                        .contains("P" + i)
                        .contains("x".repeat(300));
            }
            assertThat(messages.next().status()).isZero();
            if (maximumLength > 0) {
                assertThat((long) messages.longest()).isLessThanOrEqualTo(maximumLength);
            }
        }
    }

    @Test
    void givenOneMatch_whenTheHandlerGoesOnSearching_thenTheMatchHasLeft() throws Exception {
        CountDownLatch read = new CountDownLatch(1);
        Loopback.Finding slow =
                (request, responder) -> {
                    responder.pending(Status.PENDING, patient("P1"));
                    awaitLatch(read);
                    return Status.SUCCESS;
                };
        try (Loopback loopback = Loopback.finding(slow);
                RawPeer peer = RawPeer.associated(loopback.port(), 16384)) {
            Messages messages = new Messages(peer.query(1, 0));
            assertThat(messages.next().status()).isEqualTo(0xFF00);
            read.countDown();
            assertThat(messages.next().status()).isZero();
        }
    }

    @Test
    void givenAnIdentifier_thenTheServiceReadsItAndKnowsItsTransferSyntax() throws Exception {
        AtomicReference<DimseRequest> seen = new AtomicReference<>();
        AtomicReference<byte[]> identifier = new AtomicReference<>();
        Loopback.Finding reading =
                (request, responder) -> {
                    seen.set(request);
                    identifier.set(request.dataSet().readAllBytes());
                    return Status.SUCCESS;
                };
        try (Loopback loopback = Loopback.finding(reading);
                RawPeer peer = RawPeer.associated(loopback.port(), 16384)) {
            byte[] bytes = ByteBufUtil.decodeHexDump(Patients.P1);
            peer.command(RawPeer.FIND_CONTEXT, RawPeer.find(1));
            peer.send(RawPeer.pdu(RawPeer.FIND_CONTEXT, false, true, bytes));
            assertThat(new Messages(peer).next().status()).isZero();

            assertThat(identifier.get()).isEqualTo(bytes);
            assertThat(seen.get().sopClass()).isEqualTo(UID.STUDY_ROOT_FIND);
            assertThat(seen.get().transferSyntax()).isEqualTo(UID.IMPLICIT_VR_LITTLE_ENDIAN);
            assertThat(seen.get().relational()).isFalse();
        }
    }

    @Test
    void givenNoIdentifier_thenTheServiceIsToldSo() throws Exception {
        Loopback.Finding looking =
                (request, responder) ->
                        request.command().hasDataSet() || request.dataSet().read() >= 0
                                ? Status.SUCCESS
                                : Status.DATA_SET_MISMATCH;
        try (Loopback loopback = Loopback.finding(looking);
                RawPeer peer = RawPeer.associated(loopback.port(), 16384)) {
            peer.command(RawPeer.FIND_CONTEXT, withoutDataSet(RawPeer.find(1)));
            assertThat(new Messages(peer).next().status()).isEqualTo(0xA900);
        }
    }

    static CommandSet withoutDataSet(CommandSet find) {
        return new CommandSet(
                find.commandField(),
                find.messageId(),
                find.affectedSopClass(),
                Optional.empty(),
                false,
                find.status(),
                find.errorComment());
    }

    @Test
    void givenAnIdentifierThatNobodyReads_thenItIsSkippedAndTheAssociationGoesOn()
            throws Exception {
        try (Loopback loopback = Loopback.finding((request, responder) -> Status.NOT_AUTHORIZED);
                RawPeer peer = RawPeer.associated(loopback.port(), 16384)) {
            Messages messages = new Messages(peer);
            for (int id = 1; id <= 3; id++) {
                peer.query(id, 2_000_000);
                assertThat(messages.next().status()).isEqualTo(0x0124);
            }
        }
    }

    @Test
    void givenAFurtherRequest_whenAQueryRuns_thenItWaitsForTheFinalResponse() throws Exception {
        CountDownLatch sent = new CountDownLatch(1);
        Loopback.Finding waiting =
                (request, responder) -> {
                    if (request.command().isQuery()) {
                        awaitLatch(sent);
                        responder.pending(Status.PENDING, patient("P1"));
                    }
                    return Status.SUCCESS;
                };
        try (Loopback loopback = Loopback.finding(waiting);
                RawPeer peer = RawPeer.associated(loopback.port(), 16384)) {
            peer.query(1, 4).command(RawPeer.ECHO_CONTEXT, RawPeer.echo(2));
            sent.countDown();
            Messages messages = new Messages(peer);

            assertThat(messages.next().status()).isEqualTo(0xFF00);
            assertThat(messages.next().command().commandField()).isEqualTo(0x8020);
            assertThat(messages.next().command().commandField()).isEqualTo(0x8030);
        }
    }

    @Test
    void givenAnotherServiceOrAnAnswerGiven_thenPendingIsAFaultOfTheHandler() throws Exception {
        CompletableFuture<Throwable> ofEcho = new CompletableFuture<>();
        CompletableFuture<Throwable> afterwards = new CompletableFuture<>();
        CompletableFuture<Throwable> ofStatus = new CompletableFuture<>();
        Loopback.Finding faulty =
                (request, responder) -> {
                    if (request.command().isQuery()) {
                        ofStatus.complete(thrown(responder, Status.SUCCESS));
                        responder.complete(Status.SUCCESS);
                        afterwards.complete(thrown(responder, Status.PENDING));
                    } else {
                        ofEcho.complete(thrown(responder, Status.PENDING));
                    }
                    return Status.SUCCESS;
                };
        try (Loopback loopback = Loopback.finding(faulty);
                RawPeer peer = RawPeer.associated(loopback.port(), 16384)) {
            peer.command(RawPeer.ECHO_CONTEXT, RawPeer.echo(1)).query(2, 0);

            assertThat(ofEcho.get(10, TimeUnit.SECONDS)).hasMessageContaining("0030H");
            assertThat(ofStatus.get(10, TimeUnit.SECONDS)).hasMessageContaining("0000H");
            assertThat(afterwards.get(10, TimeUnit.SECONDS))
                    .isInstanceOf(IllegalStateException.class);
        }
    }

    private static Throwable thrown(DimseResponder responder, Status status) {
        try {
            responder.pending(status, patient("P1"));
            return null;
        } catch (IOException | RuntimeException e) {
            return e;
        }
    }

    static void awaitLatch(CountDownLatch latch) {
        try {
            assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
