/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.testkit.dicom;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PushbackInputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Arrays;

/**
 * One end of a TCP connection that sends what it is told to and says what came. It blocks, but
 * never longer than its patience: then it fails with an {@link AssertionError}.
 */
public final class ScriptedPeer implements AutoCloseable {

    /** How long a peer waits for bytes: 5 s. */
    public static final Duration DEFAULT_PATIENCE = Duration.ofSeconds(5);

    private static final int HEADER = 6;
    private static final int MOST_BYTES = 16 * 1024 * 1024;

    private final Socket socket;
    private final PushbackInputStream in;
    private final OutputStream out;
    private final Duration patience;

    ScriptedPeer(Socket socket, Duration patience) throws IOException {
        this.socket = socket;
        this.patience = patience;
        socket.setTcpNoDelay(true);
        InputStream bytes = socket.getInputStream();
        in = new PushbackInputStream(bytes);
        out = socket.getOutputStream();
    }

    /** Connects to a port of this host. */
    public static ScriptedPeer connect(int port) {
        return connect(port, DEFAULT_PATIENCE);
    }

    /** Connects to a port of this host; waits at most for so long, here and whenever it reads. */
    public static ScriptedPeer connect(int port, Duration patience) {
        return connect(port, patience, InetAddress.getLoopbackAddress());
    }

    /** The same from an address of this host. */
    public static ScriptedPeer connect(int port, Duration patience, InetAddress from) {
        try {
            Socket socket = new Socket();
            socket.bind(new InetSocketAddress(from, 0));
            InetSocketAddress address =
                    new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
            socket.connect(address, (int) patience.toMillis());
            return new ScriptedPeer(socket, patience);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Sends bytes given in hexadecimal. */
    public ScriptedPeer send(String hex) {
        return send(Hex.bytes(hex));
    }

    /** Sends bytes. */
    public ScriptedPeer send(byte[] bytes) {
        try {
            out.write(bytes);
            out.flush();
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Sends a request. */
    public ScriptedPeer sendAssociateRq(AssociateRqBytes rq) {
        return send(rq.toBytes());
    }

    /**
     * Sends byte by byte and stops when the other end answers or hangs up.
     *
     * @param gap time between two bytes, at least 1 ms
     * @return how many bytes were sent
     */
    public int dribble(byte[] bytes, Duration gap) {
        for (int sent = 0; sent < bytes.length; sent++) {
            try {
                out.write(bytes[sent]);
                if (answered(gap)) {
                    return sent + 1;
                }
            } catch (IOException e) {
                return sent;
            }
        }
        return bytes.length;
    }

    private boolean answered(Duration within) throws IOException {
        socket.setSoTimeout((int) within.toMillis());
        try {
            int b = in.read();
            if (b >= 0) {
                in.unread(b);
            }
            return true;
        } catch (SocketTimeoutException e) {
            return false;
        }
    }

    /** Expects exactly these bytes, in hexadecimal, next. */
    public ScriptedPeer expect(String hex) {
        return expect(Hex.bytes(hex));
    }

    /** Expects exactly these bytes next. */
    public ScriptedPeer expect(byte[] bytes) {
        byte[] came = read(bytes.length);
        if (!Arrays.equals(came, bytes)) {
            throw new AssertionError("expected " + Hex.of(bytes) + " but got " + Hex.of(came));
        }
        return this;
    }

    /** Reads the next PDU, of at most 16 MiB. */
    public RawPdu readPdu() {
        byte[] header = read(HEADER);
        if (header.length < HEADER) {
            throw new AssertionError("closed in the header of a PDU: " + Hex.of(header));
        }
        int length = ByteBuffer.wrap(header, 2, 4).getInt();
        if (length < 0 || length > MOST_BYTES) {
            throw new AssertionError("a PDU claims " + Integer.toUnsignedString(length) + " bytes");
        }
        byte[] body = read(length);
        if (body.length < length) {
            throw new AssertionError("closed after " + body.length + " of " + length + " bytes");
        }
        return new RawPdu(new ByteWriter().bytes(header).bytes(body).toBytes());
    }

    /** Reads the next PDU, which must be an A-ASSOCIATE-AC, and checks it. */
    public AcceptBytes expectAccept() {
        return AcceptBytes.of(readPdu());
    }

    /** Reads the next PDU, which must be a P-DATA-TF with one whole command set. */
    public ResponseBytes expectResponse() {
        return ResponseBytes.of(readPdu());
    }

    /** Expects that the other end hangs up, orderly or not, and sends nothing before. */
    public void expectClosed(Duration within) {
        try {
            socket.setSoTimeout((int) within.toMillis());
            int b = in.read();
            if (b >= 0) {
                byte[] more = in.readNBytes(in.available());
                throw new AssertionError(
                        String.format("not closed, but %02X %s came", b, Hex.of(more)));
            }
        } catch (SocketTimeoutException e) {
            throw new AssertionError("not closed within " + within, e);
        } catch (IOException reset) {
            // a reset is an end too
            return;
        }
    }

    /** Says that no more bytes come (FIN); reading goes on. */
    public void finishSending() {
        try {
            socket.shutdownOutput();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Ends the connection by a reset (RST), as a peer that crashed. */
    public void reset() {
        try {
            socket.setSoLinger(true, 0);
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads so many bytes, or fewer if the other end hangs up. */
    private byte[] read(int length) {
        try {
            socket.setSoTimeout((int) patience.toMillis());
            return in.readNBytes(length);
        } catch (SocketTimeoutException e) {
            throw new AssertionError("no " + length + " bytes came within " + patience, e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
