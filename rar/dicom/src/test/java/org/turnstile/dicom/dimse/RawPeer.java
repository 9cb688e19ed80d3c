/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.dicom.dimse;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.netty.buffer.UnpooledByteBufAllocator;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.turnstile.api.UID;
import org.turnstile.dicom.association.PDataFrames;
import org.turnstile.dicom.dimse.command.CommandSet;
import org.turnstile.dicom.dimse.command.CommandSetReader;
import org.turnstile.dicom.dimse.command.CommandSetWriter;
import org.turnstile.dicom.dimse.command.DimseFault;
import org.turnstile.dicom.pdu.AAssociateRq;
import org.turnstile.dicom.pdu.Pdu;
import org.turnstile.dicom.pdu.PresentationContextRq;
import org.turnstile.dicom.pdu.UserInformation;
import org.turnstile.dicom.pdu.codec.PduEncoder;

/** A peer on a plain socket that sends whatever bytes the test wants. */
final class RawPeer implements AutoCloseable {

    static final int ECHO_CONTEXT = 1;
    static final int CT_CONTEXT = 3;
    static final int FIND_CONTEXT = 5;
    static final byte[] RELEASE_RQ = {5, 0, 0, 0, 0, 4, 0, 0, 0, 0};
    static final byte[] RELEASE_RP = {6, 0, 0, 0, 0, 4, 0, 0, 0, 0};

    private static final int BATCH = 50;
    private static final int PART = 16 * 1024;

    private final Socket socket;
    private final OutputStream out;
    private final DataInputStream in;

    RawPeer(Socket socket) throws IOException {
        this.socket = socket;
        this.out = socket.getOutputStream();
        this.in = new DataInputStream(socket.getInputStream());
        socket.setSoTimeout(20_000);
        socket.setTcpNoDelay(true);
    }

    static RawPeer connect(int port) throws IOException {
        return new RawPeer(new Socket(InetAddress.getLoopbackAddress(), port));
    }

    /** With a receive buffer so small that a sender soon notices when nothing is read. */
    static RawPeer narrow(int port) throws IOException {
        Socket socket = new Socket();
        socket.setReceiveBufferSize(4096);
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        return new RawPeer(socket);
    }

    /** Connected, associated for Verification (1), CT (3) and FIND (5), taking so long PDUs. */
    static RawPeer associated(int port, long maximumLength) throws IOException {
        return connect(port).associate(maximumLength);
    }

    RawPeer associate(long maximumLength) throws IOException {
        send(rq(maximumLength));
        byte[] answer = readPdu();
        if (answer[0] != 2) {
            throw new IOException("no accept: " + ByteBufUtil.hexDump(answer));
        }
        return this;
    }

    static AAssociateRq rq(long maximumLength) {
        return new AAssociateRq(
                1,
                "CALLED",
                "RAW",
                UID.APPLICATION_CONTEXT,
                List.of(
                        context(ECHO_CONTEXT, UID.VERIFICATION),
                        context(CT_CONTEXT, Loopback.CT_IMAGE),
                        context(FIND_CONTEXT, UID.STUDY_ROOT_FIND)),
                UserInformation.of(maximumLength, "1.2.3", "RAW"),
                List.of());
    }

    private static PresentationContextRq context(int id, String sopClass) {
        return new PresentationContextRq(id, sopClass, List.of(UID.IMPLICIT_VR_LITTLE_ENDIAN));
    }

    RawPeer send(byte[] bytes) throws IOException {
        out.write(bytes);
        out.flush();
        return this;
    }

    RawPeer send(Pdu pdu) throws IOException {
        return send(ByteBufUtil.decodeHexDump(hex(pdu)));
    }

    static String hex(Pdu pdu) {
        ByteBuf encoded = PduEncoder.encode(pdu, UnpooledByteBufAllocator.DEFAULT);
        try {
            return ByteBufUtil.hexDump(encoded);
        } finally {
            encoded.release();
        }
    }

