/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.dicom.dimse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.turnstile.api.Status;
import org.turnstile.api.UID;
import org.turnstile.dicom.association.AssociationLimits;
import org.turnstile.dicom.dimse.command.CommandSet;

/** What the server makes of the messages of a peer on a raw socket. */
@Timeout(60)
class MessageRulesTest {

    private static final byte[] ABORT_INVALID = {7, 0, 0, 0, 0, 4, 0, 0, 2, 6};
    private static final byte[] ABORT_UNEXPECTED_PARAMETER = {7, 0, 0, 0, 0, 4, 0, 0, 2, 5};
    private static final byte[] ABORT_UNEXPECTED_PDU = {7, 0, 0, 0, 0, 4, 0, 0, 2, 2};

    private static final int PDU_HEADER = 6;
    private static final int FLOOD = 5000;

    private interface Script {
        void run(RawPeer peer) throws Exception;
    }

    private static void associated(Script script) throws Exception {
        try (Loopback loopback = new Loopback(Loopback::succeed);
                RawPeer peer = RawPeer.associated(loopback.port(), 16384)) {
            script.run(peer);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 100, 16384, 4294967295L})
    void givenAnyMaximumLengthOfThePeer_thenTheResponseComesInPdusThatFit(long maximumLength)
            throws Exception {
        try (Loopback loopback = new Loopback(Loopback::succeed);
                RawPeer peer = RawPeer.associated(loopback.port(), maximumLength)) {
            peer.command(RawPeer.ECHO_CONTEXT, RawPeer.echo(7));
            CommandSet response = peer.readResponse();

            assertThat(response.commandField()).isEqualTo(0x8030);
            assertThat(response.messageId()).isEqualTo(7);
            assertThat(response.affectedSopClass()).contains(UID.VERIFICATION);
            assertThat(response.status()).hasValue(0);
            assertThat(response.hasDataSet()).isFalse();
        }
    }

    @Test
    void givenACommandInFragmentsOfOneByte_thenItIsUnderstood() throws Exception {
        associated(
                peer -> {
                    byte[] set = RawPeer.bytes(RawPeer.echo(1));
                    for (int i = 0; i < set.length; i++) {
                        byte[] one = Arrays.copyOfRange(set, i, i + 1);
                        peer.send(RawPeer.pdu(1, true, i == set.length - 1, one));
                    }
                    assertThat(peer.readResponse().status()).hasValue(0);
                });
    }

    @Test
    void givenManyRequestsInOneSegment_thenAllAreAnsweredInTheirOrder() throws Exception {
        associated(
                peer -> {
                    ByteArrayOutputStream all = new ByteArrayOutputStream();
                    for (int id = 1; id <= 50; id++) {
                        all.write(RawPeer.pdu(1, true, true, RawPeer.bytes(RawPeer.echo(id))));
                    }
                    peer.send(all.toByteArray());
                    for (int id = 1; id <= 50; id++) {
                        assertThat(peer.readResponse().messageId()).isEqualTo(id);
                    }
                });
    }

    @Test
    void givenFarMoreRequestsInOnePduThanAgreed_thenItIsAborted() throws Exception {
        CompletableFuture<Status> never = new CompletableFuture<>();
        DimseService stuck = (request, responder) -> never.thenAccept(responder::complete);
        try (Loopback loopback = new Loopback(stuck, AssociationLimits.DEFAULT);
                RawPeer peer = RawPeer.associated(loopback.port(), 16384)) {
            ByteArrayOutputStream values = new ByteArrayOutputStream();
            for (int id = 1; id <= 1100; id++) {
                byte[] pdu = RawPeer.pdu(1, true, true, RawPeer.bytes(RawPeer.echo(id)));
                values.write(pdu, PDU_HEADER, pdu.length - PDU_HEADER);
            }
            ByteBuf one = Unpooled.buffer().writeShort(0x0400).writeInt(values.size());
            peer.send(ByteBufUtil.getBytes(one.writeBytes(values.toByteArray())));
            assertThat(peer.readPdu()).isEqualTo(ABORT_UNEXPECTED_PARAMETER);
        }
    }

    @Test
    void givenAFloodOfRequests_whenOneRuns_thenTheConnectionIsNoLongerRead() throws Exception {
        CompletableFuture<Status> first = new CompletableFuture<>();
        DimseService waiting = (request, responder) -> first.thenAccept(responder::complete);
        try (Loopback loopback = new Loopback(waiting, AssociationLimits.DEFAULT);
                RawPeer peer = RawPeer.associated(loopback.port(), 16384)) {
            CompletableFuture<Void> sent =
                    CompletableFuture.runAsync(() -> peer.sendQuietly(FLOOD, RawPeer.echo(1)));
            await().until(() -> first.getNumberOfDependents() == 1);
            first.complete(Status.SUCCESS);
            for (int i = 0; i < FLOOD; i++) {
                assertThat(peer.readResponse().status()).hasValue(0);
            }
            sent.get(10, TimeUnit.SECONDS);
        }
    }

