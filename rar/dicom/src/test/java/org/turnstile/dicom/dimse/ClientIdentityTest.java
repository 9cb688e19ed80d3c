/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.dicom.dimse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
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
import org.turnstile.dicom.pdu.UserIdentityRq;
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