    RawPeer command(int contextId, CommandSet command) throws IOException {
        return send(pdu(contextId, true, true, bytes(command)));
    }

    /** The same request so many times, in batches of 50, for another thread. */
    void sendQuietly(int times, CommandSet command) {
        byte[] pdu = pdu(ECHO_CONTEXT, true, true, bytes(command));
        ByteBuf batch = Unpooled.buffer();
        for (int i = 0; i < BATCH; i++) {
            batch.writeBytes(pdu);
        }
        byte[] bytes = ByteBufUtil.getBytes(batch);
        try {
            for (int i = 0; i < times / BATCH; i++) {
                send(bytes);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    RawPeer dataSet(int contextId, boolean last, int length) throws IOException {
        return send(pdu(contextId, false, last, new byte[length]));
    }

    static byte[] pdu(int contextId, boolean command, boolean last, byte[] fragment) {
        ByteBuf pdu = Unpooled.buffer(PDataFrames.HEADER + fragment.length);
        PDataFrames.header(pdu, contextId, command, last, fragment.length);
        return ByteBufUtil.getBytes(pdu.writeBytes(fragment));
    }

    static byte[] bytes(CommandSet command) {
        ByteBuf set = Unpooled.buffer();
        CommandSetWriter.write(command, set);
        return ByteBufUtil.getBytes(set);
    }

    static CommandSet echo(int messageId) {
        return request(CommandSet.C_ECHO_RQ, messageId, UID.VERIFICATION);
    }

    static CommandSet find(int messageId) {
        return request(CommandSet.C_FIND_RQ, messageId, UID.STUDY_ROOT_FIND);
    }

    /** A query with an identifier of so many bytes. */
    RawPeer query(int messageId, int length) throws IOException {
        command(FIND_CONTEXT, find(messageId));
        int left = length;
        for (; left > PART; left -= PART) {
            dataSet(FIND_CONTEXT, false, PART);
        }
        return dataSet(FIND_CONTEXT, true, left);
    }

    RawPeer cancel(int messageId) throws IOException {
        return command(FIND_CONTEXT, CommandSet.cancel(messageId));
    }

    static CommandSet store(int messageId) {
        return request(CommandSet.C_STORE_RQ, messageId, Loopback.CT_IMAGE);
    }

    static CommandSet request(int field, int messageId, String sopClass) {
        boolean store = field == CommandSet.C_STORE_RQ;
        return new CommandSet(
                field,
                messageId,
                Optional.of(sopClass),
                store ? Optional.of("1.2.3.4") : Optional.empty(),
                store || field == CommandSet.C_FIND_RQ,
                OptionalInt.empty(),
                Optional.empty());
    }

    /** The next PDU with its header. */
    byte[] readPdu() throws IOException {
        byte[] header = in.readNBytes(6);
        if (header.length < 6) {
            throw new EOFException("the peer has closed");
        }
        int length = Unpooled.wrappedBuffer(header).getInt(2);
        byte[] pdu = new byte[6 + length];
        System.arraycopy(header, 0, pdu, 0, 6);
        in.readFully(pdu, 6, length);
        return pdu;
    }

    /** The next response, put together of as many PDUs as it came in. */
    CommandSet readResponse() throws IOException {
        ByteBuf set = Unpooled.buffer();
        byte[] pdu;
        do {
            pdu = readPdu();
            if (pdu[0] != 4) {
                throw new IOException("no P-DATA-TF: " + ByteBufUtil.hexDump(pdu));
            }
            set.writeBytes(pdu, PDataFrames.HEADER, pdu.length - PDataFrames.HEADER);
        } while ((pdu[11] & 2) == 0);
        try {
            return CommandSetReader.read(set);
        } catch (DimseFault e) {
            throw new IOException(e);
        }
    }

    /** Whether the peer has closed; waits for it. */
    boolean isClosedByPeer() throws IOException {
        return in.read() < 0;
    }

    Socket socket() {
        return socket;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
