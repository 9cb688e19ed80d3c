/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.dicom.association;

import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOption;
import io.netty.channel.ChannelPromise;
import io.netty.util.ReferenceCountUtil;
import org.turnstile.dicom.pdu.Pdu;
import org.turnstile.dicom.pdu.codec.PduEncoder;

/**
 * The sending side of one connection, and the say over its reading. What is sent while bytes are
 * being read is flushed once, at the end of the read.
 */
final class Connection {

    private final ChannelHandlerContext ctx;
    private boolean inRead;
    private boolean flushDue;
    private Reading reading = Reading.WHILE_PEER_TAKES;

    Connection(ChannelHandlerContext ctx) {
        this.ctx = ctx;
    }

    Channel channel() {
        return ctx.channel();
    }

    /** A PDU begins to be handled. */
    void readBegins() {
        inRead = true;
    }

    /** No more is to be read for now. */
    void readEnds() {
        inRead = false;
        if (flushDue) {
            flush();
        }
    }

    void send(Pdu pdu) {
        write(PduEncoder.encode(pdu, ctx.alloc()));
    }

    ChannelFuture write(ByteBuf bytes) {
        ChannelPromise written = ctx.newPromise();
        ctx.write(bytes, written);
        if (inRead) {
            flushDue = true;
        } else {
            ctx.flush();
        }
        return written;
    }

    /** Sends bytes that hold secrets, and clears them when they have gone. */
    void writeAndWipe(ByteBuf secret) {
        ByteBuf copy = secret.retain();
        write(secret)
                .addListener(
                        done -> {
                            copy.setZero(0, copy.capacity());
                            ReferenceCountUtil.release(copy);
                        });
    }

    void flush() {
        flushDue = false;
        ctx.flush();
    }

    void close() {
        flush();
        ctx.close();
    }

    /** Closes and lets the kernel drop what it still holds for a peer that takes nothing. */
    void cut() {
        ctx.channel().config().setOption(ChannelOption.SO_LINGER, 0);
        ctx.close();
    }

    /** Answers whether reading is paused now. */
    boolean reading(Reading wanted) {
        reading = wanted;
        return updateReading();
    }

    /** To be called when the peer begins or ceases to take what we send. */
    boolean updateReading() {
        boolean paused =
                reading == Reading.PAUSED
                        || (reading == Reading.WHILE_PEER_TAKES && !ctx.channel().isWritable());
        ctx.channel().config().setAutoRead(!paused);
        return paused;
    }

    /** Reads on whatever holds it up: the end is near and has to be seen. */
    void readToTheEnd() {
        reading = Reading.ON;
        ctx.channel().config().setAutoRead(true);
    }
}
