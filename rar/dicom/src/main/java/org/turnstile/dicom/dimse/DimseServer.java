/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.dicom.dimse;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.turnstile.api.Association;
import org.turnstile.dicom.association.AcceptorSettings;
import org.turnstile.dicom.association.AssociationGate;
import org.turnstile.dicom.association.AssociationHandler;
import org.turnstile.dicom.association.AssociationLimits;
import org.turnstile.dicom.association.AssociationObserver;
import org.turnstile.dicom.association.AssociationUser;
import org.turnstile.dicom.association.negotiation.Negotiated;
import org.turnstile.dicom.pdu.codec.PduDecoder;

/** A port on which associations are accepted and their requests served. */
public final class DimseServer {

    private static final int ID_PREFIX_BOUND = 36 * 36 * 36 * 36;

    private final ServerOptions options;
    private final DimseService service;
    private final AssociationObserver observer;
    private final Connections connections;
    private final AcceptorSettings settings;
    private Channel serverChannel;

    private DimseServer(
            ServerOptions options,
            AssociationGate gate,
            DimseService service,
            AssociationObserver observer) {
        this.options = options;
        this.service = service;
        this.observer = observer;
        this.connections = new Connections(options.maxConnections());
        this.settings =
                new AcceptorSettings(
                        options.artim(),
                        options.line(),
                        options.limits().dataLength(),
                        ids(),
                        gate,
                        observer,
                        this::accepted);
    }

    /**
     * Opens a port. Waits until it is open, so it is not to be called on an event loop.
     *
     * @param group event loops of the server and its connections; stays the caller's, who ends it
     *     after {@link #close}
     * @param address address and port; port 0 lets the system choose
     * @param options limits and times
     * @param gate decides who may associate
     * @param service serves the requests
     * @param observer is told what happens
     * @throws IOException if the port cannot be opened; names it
     */
    public static DimseServer bind(
            EventLoopGroup group,
            InetSocketAddress address,
            ServerOptions options,
            AssociationGate gate,
            DimseService service,
            AssociationObserver observer)
            throws IOException {
        DimseServer server = new DimseServer(options, gate, service, observer);
        ChannelFuture bound =
                new ServerBootstrap()
                        .group(group)
                        .channel(NioServerSocketChannel.class)
                        .option(ChannelOption.SO_BACKLOG, options.backlog())
                        .option(ChannelOption.SO_REUSEADDR, true)
                        .childOption(ChannelOption.TCP_NODELAY, true)
                        .childHandler(server.initializer())
                        .bind(address)
                        .awaitUninterruptibly();
        if (!bound.isSuccess()) {
            throw new IOException(
                    "cannot listen on " + address + ": " + bound.cause().getMessage(),
                    bound.cause());
        }
        server.serverChannel = bound.channel();
        return server;
    }

    /** Address and port that it listens on. */
    public InetSocketAddress localAddress() {
        return (InetSocketAddress) serverChannel.localAddress();
    }

    /** The associations that are established now. */
    public List<Association> associations() {
        return connections.associations();
    }

    /** Number of connections, associated or not. */
    public int connectionCount() {
        return connections.count();
    }

    /**
     * Aborts an association by its id.
     *
     * @return whether it was there
     */
    public boolean abort(String id) {
        return connections.abort(id);
    }

    /**
     * Stops: closes the port, lets requests that run be answered for so long, aborts the rest.
     *
     * @return completes when every connection is closed
     */
    public CompletionStage<Void> close(Duration grace) {
        serverChannel.close();
        return connections.close(grace, serverChannel);
    }

    private ChannelInitializer<Channel> initializer() {
        return new ChannelInitializer<>() {
            @Override
            protected void initChannel(Channel channel) {
                connect(channel);
            }
        };
    }

    private void connect(Channel channel) {
        AssociationHandler handler = AssociationHandler.acceptor(settings);
        if (!connections.add(channel, handler)) {
            // lack of resources is a reason to disconnect without a word (PS3.8 §9.1.4)
            observer.refused((InetSocketAddress) channel.remoteAddress());
            channel.config().setOption(ChannelOption.SO_LINGER, 0);
            channel.close();
            return;
        }
        options.lineHandlers().addTo(channel.pipeline());
        channel.pipeline().addLast(handler.clock(), new PduDecoder(options.limits()), handler);
    }

    private AssociationUser accepted(
            AssociationHandler handler,
            Association association,
            Negotiated negotiated,
            AssociationLimits limits) {
        connections.established(association, handler);
        return new DimseAcceptor(
                handler,
                association,
                negotiated,
                limits,
                service,
                observer,
                () -> connections.ended(association));
    }

    /** Unique in the process as far as four random characters tell two servers apart. */
    private static Supplier<String> ids() {
        String prefix = Integer.toString(ThreadLocalRandom.current().nextInt(ID_PREFIX_BOUND), 36);
        AtomicLong count = new AtomicLong();
        return () -> prefix + "-" + Long.toString(count.incrementAndGet(), 36);
    }
}
