/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.dicom.association;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;

/** Notes when bytes came in, before they are PDUs: a slow PDU is not silence. */
final class WireClock extends ChannelInboundHandlerAdapter {

    private long lastRead;

    /** Reading of the event loop's ticker when bytes last came, or the clock began. */
    long lastRead() {
        return lastRead;
    }

    @Override
    public void handlerAdded(ChannelHandlerContext ctx) {
        lastRead = ctx.executor().ticker().nanoTime();
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object message) {
        lastRead = ctx.executor().ticker().nanoTime();
        ctx.fireChannelRead(message);
    }
}
