/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.dicom.dimse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.turnstile.dicom.dimse.Patients.patient;

import io.netty.buffer.ByteBufUtil;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.turnstile.api.Status;
import org.turnstile.api.UID;
import org.turnstile.api.io.DatasetException;
import org.turnstile.dicom.dimse.client.AssociationAbortedException;
import org.turnstile.dicom.dimse.client.AssociationException;
import org.turnstile.dicom.dimse.client.ClientAssociation;
import org.turnstile.dicom.dimse.client.DimseTimeoutException;
import org.turnstile.dicom.dimse.command.CommandSet;

/** C-FIND as SCU, against peers that say what a test wants. */
@Timeout(60)
class FindScuPeersTest {

    private static final String FIND = UID.STUDY_ROOT_FIND;

    /** The peer's context 5 is FIND in Implicit VR Little Endian. */
    private static final int CONTEXT = 5;

    /** Most bytes of an identifier that the client takes. */
    private static final int MAX_MATCH = 4 * 1024 * 1024;

    @Test
    void givenTheBytesOfAQuery_thenTheyAreTheStandards() throws Exception {
        CompletableFuture<String> sent = new CompletableFuture<>();
        try (ScriptedAcceptor peer =
                        accepting(
                                raw -> {
                                    sent.complete(ByteBufUtil.hexDump(raw.readPdu()));
                                    raw.command(CONTEXT, Scripts.answer(0x8020, 1, 0));
                                    Scripts.untilClosed(raw);
                                });
                ClientAssociation association = connect(peer, Duration.ofSeconds(30))) {
            assertThat(find(association)).isEqualTo(Status.SUCCESS);
            byte[] uid = (FIND + "\0").getBytes(StandardCharsets.US_ASCII);
            String command =
                    // (0000,0000) Group Length: 36 + 4 times 10 bytes follow
                    ("00000000" + "04000000" + "4c000000")
                            // (0000,0002) Affected SOP Class UID
                            + ("00000200" + "1c000000" + ByteBufUtil.hexDump(uid))
                            // (0000,0100) Command Field: 0020H C-FIND-RQ
                            + ("00000001" + "02000000" + "2000")
                            // (0000,0110) Message ID: 1
                            + ("00001001" + "02000000" + "0100")
                            // (0000,0700) Priority: medium
                            + ("00000007" + "02000000" + "0000")
                            // (0000,0800) Command Data Set Type: one follows
                            + ("00000008" + "02000000" + "0100");
            // (0010,0020) LO of no length
            String identifier = "10002000" + "00000000";
            assertThat(sent.get(10, TimeUnit.SECONDS))
                    .contains("0503" + command)
                    .endsWith("0502" + identifier);
        }
    }

    @Test
    void givenACancel_thenItNamesTheMessageAndIsSentOnce() throws Exception {
        CompletableFuture<CommandSet> sent = new CompletableFuture<>();
        try (ScriptedAcceptor peer =
                        accepting(
                                raw -> {
                                    raw.readPdu();
                                    match(raw, patientBytes());
                                    sent.complete(raw.readResponse());
                                    for (int i = 0; i < 50; i++) {
                                        match(raw, patientBytes());
                                    }
                                    raw.command(CONTEXT, Scripts.answer(0x8020, 1, 0xFE00));
                                    assertThat(raw.readPdu()).isEqualTo(RawPeer.RELEASE_RQ);
                                    raw.send(RawPeer.RELEASE_RP);
                                });
                ClientAssociation association = connect(peer, Duration.ofSeconds(30))) {
            assertThat(find(association, 0)).isEqualTo(Status.CANCELLED);
            association.release();
            assertThat(sent.get(10, TimeUnit.SECONDS)).isEqualTo(CommandSet.cancel(1));
            peer.played().get(10, TimeUnit.SECONDS);
        }
    }

    @Test
    void givenAMatchWithoutIdentifier_thenItIsAborted() throws Exception {
        assertAborted(
                raw -> raw.command(CONTEXT, Scripts.answer(0x8020, 1, 0xFF00)),
                AssociationAbortedException.class,
                "answers nothing");
    }

    @Test
    void givenAnIdentifierWithoutEnd_thenItIsAbortedAtItsLimit() throws Exception {
        assertAborted(
                raw -> {
                    raw.command(CONTEXT, pendingCommand());
                    for (int sent = 0; sent <= MAX_MATCH; sent += 16 * 1024) {
                        raw.dataSet(CONTEXT, false, 16 * 1024);
                    }
                },
                AssociationAbortedException.class,
                "identifier: more than " + MAX_MATCH);
    }

