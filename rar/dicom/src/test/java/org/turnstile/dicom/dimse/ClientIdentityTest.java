/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.dicom.dimse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.fail;
import static org.turnstile.dicom.dimse.Scripts.accepting;
import static org.turnstile.dicom.dimse.Scripts.acceptingBytes;
import static org.turnstile.dicom.dimse.Scripts.alice;
import static org.turnstile.dicom.dimse.Scripts.connect;
import static org.turnstile.dicom.dimse.Scripts.hexOfAcceptWith;
import static org.turnstile.dicom.dimse.Scripts.options;
import static org.turnstile.dicom.dimse.Scripts.response;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.turnstile.dicom.dimse.client.AssociationAbortedException;
import org.turnstile.dicom.dimse.client.ClientAssociation;
import org.turnstile.dicom.dimse.client.ConnectOptions;
import org.turnstile.dicom.dimse.client.ConnectOptionsBuilder;
import org.turnstile.dicom.dimse.client.IdentityNotConfirmedException;
import org.turnstile.dicom.dimse.client.ResponseCheck;
import org.turnstile.dicom.pdu.UserIdentityRq;
import org.turnstile.dicom.pdu.UserInformation;
import org.turnstile.dicom.pdu.codec.PduTooLongException;

/** The requestor's side of user identity; the numbers are those of the identity test cases. */
@Timeout(60)
class ClientIdentityTest {

    @Test
    void case59_givenNo59H_thenTheIdentityIsNotConfirmed_andAbortedIfItHasToBe() throws Exception {
        try (ScriptedAcceptor peer = accepting(response(), Scripts::untilClosed);
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
        try (ScriptedAcceptor peer = accepting(response(1, 2), Scripts::untilClosed);
                ClientAssociation association =
                        connect(options(peer).identity(alice(true)).requireConfirmation(true))) {
            assertThat(association.identityConfirmed()).isTrue();
            assertThat(association.serverResponse()).contains(new byte[] {1, 2});
        }
    }

    @Test
    void givenACheck_thenItSeesTheResponseBeforeTheAssociationIsHandedOut() throws Exception {
        List<byte[]> seen = new ArrayList<>();
        try (ScriptedAcceptor peer = accepting(response(0x6F, 2), Scripts::untilClosed);
                ClientAssociation association =
                        connect(options(peer).identity(alice(true), seen::add))) {
            assertThat(association.identityConfirmed()).isTrue();
            assertThat(seen).containsExactly(new byte[] {0x6F, 2});
        }
    }

    @Test
    void givenAResponseThatTheCheckRefuses_thenItIsAbortedBeforeAnythingIsSent() throws Exception {
        assertAborts(
                response(0x6F, 3),
                serverResponse -> {
                    throw new IdentityNotConfirmedException("not sealed by our key", null);
                },
                IdentityNotConfirmedException.class,
                "identity not confirmed: not sealed by our key");
    }

    @Test
    void givenNoResponseToCheck_thenItIsAbortedWithoutAskingForConfirmation() throws Exception {
        assertAborts(
                response(),
                serverResponse -> fail("there is nothing to check"),
                IdentityNotConfirmedException.class,
                "no user identity response");
    }

    @Test
    void givenACheckThatBreaks_thenItIsAbortedToo() throws Exception {
        assertAborts(
                response(1),
                serverResponse -> {
                    throw new IllegalStateException("broken");
                },
                IllegalStateException.class,
                "broken");
    }

    @Test
    void givenACheckOfAResponseThatNobodyAsksFor_thenThereAreNoOptions() {
        ConnectOptionsBuilder options =
                ConnectOptions.to("127.0.0.1", 104).identity(alice(false), serverResponse -> {});
        assertThatThrownBy(options::build)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("responseCheck: the identity asks for no positive response");
    }

    @Test
    void givenAnotherIdentityAfterwards_thenTheCheckOfTheFirstIsForgotten() throws Exception {
        try (ScriptedAcceptor peer = accepting(response(1), Scripts::untilClosed);
                ClientAssociation association =
                        connect(
                                options(peer)
                                        .identity(alice(true), serverResponse -> fail("not ours"))
                                        .identity(alice(true)))) {
            assertThat(association.identityConfirmed()).isTrue();
        }
    }

    private static void assertAborts(
            UserInformation items,
            ResponseCheck check,
            Class<? extends Exception> type,
            String message)
            throws Exception {
        // 07H: the only PDU after the request is an A-ABORT
        try (ScriptedAcceptor peer =
                accepting(items, raw -> assertThat(raw.readPdu()).startsWith(7))) {
            assertThatThrownBy(() -> connect(options(peer).identity(alice(true), check)))
                    .isInstanceOf(type)
                    .hasMessageContaining(message);
            peer.played().get(10, TimeUnit.SECONDS);
        }
    }

    @ParameterizedTest
    @CsvSource({"false, true", "true, false"})
    void case60_givenA58HInTheAccept_thenALenientClientTakesItAndAStrictOneDoesNot(
            boolean strict, boolean confirmed) throws Exception {
        // 58H, length 2, response length 0: as Supplement 99 printed it
        String accept = hexOfAcceptWith("58000002" + "0000");
        try (ScriptedAcceptor peer = acceptingBytes(accept, Scripts::untilClosed);
                ClientAssociation association =
                        connect(options(peer).identity(alice(true)).strict(strict))) {
            assertThat(association.identityConfirmed()).isEqualTo(confirmed);
        }
    }

    @Test
    void case61_givenA59HThatWasNotAskedFor_thenItIsIgnored() throws Exception {
        try (ScriptedAcceptor peer = accepting(response(1), Scripts::untilClosed);
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
}
