/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.dicom.dimse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.turnstile.dicom.dimse.Scripts.accepting;
import static org.turnstile.dicom.dimse.Scripts.alice;
import static org.turnstile.dicom.dimse.Scripts.answer;
import static org.turnstile.dicom.dimse.Scripts.answering;
import static org.turnstile.dicom.dimse.Scripts.connect;
import static org.turnstile.dicom.dimse.Scripts.options;
import static org.turnstile.dicom.dimse.Scripts.response;
import static org.turnstile.dicom.dimse.Scripts.untilClosed;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PipedInputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.turnstile.api.Status;
import org.turnstile.api.UID;
import org.turnstile.dicom.dimse.client.AssociationAbortedException;
import org.turnstile.dicom.dimse.client.AssociationRejectedException;
import org.turnstile.dicom.dimse.client.ClientAssociation;
import org.turnstile.dicom.dimse.client.ConnectOptions;
import org.turnstile.dicom.dimse.client.ConnectOptionsBuilder;
import org.turnstile.dicom.dimse.client.DimseTimeoutException;
import org.turnstile.dicom.pdu.AAssociateRj;
import org.turnstile.dicom.pdu.UserIdentityRq;
import org.turnstile.dicom.pdu.UserInformation;

/** The requestor against scripted peers. */
@Timeout(60)
class ClientAssociationTest {

    private static final String CT = Loopback.CT_IMAGE;

    @Test
    void givenAReject_thenItIsNamedInTheWordsOfTheStandard() throws IOException {
        try (ScriptedAcceptor peer = answering(AAssociateRj.NOT_AUTHENTICATED)) {
            UserIdentityRq identity = alice(true);
            assertThatThrownBy(() -> connect(options(peer).identity(identity)))
                    .isInstanceOf(AssociationRejectedException.class)
                    .hasMessage(
                            "association rejected: rejected-permanent, service-provider (ACSE),"
                                    + " no-reason-given")
                    .satisfies(
                            e ->
                                    assertThat(((AssociationRejectedException) e).rj())
                                            .isEqualTo(AAssociateRj.NOT_AUTHENTICATED));
            assertThat(identity.primary()).containsOnly(0);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "1, 1, 1, no-reason-given",
        "1, 1, 2, application-context-name-not-supported",
        "1, 1, 3, calling-AE-title-not-recognized",
        "1, 1, 7, called-AE-title-not-recognized",
        "1, 2, 2, protocol-version-not-supported",
        "2, 3, 1, temporary-congestion",
        "2, 3, 2, local-limit-exceeded",
        "2, 2, 9, reason 9",
        "3, 4, 5, result 3",
    })
    void givenARejectOfAnyKind_thenItHasAMeaning(int result, int source, int reason, String text) {
        assertThat(new AssociationRejectedException(new AAssociateRj(result, source, reason)))
                .hasMessageContaining(text);
    }

    @Test
    void givenNoAnswer_thenItTimesOutAndAborts() throws Exception {
        try (ScriptedAcceptor peer =
                new ScriptedAcceptor(
                        raw -> {
                            raw.readPdu();
                            assertThat(raw.readPdu()).startsWith(7);
                        })) {
            assertThatThrownBy(() -> connect(options(peer).acseTimeout(Duration.ofMillis(200))))
                    .isInstanceOf(DimseTimeoutException.class)
                    .hasMessage("A-ASSOCIATE-AC: not within 200 ms");
            peer.played().get(10, TimeUnit.SECONDS);
        }
    }

    @Test
    void givenAClosedPort_thenTheAddressIsNamed() throws IOException {
        int port;
        try (ServerSocket closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = closed.getLocalPort();
        }
        assertThatThrownBy(() -> connect(ConnectOptions.to("127.0.0.1", port)))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("cannot connect to 127.0.0.1:" + port);
    }

    @Test
    void givenAPeerThatClosesInsteadOfAnswering_thenTheAssociationIsLost() throws Exception {
        try (ScriptedAcceptor peer = accepting(response(), RawPeer::readPdu);
                ClientAssociation association = connect(options(peer))) {
            assertThatThrownBy(association::echo)
                    .isInstanceOf(AssociationAbortedException.class)
                    .hasMessageContaining("lost");
        }
    }

    @Test
    void givenNoResponse_thenTheRequestTimesOutAndTheAssociationIsAborted() throws Exception {
        try (ScriptedAcceptor peer =
                        accepting(
                                response(),
                                raw -> {
                                    raw.readPdu();
                                    assertThat(raw.readPdu()).startsWith(7);
                                });
                ClientAssociation association =
                        connect(options(peer).dimseTimeout(Duration.ofMillis(200)))) {
            assertThatThrownBy(association::echo).isInstanceOf(DimseTimeoutException.class);
            peer.played().get(10, TimeUnit.SECONDS);
        }
    }

    @Test
    void givenAResponseToAnotherMessage_thenItIsAborted() throws Exception {
        try (ScriptedAcceptor peer =
                        accepting(
                                response(),
                                raw -> {
                                    raw.readPdu();
                                    raw.command(1, answer(0x8030, 4711, 0));
                                    assertThat(raw.readPdu())
                                            .containsExactly(7, 0, 0, 0, 0, 4, 0, 0, 2, 5);
                                });
                ClientAssociation association = connect(options(peer))) {
            assertThatThrownBy(association::echo).isInstanceOf(AssociationAbortedException.class);
            peer.played().get(10, TimeUnit.SECONDS);
        }
    }

