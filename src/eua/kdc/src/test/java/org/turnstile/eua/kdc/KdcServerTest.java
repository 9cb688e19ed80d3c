/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.eua.kdc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.time.Duration;
import org.apache.kerby.kerberos.kerb.KrbCodec;
import org.apache.kerby.kerberos.kerb.KrbErrorCode;
import org.apache.kerby.kerberos.kerb.type.base.KrbError;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the line may bring, and what it may not take. */
class KdcServerTest {
    private static final Duration IDLE = Duration.ofSeconds(1);

    private Kdc kdc;
    private RawClient client;

    @BeforeEach
    void atMostTwoConnectionsAndOneSecondOfSilence() throws Exception {
        kdc = Kdc.start(KdcOptions.builder().connections(2, IDLE).maxMessage(4096).build());
        client = new RawClient(kdc.port());
    }

    @AfterEach
    void stop() {
        kdc.close();
    }

    private static byte[] request() throws Exception {
        return KrbCodec.encode(AsRequests.bare("nobody"));
    }

    private static int firstByteOf(Socket socket) throws IOException {
        return socket.getInputStream().read();
    }

    @Test
    void oneConnectionTakesSeveralRequests() throws Exception {
        try (Socket socket = client.connect()) {
            for (int i = 0; i < 3; i++) {
                assertThat(Errors.of(RawClient.exchange(socket, request())))
                        .isEqualTo(KrbErrorCode.KDC_ERR_C_PRINCIPAL_UNKNOWN);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {4097, Integer.MAX_VALUE, -1})
    void aLengthBeyondTheLimitEndsTheConnection(int length) throws Exception {
        try (Socket socket = client.connect()) {
            socket.getOutputStream().write(ByteBuffer.allocate(4).putInt(length).array());

            assertThat(firstByteOf(socket)).isEqualTo(-1);
        }
    }

    @Test
    void aConnectionThatSaysNothingIsEnded() throws Exception {
        try (Socket socket = client.connect()) {
            long before = System.nanoTime();

            assertThat(firstByteOf(socket)).isEqualTo(-1);
            assertThat(Duration.ofNanos(System.nanoTime() - before))
                    .isGreaterThan(IDLE.dividedBy(2));
        }
    }

    @Test
    void oneConnectionTooManyIsEndedAtOnceAndTheOthersGoOn() throws Exception {
        try (Socket first = client.connect();
                Socket second = client.connect()) {
            RawClient.exchange(first, request());
            RawClient.exchange(second, request());
            try (Socket third = client.connect()) {
                assertThat(firstByteOf(third)).isEqualTo(-1);
            }
            assertThat(RawClient.exchange(first, request())).isNotEmpty();
        }
    }

    @Test
    void whatIsNoKerberosIsAnsweredWithAnErrorOfTheRealm() throws Exception {
        byte[][] messages = {
            {}, // nothing
            {0x30, 0x00}, // SEQUENCE {}, no KDC-REQ
            {0x6A, 0x7F, 0x00}, // [APPLICATION 10] with more length than there is
            {0x6A, (byte) 0x80, 0x00, 0x00}, // of indefinite length
            {0x6A, 0x02, 0x30, 0x00}, // an AS-REQ of nothing
            {0x6C, 0x02, 0x30, 0x00}, // a TGS-REQ of nothing
            {0x6E, 0x02, 0x30, 0x00}, // an AP-REQ
            {0x7E, 0x02, 0x30, 0x00}, // a KRB-ERROR
        };
        for (byte[] message : messages) {
            KrbError error = KrbCodec.decode(client.byTcp(message), KrbError.class);
            assertThat(error.getRealm()).isEqualTo("TURNSTILE.TEST");
            assertThat(error.getErrorCode())
                    .isIn(KrbErrorCode.KRB_ERR_GENERIC, KrbErrorCode.KRB_AP_ERR_MSG_TYPE);
            assertThat(error.getEtext()).isEqualTo(error.getErrorCode().getMessage());
        }
    }

    @Test
    void aDatagramThatIsNoKerberosIsAnsweredToo() throws Exception {
        assertThat(Errors.of(client.byUdp(new byte[] {1, 2, 3})))
                .isEqualTo(KrbErrorCode.KRB_ERR_GENERIC);
    }

    @Test
    void aPortThatIsTakenIsNamed() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, KdcOptions.defaults().address())) {
            KdcOptions options = KdcOptions.builder().port(taken.getLocalPort()).build();
            assertThatThrownBy(() -> Kdc.start(options))
                    .isInstanceOf(KdcException.class)
                    .hasMessageContaining(":" + taken.getLocalPort() + " (TCP)");
        }
    }
}