    @Test
    void givenAnIdentifierThatIsNoDataSet_thenItIsAborted() throws Exception {
        assertAborted(raw -> match(raw, new byte[] {1, 2, 3}), DatasetException.class, "at byte");
    }

    @Test
    void givenAnEndInTheMiddle_thenTheQueryFails() throws Exception {
        assertAborted(
                raw -> {
                    match(raw, patientBytes());
                    raw.send(new byte[] {7, 0, 0, 0, 0, 4, 0, 0, 0, 0});
                },
                AssociationAbortedException.class,
                "the peer aborted");
    }

    @Test
    void givenNoFurtherResponse_thenItTimesOut() throws Exception {
        assertAborted(
                raw -> match(raw, patientBytes()),
                DimseTimeoutException.class,
                "response: not within 500 ms");
    }

    private static void assertAborted(
            ScriptedAcceptor.Script script, Class<? extends Throwable> type, String message)
            throws Exception {
        try (ScriptedAcceptor peer =
                        accepting(
                                raw -> {
                                    raw.readPdu();
                                    try {
                                        script.play(raw);
                                    } catch (IOException cut) {
                                        return; // while it was still sending
                                    }
                                    Scripts.untilClosed(raw);
                                });
                ClientAssociation association = connect(peer, Duration.ofMillis(500))) {
            assertThatThrownBy(() -> find(association))
                    .isInstanceOf(type)
                    .hasMessageContaining(message);
            assertThatThrownBy(association::echo).isInstanceOf(AssociationException.class);
        }
    }

    @Test
    void givenAResponseAfterTheFinalOne_thenItIsAborted() throws Exception {
        try (ScriptedAcceptor peer =
                        accepting(
                                raw -> {
                                    raw.readPdu();
                                    raw.command(CONTEXT, Scripts.answer(0x8020, 1, 0));
                                    match(raw, patientBytes());
                                    assertThat(raw.readPdu())
                                            .containsExactly(7, 0, 0, 0, 0, 4, 0, 0, 2, 5);
                                });
                ClientAssociation association = connect(peer, Duration.ofSeconds(30))) {
            assertThat(find(association)).isEqualTo(Status.SUCCESS);
            peer.played().get(10, TimeUnit.SECONDS);
        }
    }

    @Test
    void givenAFinalResponseWithADataSet_thenItIsSkippedAndTheAssociationGoesOn() throws Exception {
        try (ScriptedAcceptor peer =
                        accepting(
                                raw -> {
                                    raw.readPdu();
                                    raw.command(CONTEXT, response(0, true));
                                    raw.dataSet(CONTEXT, true, 1000);
                                    raw.readPdu();
                                    raw.command(1, Scripts.answer(0x8030, 2, 0));
                                    Scripts.untilClosed(raw);
                                });
                ClientAssociation association = connect(peer, Duration.ofSeconds(30))) {
            assertThat(find(association)).isEqualTo(Status.SUCCESS);
            assertThat(association.echo()).isEqualTo(Status.SUCCESS);
        }
    }

    private static ClientAssociation connect(ScriptedAcceptor peer, Duration timeout)
            throws IOException {
        return Scripts.connect(
                Scripts.options(peer).context(FIND, Scripts.IMPLICIT).dimseTimeout(timeout));
    }

    private static ScriptedAcceptor accepting(ScriptedAcceptor.Script then) throws IOException {
        return Scripts.accepting(Scripts.response(), then);
    }

    private static Status find(ClientAssociation association) throws IOException {
        return find(association, Integer.MAX_VALUE);
    }

    /** Wants so many matches and one more. */
    private static Status find(ClientAssociation association, int most) throws IOException {
        AtomicInteger taken = new AtomicInteger();
        return association.find(
                FIND, patient(""), (status, match) -> taken.getAndIncrement() < most);
    }

    private static void match(RawPeer raw, byte[] identifier) throws IOException {
        raw.command(CONTEXT, pendingCommand());
        raw.send(RawPeer.pdu(CONTEXT, false, true, identifier));
    }

    private static byte[] patientBytes() {
        return ByteBufUtil.decodeHexDump(Patients.P1);
    }

    private static CommandSet pendingCommand() {
        return response(0xFF00, true);
    }

    private static CommandSet response(int status, boolean hasDataSet) {
        return new CommandSet(
                0x8020,
                1,
                Optional.of(FIND),
                Optional.empty(),
                hasDataSet,
                OptionalInt.of(status),
                Optional.empty());
    }
}