    @Test
    void givenAnEarlyFailure_thenTheRestIsNotSentAndTheAssociationGoesOn() throws Exception {
        AtomicInteger received = new AtomicInteger();
        try (ScriptedAcceptor peer =
                        accepting(
                                response(),
                                raw -> {
                                    raw.readPdu();
                                    raw.command(3, answer(0x8001, 1, 0xA700));
                                    byte[] pdu;
                                    do {
                                        pdu = raw.readPdu();
                                        received.addAndGet(pdu.length);
                                    } while ((pdu[11] & 2) == 0);
                                    raw.readPdu();
                                    raw.command(1, answer(0x8030, 2, 0));
                                    untilClosed(raw);
                                });
                ClientAssociation association = connect(options(peer))) {
            Status status = association.store(CT, "1.2.3", Scripts.IMPLICIT, new Zeros(1L << 40));

            assertThat(status).isEqualTo(Status.OUT_OF_RESOURCES);
            assertThat(received.get()).isLessThan(1 << 26);
            assertThat(association.echo()).isEqualTo(Status.SUCCESS);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {7, 8, 11, 16, 17, 4096, 0})
    void givenAnyMaximumLengthOfThePeer_thenNoPduIsLonger(long maximumLength) throws Exception {
        byte[] object = new byte[517];
        AtomicInteger received = new AtomicInteger();
        try (ScriptedAcceptor peer =
                        accepting(
                                UserInformation.of(maximumLength, "1.2", ""),
                                raw -> store(raw, maximumLength, received));
                ClientAssociation association = connect(options(peer))) {
            assertThat(
                            association.store(
                                    CT,
                                    "1.2.3",
                                    Scripts.IMPLICIT,
                                    new ByteArrayInputStream(object)))
                    .isEqualTo(Status.SUCCESS);
            assertThat(received).hasValue(object.length);
        }
    }

    private static void store(RawPeer raw, long maximumLength, AtomicInteger received)
            throws IOException {
        byte[] pdu;
        boolean data = false;
        do {
            pdu = raw.readPdu();
            if (maximumLength > 0) {
                assertThat((long) pdu.length - 6).isLessThanOrEqualTo(maximumLength);
            }
            data = (pdu[11] & 1) == 0;
            received.addAndGet(data ? pdu.length - 12 : 0);
        } while (!data || (pdu[11] & 2) == 0);
        raw.command(3, answer(0x8001, 1, 0));
        untilClosed(raw);
    }

    @Test
    void givenADataSetThatCannotBeRead_thenTheAssociationIsAbortedAndItsFaultThrown()
            throws Exception {
        InputStream broken = new PipedInputStream();
        try (ScriptedAcceptor peer =
                        accepting(
                                response(),
                                raw -> {
                                    raw.readPdu();
                                    assertThat(raw.readPdu()).startsWith(7);
                                });
                ClientAssociation association = connect(options(peer))) {
            assertThatThrownBy(() -> association.store(CT, "1.2.3", Scripts.IMPLICIT, broken))
                    .isInstanceOf(IOException.class)
                    .hasMessage("Pipe not connected");
            peer.played().get(10, TimeUnit.SECONDS);
        }
    }

    @Test
    void givenAContextThatWasNotAccepted_thenNothingIsSent() throws Exception {
        try (ScriptedAcceptor peer = accepting(response(), Scripts::untilClosed);
                ClientAssociation association = connect(options(peer))) {
            assertThatThrownBy(
                            () ->
                                    association.store(
                                            CT,
                                            "1.2.3",
                                            UID.EXPLICIT_VR_LITTLE_ENDIAN,
                                            InputStream.nullInputStream()))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining(CT)
                    .hasMessageContaining(UID.EXPLICIT_VR_LITTLE_ENDIAN);
            assertThat(association.contexts()).hasSize(2);
            assertThat(association.peerImplementationVersionName()).isEqualTo("SCRIPT");
        }
    }

    @Test
    void givenAPeerThatDoesNotAnswerTheRelease_thenItIsAborted() throws Exception {
        try (ScriptedAcceptor peer =
                        accepting(
                                response(),
                                raw -> {
                                    assertThat(raw.readPdu()).startsWith(5);
                                    assertThat(raw.readPdu()).startsWith(7);
                                });
                ClientAssociation association =
                        connect(options(peer).acseTimeout(Duration.ofMillis(300)))) {
            assertThatThrownBy(association::release).isInstanceOf(DimseTimeoutException.class);
            peer.played().get(10, TimeUnit.SECONDS);
        }
    }

    @Test
    void givenAReleaseByThePeer_thenItIsAnsweredAndLaterRequestsFail() throws Exception {
        try (ScriptedAcceptor peer =
                        accepting(
                                response(),
                                raw -> {
                                    raw.send(RawPeer.RELEASE_RQ);
                                    assertThat(raw.readPdu()).isEqualTo(RawPeer.RELEASE_RP);
                                });
                ClientAssociation association = connect(options(peer))) {
            peer.played().get(10, TimeUnit.SECONDS);
            assertThatThrownBy(association::echo)
                    .isInstanceOf(AssociationAbortedException.class)
                    .hasMessageContaining("released");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "0, A, B, 16384, port: 0",
        "104, '', B, 16384, calledAeTitle: 0",
        "104, A, SEVENTEEN-LETTERS, 16384, callingAeTitle: 17",
        "104, A, B, 100, dataLength: 100",
    })
    void givenOptionsOutOfRange_thenTheFieldIsNamed(
            int port, String called, String calling, int maximumLength, String named) {
        ConnectOptionsBuilder options =
                ConnectOptions.to("localhost", port)
                        .called(called)
                        .calling(calling)
                        .maximumLength(maximumLength);

        assertThatThrownBy(options::build).hasMessageContaining(named);
    }
}
