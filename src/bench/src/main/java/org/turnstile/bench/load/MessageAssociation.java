/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.bench.load;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import java.io.IOException;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.time.Duration;
import org.turnstile.dicom.pdu.AAssociateAc;
import org.turnstile.dicom.pdu.PresentationContextAc;
import org.turnstile.dicom.pdu.codec.PduDecoder;
import org.turnstile.dicom.pdu.codec.PduLimits;

/**
 * An association for one SOP class, on which whole messages are sent as bytes that are ready. For
 * one thread.
 */
public final class MessageAssociation implements AutoCloseable {

    /** Most bytes of a P-DATA-TF that are sent to a peer that takes more, or does not say. */
    private static final int MOST = 256 * 1024;

    private static final int ASSOCIATE_AC = 2;

    private final Socket socket;
    private final ResponseReader reader;
    private final Requests requests;
    private int maximumLength;

    private MessageAssociation(Socket socket, Requests requests) {
        this.socket = socket;
        this.requests = requests;
        this.reader = new ResponseReader(socket);
    }

    /**
     * Associates; with {@code TCP_NODELAY}.
     *
     * @param patience longest time to wait for an answer, here and later
     * @throws LoadException if the SCP rejects, aborts, does not take the SOP class in this
     *     transfer syntax or does not answer in time
     */
    public static MessageAssociation open(
            Target target, String sopClass, String transferSyntax, Duration patience)
            throws IOException {
        int millis = (int) Math.min(Integer.MAX_VALUE, Math.max(1, patience.toMillis()));
        Socket socket = new Socket();
        boolean done = false;
        try {
            socket.setTcpNoDelay(true);
            socket.setSoTimeout(millis);
            socket.connect(target.address(), millis);
            MessageAssociation association = new MessageAssociation(socket, new Requests(target));
            association.associate(Requests.associate(target, sopClass, transferSyntax));
            done = true;
            return association;
        } finally {
            if (!done) {
                socket.close();
            }
        }
    }

    private void associate(ByteBuffer request) throws IOException {
        send(bytes(request));
        Answer answer = reader.answer();
        answer.expect(Answer.ASSOCIATE_AC);
        AAssociateAc ac = decode(answer.body());
        if (ac.contexts().stream().noneMatch(PresentationContextAc::accepted)) {
            throw new LoadException("the SOP class is not accepted");
        }
        long theirs = ac.userInformation().maximumLength();
        maximumLength = theirs == 0 ? MOST : (int) Math.min(MOST, theirs);
    }

    private static AAssociateAc decode(ByteBuffer body) throws LoadException {
        EmbeddedChannel channel = new EmbeddedChannel(new PduDecoder(PduLimits.DEFAULT));
        try {
            ByteBuf pdu = Unpooled.buffer();
            pdu.writeByte(ASSOCIATE_AC).writeByte(0).writeInt(body.remaining());
            channel.writeInbound(pdu.writeBytes(body.duplicate()));
            if (channel.readInbound() instanceof AAssociateAc ac) {
                return ac;
            }
            throw new LoadException("an A-ASSOCIATE-AC that cannot be read");
        } finally {
            channel.close();
        }
    }

    /** Most bytes of a P-DATA-TF behind its header: what the peer said, 256 KiB at most. */
    public int maximumLength() {
        return maximumLength;
    }

    /** Sends PDUs that are ready. */
    public void send(byte[] pdus) throws IOException {
        socket.getOutputStream().write(pdus);
    }

    /**
     * Waits for the next response and its data set.
     *
     * @throws LoadException if something else comes, or nothing in time
     */
    public Response receive() throws IOException {
        return reader.next();
    }

    /** Releases the association. */
    public void release() throws IOException {
        send(bytes(requests.release()));
        reader.answer().expect(Answer.RELEASE_RP);
    }

    /** Closes the connection. */
    @Override
    public void close() throws IOException {
        socket.close();
    }

    private static byte[] bytes(ByteBuffer buffer) {
        byte[] bytes = new byte[buffer.remaining()];
        buffer.get(bytes);
        return bytes;
    }
}
