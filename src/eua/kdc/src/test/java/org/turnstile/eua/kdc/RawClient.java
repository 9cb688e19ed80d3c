/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.eua.kdc;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.util.Arrays;
import org.apache.kerby.kerberos.kerb.KrbCodec;
import org.apache.kerby.kerberos.kerb.KrbException;
import org.apache.kerby.kerberos.kerb.type.base.KrbError;
import org.apache.kerby.kerberos.kerb.type.base.KrbMessage;
import org.apache.kerby.kerberos.kerb.type.kdc.KdcRep;

/** Sends what it is told to, and nothing by itself. */
final class RawClient {
    private static final int TIMEOUT_MILLIS = 10_000;
    private static final int DATAGRAM = 65_536;

    private final InetSocketAddress kdc;

    RawClient(int port) {
        kdc = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    }

    Socket connect() throws IOException {
        Socket socket = new Socket();
        socket.setSoTimeout(TIMEOUT_MILLIS);
        socket.connect(kdc, TIMEOUT_MILLIS);
        return socket;
    }

    byte[] byTcp(byte[] message) throws IOException {
        try (Socket socket = connect()) {
            return exchange(socket, message);
        }
    }

    static byte[] exchange(Socket socket, byte[] message) throws IOException {
        DataOutputStream out = new DataOutputStream(socket.getOutputStream());
        // one write: the length, then the message
        out.write(
                ByteBuffer.allocate(4 + message.length)
                        .putInt(message.length)
                        .put(message)
                        .array());
        DataInputStream in = new DataInputStream(socket.getInputStream());
        return in.readNBytes(in.readInt());
    }

    byte[] byUdp(byte[] message) throws IOException {
        try (DatagramSocket socket = new DatagramSocket()) {
            socket.setSoTimeout(TIMEOUT_MILLIS);
            socket.send(new DatagramPacket(message, message.length, kdc));
            DatagramPacket reply = new DatagramPacket(new byte[DATAGRAM], DATAGRAM);
            socket.receive(reply);
            return Arrays.copyOf(reply.getData(), reply.getLength());
        }
    }

    /** What a request is answered with. */
    KrbMessage ask(KrbMessage request) throws IOException, KrbException {
        return KrbCodec.decodeMessage(ByteBuffer.wrap(byTcp(KrbCodec.encode(request))));
    }

    /** The KRB-ERROR that a request is answered with. */
    KrbError refused(KrbMessage request) throws IOException, KrbException {
        KrbMessage reply = ask(request);
        if (reply instanceof KrbError error) {
            return error;
        }
        throw new AssertionError("not refused: " + reply.getMsgType());
    }

    /** The ticket that a request is answered with. */
    KdcRep issued(KrbMessage request) throws IOException, KrbException {
        KrbMessage reply = ask(request);
        if (reply instanceof KdcRep issued) {
            return issued;
        }
        throw new AssertionError("refused: " + ((KrbError) reply).getErrorCode());
    }
}
