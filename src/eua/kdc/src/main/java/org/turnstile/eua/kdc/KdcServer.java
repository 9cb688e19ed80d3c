/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.eua.kdc;

import io.netty.bootstrap.Bootstrap;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.FixedRecvByteBufAllocator;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioDatagramChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Listens on one port, by TCP and UDP (RFC 4120 §7.2). */
final class KdcServer implements AutoCloseable {
    private static final int THREADS = 2;
    private static final int ATTEMPTS = 10;
    private static final long QUIET_MILLIS = 0;
    private static final long CLOSE_MILLIS = 5000;

    private final EventLoopGroup loops =
            new MultiThreadIoEventLoopGroup(THREADS, NioIoHandler.newFactory());
    private final List<Channel> channels = new ArrayList<>();
    private final KdcOptions options;

    private KdcServer(KdcOptions options) {
        this.options = options;
    }

    static KdcServer start(KdcOptions options, Exchanges exchanges) throws KdcException {
        KdcServer server = new KdcServer(options);
        try {
            server.bind(exchanges);
            return server;
        } catch (KdcException | RuntimeException e) {
            server.close();
            throw e;
        }
    }

    private void bind(Exchanges exchanges) throws KdcException {
        TcpInitializer tcp = new TcpInitializer(options, exchanges);
        // of a free TCP port the UDP port of the same number may be taken
        int attempts = options.port() == 0 ? ATTEMPTS : 1;
        for (int attempt = 1; channels.isEmpty(); attempt++) {
            Channel stream = opened(listen(tcp), "TCP");
            ChannelFuture datagrams = receive(exchanges, port(stream));
            if (datagrams.isSuccess()) {
                channels.add(stream);
                channels.add(datagrams.channel());
            } else {
                stream.close().syncUninterruptibly();
                if (attempt == attempts) {
                    opened(datagrams, "UDP");
                }
            }
        }
    }

    private ChannelFuture listen(TcpInitializer initializer) {
        return new ServerBootstrap()
                .group(loops)
                .channel(NioServerSocketChannel.class)
                .option(ChannelOption.SO_REUSEADDR, true)
                .childHandler(initializer)
                .bind(options.address(), options.port())
                .awaitUninterruptibly();
    }

    private ChannelFuture receive(Exchanges exchanges, int port) {
        return new Bootstrap()
                .group(loops)
                .channel(NioDatagramChannel.class)
                .option(
                        ChannelOption.RECVBUF_ALLOCATOR,
                        new FixedRecvByteBufAllocator(options.maxMessage()))
                .handler(new UdpHandler(exchanges))
                .bind(options.address(), port)
                .awaitUninterruptibly();
    }

    private Channel opened(ChannelFuture bound, String protocol) throws KdcException {
        if (!bound.isSuccess()) {
            throw new KdcException(
                    "cannot listen on "
                            + options.address().getHostAddress()
                            + ":"
                            + options.port()
                            + " ("
                            + protocol
                            + ")",
                    bound.cause());
        }
        return bound.channel();
    }

    int port() {
        return port(channels.get(0));
    }

    private static int port(Channel channel) {
        return ((InetSocketAddress) channel.localAddress()).getPort();
    }

    @Override
    public void close() {
        channels.forEach(channel -> channel.close().syncUninterruptibly());
        loops.shutdownGracefully(QUIET_MILLIS, CLOSE_MILLIS, TimeUnit.MILLISECONDS)
                .syncUninterruptibly();
    }
}