    @Test
    void givenAContextThatWasNotAccepted_thenItIsAborted() throws Exception {
        associated(
                peer -> {
                    peer.command(9, RawPeer.echo(1));
                    assertThat(peer.readPdu()).isEqualTo(ABORT_INVALID);
                });
    }

    @Test
    void givenADataSetBeforeAnyCommand_thenItIsAborted() throws Exception {
        associated(
                peer -> {
                    peer.dataSet(RawPeer.CT_CONTEXT, true, 10);
                    assertThat(peer.readPdu()).isEqualTo(ABORT_UNEXPECTED_PARAMETER);
                });
    }

    @Test
    void givenACommandInsideADataSet_thenItIsAborted() throws Exception {
        associated(
                peer -> {
                    peer.command(RawPeer.CT_CONTEXT, RawPeer.store(1));
                    peer.dataSet(RawPeer.CT_CONTEXT, false, 10);
                    peer.command(RawPeer.CT_CONTEXT, RawPeer.store(2));
                    assertThat(readToAbort(peer)).isEqualTo(ABORT_UNEXPECTED_PARAMETER);
                });
    }

    @Test
    void givenAnotherContextInsideAMessage_thenItIsAborted() throws Exception {
        associated(
                peer -> {
                    peer.command(RawPeer.CT_CONTEXT, RawPeer.store(1));
                    peer.dataSet(RawPeer.ECHO_CONTEXT, true, 10);
                    assertThat(readToAbort(peer)).isEqualTo(ABORT_UNEXPECTED_PARAMETER);
                });
    }

    @Test
    void givenACommandSetThatIsNone_thenItIsAborted() throws Exception {
        associated(
                peer -> {
                    peer.send(RawPeer.pdu(1, true, true, new byte[] {1, 2, 3}));
                    assertThat(peer.readPdu()).isEqualTo(ABORT_INVALID);
                });
    }

    @Test
    void givenACommandSetWithoutEnd_thenItIsAbortedAtItsLimit() throws Exception {
        associated(
                peer -> {
                    byte[] part = RawPeer.pdu(1, true, false, new byte[16 * 1024]);
                    for (int i = 0; i < 5; i++) {
                        peer.send(part);
                    }
                    assertThat(peer.readPdu()).isEqualTo(ABORT_INVALID);
                });
    }

    @Test
    void givenAResponseToNothing_thenItIsAborted() throws Exception {
        associated(
                peer -> {
                    CommandSet response =
                            new CommandSet(
                                    0x8030,
                                    1,
                                    Optional.empty(),
                                    Optional.empty(),
                                    false,
                                    OptionalInt.of(0),
                                    Optional.empty());
                    peer.command(1, response);
                    assertThat(peer.readPdu()).isEqualTo(ABORT_UNEXPECTED_PARAMETER);
                });
    }

    @Test
    void givenACancelOfNothing_thenItIsIgnored() throws Exception {
        associated(
                peer -> {
                    CommandSet cancel =
                            new CommandSet(
                                    CommandSet.C_CANCEL_RQ,
                                    99,
                                    Optional.empty(),
                                    Optional.empty(),
                                    false,
                                    OptionalInt.empty(),
                                    Optional.empty());
                    peer.command(1, cancel).command(1, RawPeer.echo(2));
                    assertThat(peer.readResponse().messageId()).isEqualTo(2);
                });
    }

    @ParameterizedTest
    @ValueSource(ints = {0x0021, 0x0140, 0x7777})
    void givenAnUnknownCommand_thenTheStatusIs0211AndTheAssociationGoesOn(int field)
            throws Exception {
        associated(
                peer -> {
                    peer.command(1, RawPeer.request(field, 5, UID.VERIFICATION));
                    CommandSet response = peer.readResponse();
                    assertThat(response.commandField()).isEqualTo(field | 0x8000);
                    assertThat(response.status()).hasValue(0x0211);
                    peer.command(1, RawPeer.echo(6));
                    assertThat(peer.readResponse().status()).hasValue(0);
                });
    }

    @Test
    void givenAnotherSopClassThanTheContexts_thenTheStatusIs0122() throws Exception {
        associated(
                peer -> {
                    peer.command(1, RawPeer.request(CommandSet.C_ECHO_RQ, 5, Loopback.CT_IMAGE));
                    assertThat(peer.readResponse().status()).hasValue(0x0122);
                });
    }

