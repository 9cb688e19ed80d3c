/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.eua.kdc;

import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.socket.DatagramPacket;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import org.apache.kerby.kerberos.kerb.KrbException;

/** Answers datagrams, each a message. */
final class UdpHandler extends SimpleChannelInboundHandler<DatagramPacket> {
    private static final Logger LOG = System.getLogger(UdpHandler.class.getName());

    private final Exchanges exchanges;

    UdpHandler(Exchanges exchanges) {
        this.exchanges = exchanges;
    }

    @Override
    protected void channelRead0(ChannelHandlerContext ctx, DatagramPacket packet)
            throws KrbException {
        byte[] reply =
                exchanges.answer(
                        ByteBufUtil.getBytes(packet.content()), packet.sender().getAddress());
        ctx.writeAndFlush(new DatagramPacket(Unpooled.wrappedBuffer(reply), packet.sender()));
    }

    /** One datagram's fault: the others go on. */
    @Override
    public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
        LOG.log(Level.DEBUG, "datagram dropped", cause);
    }
}
