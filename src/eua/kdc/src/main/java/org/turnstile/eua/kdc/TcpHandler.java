/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.eua.kdc;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.InetSocketAddress;
import org.apache.kerby.kerberos.kerb.KrbException;

/** Answers the messages of one TCP connection. */
final class TcpHandler extends SimpleChannelInboundHandler<ByteBuf> {
    private static final Logger LOG = System.getLogger(TcpHandler.class.getName());

    private final Exchanges exchanges;

    TcpHandler(Exchanges exchanges) {
        this.exchanges = exchanges;
    }

    @Override
    protected void channelRead0(ChannelHandlerContext ctx, ByteBuf message) throws KrbException {
        InetSocketAddress peer = (InetSocketAddress) ctx.channel().remoteAddress();
        byte[] reply = exchanges.answer(ByteBufUtil.getBytes(message), peer.getAddress());
        ctx.writeAndFlush(Unpooled.wrappedBuffer(reply));
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
        LOG.log(Level.DEBUG, "connection closed", cause);
        ctx.close();
    }
}