    @Test
    void givenAReleaseWhileARequestRuns_thenItIsAnsweredAfterTheResponse() throws Exception {
        CompletableFuture<Status> answer = new CompletableFuture<>();
        DimseService waiting = (request, responder) -> answer.thenAccept(responder::complete);
        try (Loopback loopback = new Loopback(waiting, AssociationLimits.DEFAULT);
                RawPeer peer = RawPeer.associated(loopback.port(), 16384)) {
            peer.command(1, RawPeer.echo(1));
            await().until(() -> answer.getNumberOfDependents() == 1);
            peer.send(RawPeer.RELEASE_RQ);
            answer.complete(Status.SUCCESS);

            assertThat(peer.readResponse().status()).hasValue(0);
            assertThat(peer.readPdu()).isEqualTo(RawPeer.RELEASE_RP);
        }
    }

    @Test
    void givenAReleaseInsideADataSet_thenItIsAborted() throws Exception {
        CompletableFuture<Status> answer = new CompletableFuture<>();
        DimseService waiting = (request, responder) -> answer.thenAccept(responder::complete);
        try (Loopback loopback = new Loopback(waiting, AssociationLimits.DEFAULT);
                RawPeer peer = RawPeer.associated(loopback.port(), 16384)) {
            peer.command(RawPeer.CT_CONTEXT, RawPeer.store(1));
            peer.dataSet(RawPeer.CT_CONTEXT, false, 10).send(RawPeer.RELEASE_RQ);

            assertThat(peer.readPdu()).isEqualTo(ABORT_UNEXPECTED_PDU);
        }
    }

    @Test
    void givenAnEarlyResponse_whenTheDataSetIsCutShortByARelease_thenItIsReleased()
            throws Exception {
        try (Loopback loopback = new Loopback(request -> Status.NOT_AUTHORIZED);
                RawPeer peer = RawPeer.associated(loopback.port(), 16384)) {
            peer.command(RawPeer.CT_CONTEXT, RawPeer.store(1));
            assertThat(peer.readResponse().status()).hasValue(0x0124);
            peer.send(RawPeer.RELEASE_RQ);
            assertThat(peer.readPdu()).isEqualTo(RawPeer.RELEASE_RP);
        }
    }

    @Test
    void givenOneFurtherRequest_whenARequestRuns_thenItWaitsAndIsServedNext() throws Exception {
        List<Integer> served = new CopyOnWriteArrayList<>();
        CompletableFuture<Status> first = new CompletableFuture<>();
        DimseService service =
                (request, responder) -> {
                    served.add(request.command().messageId());
                    if (served.size() == 1) {
                        first.thenAccept(responder::complete);
                    } else {
                        responder.complete(Status.SUCCESS);
                    }
                };
        try (Loopback loopback = new Loopback(service, AssociationLimits.DEFAULT);
                RawPeer peer = RawPeer.associated(loopback.port(), 16384)) {
            peer.command(1, RawPeer.echo(1)).command(1, RawPeer.echo(2));
            await().until(() -> served.size() == 1);
            first.complete(Status.CANNOT_UNDERSTAND.withComment("because"));

            CommandSet response = peer.readResponse();
            assertThat(response.status()).hasValue(0xC000);
            assertThat(response.errorComment()).contains("because");
            assertThat(peer.readResponse().messageId()).isEqualTo(2);
            assertThat(served).containsExactly(1, 2);
        }
    }

    @Test
    void givenASecondCompletion_thenItDoesNothing() throws Exception {
        CompletableFuture<Void> twice = new CompletableFuture<>();
        DimseService service =
                (request, responder) -> {
                    responder.complete(Status.SUCCESS);
                    responder.complete(Status.PROCESSING_FAILURE);
                    twice.complete(null);
                };
        try (Loopback loopback = new Loopback(service, AssociationLimits.DEFAULT);
                RawPeer peer = RawPeer.associated(loopback.port(), 16384)) {
            peer.command(1, RawPeer.echo(1));
            assertThat(peer.readResponse().status()).hasValue(0);
            twice.get(10, TimeUnit.SECONDS);
            peer.send(RawPeer.RELEASE_RQ);
            assertThat(peer.readPdu()).isEqualTo(RawPeer.RELEASE_RP);
        }
    }

    /** A response may have left before the fault came. */
    private static byte[] readToAbort(RawPeer peer) throws IOException {
        byte[] pdu = peer.readPdu();
        while (pdu[0] == 4) {
            pdu = peer.readPdu();
        }
        return pdu;
    }
}
