/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.eua.kdc;

import io.netty.channel.ChannelInitializer;
import io.netty.channel.socket.SocketChannel;
import io.netty.handler.codec.LengthFieldBasedFrameDecoder;
import io.netty.handler.codec.LengthFieldPrepender;
import io.netty.handler.timeout.ReadTimeoutHandler;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Prepares a TCP connection: messages with a length of four bytes before them (RFC 4120 §7.2.2).
 * One connection too many is closed at once, as is one that says nothing, or announces too much:
 * the length allocates nothing.
 */
final class TcpInitializer extends ChannelInitializer<SocketChannel> {
    private static final int LENGTH = 4;

    private final KdcOptions options;
    private final Exchanges exchanges;
    private final Semaphore free;

    TcpInitializer(KdcOptions options, Exchanges exchanges) {
        this.options = options;
        this.exchanges = exchanges;
        this.free = new Semaphore(options.maxConnections());
    }

    @Override
    protected void initChannel(SocketChannel channel) {
        if (!free.tryAcquire()) {
            channel.close();
            return;
        }
        channel.closeFuture().addListener(closed -> free.release());
        channel.pipeline()
                .addLast(
                        new ReadTimeoutHandler(
                                options.idleTimeout().toMillis(), TimeUnit.MILLISECONDS))
                .addLast(
                        new LengthFieldBasedFrameDecoder(
                                options.maxMessage() + LENGTH, 0, LENGTH, 0, LENGTH))
                .addLast(new LengthFieldPrepender(LENGTH))
                .addLast(new TcpHandler(exchanges));
    }
}
