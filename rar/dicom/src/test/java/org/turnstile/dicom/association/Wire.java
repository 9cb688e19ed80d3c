/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.dicom.association;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.netty.buffer.UnpooledByteBufAllocator;
import io.netty.channel.embedded.EmbeddedChannel;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.concurrent.TimeUnit;
import org.turnstile.dicom.association.state.State;
import org.turnstile.dicom.pdu.Pdu;
import org.turnstile.dicom.pdu.codec.PduDecoder;
import org.turnstile.dicom.pdu.codec.PduEncoder;
import org.turnstile.dicom.pdu.codec.PduLimits;

/**
 * One side of a connection in memory: bytes in, bytes out, and a clock that stands still until it
 * is advanced.
 */
final class Wire extends EmbeddedChannel {

    static final InetSocketAddress PEER =
            new InetSocketAddress(InetAddress.getLoopbackAddress(), 40000);
    private static final InetSocketAddress LOCAL =
            new InetSocketAddress(InetAddress.getLoopbackAddress(), 11112);

    private final AssociationHandler handler;

    private Wire(AssociationHandler handler) {
        super(handler.clock(), new PduDecoder(PduLimits.DEFAULT), handler);
        this.handler = handler;
    }

    /** A connection that has just opened, its clock stopped. */
    static Wire of(AssociationHandler handler) {
        Wire wire = new Wire(handler);
        wire.freezeTime();
        return wire;
    }

    AssociationHandler handler() {
        return handler;
    }

    State state() {
        return handler.machine().state();
    }

    /** PS3.8 Table 9-10 as a whole says it: ARTIM runs in Sta2 and Sta13 and nowhere else. */
    boolean artimIsRight() {
        return handler.machine().artim().runs() == state().artim();
    }

    void receive(Pdu pdu) {
        receive(bytes(pdu));
    }

    void receive(String hex) {
        receive(ByteBufUtil.decodeHexDump(hex.replace(" ", "")));
    }

    void receive(byte[] bytes) {
        if (isOpen()) {
            writeInbound(Unpooled.wrappedBuffer(bytes));
        }
    }

    /** What has been sent since the last look, in hex; empty for nothing. */
    String sent() {
        return ByteBufUtil.hexDump(sentBytes());
    }

    byte[] sentBytes() {
        ByteBuf all = Unpooled.buffer();
        for (ByteBuf part = readOutbound(); part != null; part = readOutbound()) {
            all.writeBytes(part);
            part.release();
        }
        return ByteBufUtil.getBytes(all);
    }

    void pass(long seconds) {
        advanceTimeBy(seconds, TimeUnit.SECONDS);
        runScheduledPendingTasks();
        runPendingTasks();
    }

    /** The peer closes, or the connection breaks. */
    void lose() {
        close();
        runPendingTasks();
    }

    static byte[] bytes(Pdu pdu) {
        ByteBuf encoded = PduEncoder.encode(pdu, UnpooledByteBufAllocator.DEFAULT);
        try {
            return ByteBufUtil.getBytes(encoded);
        } finally {
            encoded.release();
        }
    }

    @Override
    protected SocketAddress localAddress0() {
        return LOCAL;
    }

    @Override
    protected SocketAddress remoteAddress0() {
        return PEER;
    }
}
