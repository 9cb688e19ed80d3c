/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.dicom.dimse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.netty.buffer.ByteBufUtil;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PipedInputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.turnstile.api.Status;
import org.turnstile.api.UID;
import org.turnstile.dicom.pdu.AAssociateAc;
import org.turnstile.dicom.pdu.AAssociateRj;
import org.turnstile.dicom.pdu.PduEncoder;
import org.turnstile.dicom.pdu.PduTooLongException;
import org.turnstile.dicom.pdu.PresentationContextAc;
import org.turnstile.dicom.pdu.UserIdentityAc;
import org.turnstile.dicom.pdu.UserIdentityRq;
import org.turnstile.dicom.pdu.UserInformation;

/** The requestor against scripted peers; the numbers are those of the identity test cases. */
@Timeout(60)
class ClientAssociationTest {

    private static final EventLoopGroup GROUP =
            new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());
    private static final String CT = Loopback.CT_IMAGE;

    @AfterAll
    static void endLoops() {
        GROUP.shutdownGracefully(0, 5, TimeUnit.SECONDS).syncUninterruptibly();
    }

    @Test
    void case59_givenNo59H_thenTheIdentityIsNotConfirmed_andAbortedIfItHasToBe() throws Exception {
        try (ScriptedAcceptor peer = accepting(response(), ClientAssociationTest::untilClosed);
                ClientAssociation association = connect(options(peer).identity(alice(true)))) {
            assertThat(association.identityConfirmed()).isFalse();
            assertThat(association.serverResponse()).isEmpty();
        }
        try (ScriptedAcceptor peer =
                accepting(response(), raw -> assertThat(raw.readPdu()).startsWith(7))) {
            assertThatThrownBy(
                            () ->
                                    connect(
                                            options(peer)
                                                    .identity(alice(true))
                                                    .requireConfirmation(true)))
                    .isInstanceOf(IdentityNotConfirmedException.class);
            peer.played().get(10, TimeUnit.SECONDS);
        }
    }

    @Test
    void givenA59H_thenTheIdentityIsConfirmedAndTheRequiredConnectSucceeds() throws Exception {
        try (ScriptedAcceptor peer = accepting(response(1, 2), ClientAssociationTest::untilClosed);
                ClientAssociation association =
                        connect(options(peer).identity(alice(true)).requireConfirmation(true))) {
            assertThat(association.identityConfirmed()).isTrue();
            assertThat(association.serverResponse()).contains(new byte[] {1, 2});
        }
    }

    @ParameterizedTest
    @CsvSource({"false, true", "true, false"})
    void case60_givenA58HInTheAccept_thenALenientClientTakesItAndAStrictOneDoesNot(
            boolean strict, boolean confirmed) throws Exception {
        // 58H, length 2, response length 0: as Supplement 99 printed it
        String accept = hexOfAcceptWith("58000002" + "0000");
        try (ScriptedAcceptor peer = acceptingBytes(accept, ClientAssociationTest::untilClosed);
                ClientAssociation association =
                        connect(options(peer).identity(alice(true)).strict(strict))) {
            assertThat(association.identityConfirmed()).isEqualTo(confirmed);
        }
    }

    @Test
    void case61_givenA59HThatWasNotAskedFor_thenItIsIgnored() throws Exception {
        try (ScriptedAcceptor peer = accepting(response(1), ClientAssociationTest::untilClosed);
                ClientAssociation association = connect(options(peer).identity(alice(false)))) {
            assertThat(association.identityConfirmed()).isFalse();
        }
    }

    @Test
    void case62_givenAResponseLengthBeyondItsItem_thenItIsAborted() throws Exception {
        String accept = hexOfAcceptWith("59000002" + "0005");
        try (ScriptedAcceptor peer =
                acceptingBytes(
                        accept,
                        raw ->
                                assertThat(raw.readPdu())
                                        .containsExactly(7, 0, 0, 0, 0, 4, 0, 0, 2, 6))) {
            assertThatThrownBy(() -> connect(options(peer).identity(alice(true))))
                    .isInstanceOf(AssociationAbortedException.class)
                    .hasMessageContaining("59H");
            peer.played().get(10, TimeUnit.SECONDS);
        }
    }

    @Test
    void case64_givenAnIdentityThatDoesNotFit_thenNothingIsConnectedAndItIsWiped()
            throws IOException {
        byte[] token = "x".repeat(65_500).getBytes(StandardCharsets.US_ASCII);
        try (ServerSocket port = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            ConnectOptionsBuilder options =
                    ConnectOptions.to("127.0.0.1", port.getLocalPort())
                            .identity(new UserIdentityRq(5, true, token, new byte[0]));

            assertThatThrownBy(() -> connect(options)).isInstanceOf(PduTooLongException.class);

            port.setSoTimeout(200);
            assertThatThrownBy(port::accept).isInstanceOf(SocketTimeoutException.class);
        }
        assertThat(token).containsOnly(0);
    }

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
            Status status = association.store(CT, "1.2.3", IMPLICIT, new Zeros(1L << 40));

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
            assertThat(association.store(CT, "1.2.3", IMPLICIT, new ByteArrayInputStream(object)))
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
            assertThatThrownBy(() -> association.store(CT, "1.2.3", IMPLICIT, broken))
                    .isInstanceOf(IOException.class)
                    .hasMessage("Pipe not connected");
            peer.played().get(10, TimeUnit.SECONDS);
        }
    }

    @Test
    void givenAContextThatWasNotAccepted_thenNothingIsSent() throws Exception {
        try (ScriptedAcceptor peer = accepting(response(), ClientAssociationTest::untilClosed);
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

    private static final String IMPLICIT = UID.IMPLICIT_VR_LITTLE_ENDIAN;

    private static ClientAssociation connect(ConnectOptionsBuilder options) throws IOException {
        return new DimseClient(GROUP).connect(options.build());
    }

    private static ConnectOptionsBuilder options(ScriptedAcceptor peer) {
        return ConnectOptions.to("127.0.0.1", peer.port())
                .context(UID.VERIFICATION, IMPLICIT)
                .context(CT, IMPLICIT);
    }

    private static UserIdentityRq alice(boolean positiveResponse) {
        byte[] name = "alice".getBytes(StandardCharsets.UTF_8);
        return new UserIdentityRq(1, positiveResponse, name, new byte[0]);
    }

    private static UserInformation response(int... bytes) {
        byte[] content = new byte[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            content[i] = (byte) bytes[i];
        }
        UserInformation plain = UserInformation.of(16384, "1.2", "SCRIPT");
        return new UserInformation(
                plain.maximumLength(),
                plain.implementationClassUid(),
                Optional.empty(),
                List.of(),
                plain.implementationVersionName(),
                List.of(),
                List.of(),
                Optional.empty(),
                bytes.length == 0 ? Optional.empty() : Optional.of(new UserIdentityAc(content)));
    }

    private static AAssociateAc ac(UserInformation information) {
        return new AAssociateAc(
                1,
                "CALLED",
                "CALLING",
                UID.APPLICATION_CONTEXT,
                List.of(
                        new PresentationContextAc(1, 0, IMPLICIT),
                        new PresentationContextAc(3, 0, IMPLICIT)),
                information);
    }

    /** An accept whose user information ends with a sub-item of the test. */
    private static String hexOfAcceptWith(String item) {
        String hex = RawPeer.hex(ac(response()));
        int at = hex.length() - 2 * (4 + PduEncoder.userInformationLength(response()));
        int length = Integer.parseInt(hex.substring(at + 4, at + 8), 16) + item.length() / 2;
        String whole =
                hex.substring(0, at + 4)
                        + String.format("%04x", length)
                        + hex.substring(at + 8)
                        + item;
        return whole.substring(0, 4)
                + String.format("%08x", whole.length() / 2 - 6)
                + whole.substring(12);
    }

    private static ScriptedAcceptor accepting(UserInformation info, ScriptedAcceptor.Script then)
            throws IOException {
        return acceptingBytes(RawPeer.hex(ac(info)), then);
    }

    private static ScriptedAcceptor acceptingBytes(String hex, ScriptedAcceptor.Script then)
            throws IOException {
        return new ScriptedAcceptor(
                raw -> {
                    raw.readPdu();
                    raw.send(ByteBufUtil.decodeHexDump(hex));
                    then.play(raw);
                });
    }

    private static ScriptedAcceptor answering(AAssociateRj rj) throws IOException {
        return new ScriptedAcceptor(
                raw -> {
                    raw.readPdu();
                    raw.send(rj);
                    assertThat(raw.isClosedByPeer()).isTrue();
                });
    }

    private static CommandSet answer(int field, int messageId, int status) {
        return new CommandSet(
                field,
                messageId,
                Optional.empty(),
                Optional.empty(),
                false,
                OptionalInt.of(status),
                Optional.empty());
    }

    private static void untilClosed(RawPeer raw) throws IOException {
        while (!raw.isClosedByPeer()) {
            Thread.onSpinWait();
        }
    }
}
