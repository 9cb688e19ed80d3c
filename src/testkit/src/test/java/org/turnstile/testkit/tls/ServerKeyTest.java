/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.testkit.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class ServerKeyTest {

    private final ExecutorService server = Executors.newSingleThreadExecutor();

    @AfterEach
    void end() {
        server.shutdownNow();
    }

    @Test
    void aClientThatTrustsItSpeaksWithThisHost() throws Exception {
        assertThat(connect(ServerKey.ofThisHost())).isEqualTo(7);
    }

    @Test
    void aKeyOfAnotherHostIsNotTakenForThisOne() throws Exception {
        ServerKey other = ServerKey.ofAnotherHost();

        assertThatThrownBy(() -> connect(other)).isInstanceOf(SSLException.class);
    }

    private int connect(ServerKey key) throws Exception {
        InetAddress host = InetAddress.getLoopbackAddress();
        try (SSLServerSocket listening =
                        (SSLServerSocket)
                                key.context()
                                        .getServerSocketFactory()
                                        .createServerSocket(0, 1, host);
                SSLSocket client =
                        (SSLSocket)
                                trusting(key)
                                        .getSocketFactory()
                                        .createSocket("127.0.0.1", listening.getLocalPort())) {
            SSLParameters parameters = client.getSSLParameters();
            parameters.setEndpointIdentificationAlgorithm("LDAPS");
            client.setSSLParameters(parameters);
            Future<?> answered = server.submit(() -> answer(listening));
            int got = client.getInputStream().read();
            answered.get();
            return got;
        }
    }

    private static Void answer(SSLServerSocket listening) throws IOException {
        try (SSLSocket socket = (SSLSocket) listening.accept()) {
            socket.getOutputStream().write(7);
        }
        return null;
    }

    private static SSLContext trusting(ServerKey key) throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        byte[] pem = key.pem().getBytes(StandardCharsets.US_ASCII);
        store.setCertificateEntry(
                "server",
                CertificateFactory.getInstance("X.509")
                        .generateCertificate(new ByteArrayInputStream(pem)));
        TrustManagerFactory trust =
                TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(store);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return context;
    }
}
