/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.jaas.ldap;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import javax.net.ssl.SSLSocketFactory;

/**
 * Sockets whose TLS handshake does not wait for ever: the LDAP SDK bounds connecting and answers,
 * but not what lies between.
 */
final class BoundedSockets extends SSLSocketFactory {

    private final SSLSocketFactory sockets;
    private final int millis;

    /**
     * Bounds the sockets of another factory.
     *
     * @param sockets the other
     * @param millis most time to wait for the peer's next bytes
     */
    BoundedSockets(SSLSocketFactory sockets, int millis) {
        this.sockets = sockets;
        this.millis = millis;
    }

    private Socket bounded(Socket socket) throws IOException {
        socket.setSoTimeout(millis);
        return socket;
    }

    @Override
    public String[] getDefaultCipherSuites() {
        return sockets.getDefaultCipherSuites();
    }

    @Override
    public String[] getSupportedCipherSuites() {
        return sockets.getSupportedCipherSuites();
    }

    @Override
    public Socket createSocket() throws IOException {
        return bounded(sockets.createSocket());
    }

    @Override
    public Socket createSocket(Socket plain, String host, int port, boolean autoClose)
            throws IOException {
        return bounded(sockets.createSocket(plain, host, port, autoClose));
    }

    @Override
    public Socket createSocket(String host, int port) throws IOException {
        return bounded(sockets.createSocket(host, port));
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress local, int localPort)
            throws IOException {
        return bounded(sockets.createSocket(host, port, local, localPort));
    }

    @Override
    public Socket createSocket(InetAddress host, int port) throws IOException {
        return bounded(sockets.createSocket(host, port));
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort)
            throws IOException {
        return bounded(sockets.createSocket(host, port, local, localPort));
    }
}
