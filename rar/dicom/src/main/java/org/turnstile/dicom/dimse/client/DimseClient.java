/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.dicom.dimse.client;

import io.netty.bootstrap.Bootstrap;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.UnpooledByteBufAllocator;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.socket.nio.NioSocketChannel;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.turnstile.dicom.association.AssociationHandler;
import org.turnstile.dicom.pdu.AAssociateRq;
import org.turnstile.dicom.pdu.UserIdentityRq;
import org.turnstile.dicom.pdu.codec.PduDecoder;
import org.turnstile.dicom.pdu.codec.PduEncoder;

/** Requests associations. */
public final class DimseClient {

    private final EventLoopGroup group;

    /**
     * Makes a client.
     *
     * @param group event loops of its connections; stays the caller's
     */
    public DimseClient(EventLoopGroup group) {
        this.group = group;
    }

    /**
     * Requests an association and waits for the answer; not to be called on an event loop.
     *
     * @throws org.turnstile.dicom.pdu.codec.PduTooLongException if the identity does not fit into
     *     its length fields; nothing has been connected
     * @throws AssociationRejectedException if the peer rejects
     * @throws AssociationAbortedException if the peer aborts or the connection breaks
     * @throws IdentityNotConfirmedException if the response is required and not there, or is
     *     refused by the check; the association has been aborted
     * @throws DimseTimeoutException if the answer does not come in time
     * @throws IOException if the connection cannot be opened
     */
    public ClientAssociation connect(ConnectOptions options) throws IOException {
        AAssociateRq rq = options.rq();
        DimseRequestor requestor = new DimseRequestor();
        AssociationHandler handler;
        try {
            // not pooled: this buffer holds secrets and is cleared before it is freed
            ByteBuf encoded = PduEncoder.encode(rq, UnpooledByteBufAllocator.DEFAULT);
            handler = AssociationHandler.requestor(options.artim(), rq, encoded, requestor);
        } finally {
            options.identity().ifPresent(UserIdentityRq::wipe);
        }
        Channel channel = open(options, handler);
        ClientAssociation association =
                ClientAssociation.await(channel, handler, requestor, options);
        boolean confirmed = false;
        try {
            confirm(association, options);
            confirmed = true;
            return association;
        } finally {
            if (!confirmed) {
                association.abort();
            }
        }
    }

    private static void confirm(ClientAssociation association, ConnectOptions options)
            throws IdentityNotConfirmedException {
        Optional<byte[]> response = association.serverResponse();
        if (response.isEmpty() && options.responseRequired()) {
            throw new IdentityNotConfirmedException();
        }
        if (response.isPresent() && options.responseCheck().isPresent()) {
            options.responseCheck().get().check(response.get());
        }
    }

    private Channel open(ConnectOptions options, AssociationHandler handler) throws IOException {
        Duration time = options.connectTimeout();
        int millis = (int) Math.min(Integer.MAX_VALUE, Math.max(1, time.toMillis()));
        ChannelFuture opened =
                new Bootstrap()
                        .group(group)
                        .channel(NioSocketChannel.class)
                        .option(ChannelOption.TCP_NODELAY, true)
                        .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, millis)
                        .handler(initializer(options, handler))
                        .connect(options.host(), options.port())
                        .awaitUninterruptibly();
        if (!opened.isSuccess()) {
            throw new IOException(
                    "cannot connect to "
                            + options.host()
                            + ":"
                            + options.port()
                            + ": "
                            + opened.cause().getMessage(),
                    opened.cause());
        }
        return opened.channel();
    }

    private static ChannelInitializer<Channel> initializer(
            ConnectOptions options, AssociationHandler handler) {
        return new ChannelInitializer<>() {
            @Override
            protected void initChannel(Channel channel) {
                options.lineHandlers().addTo(channel.pipeline());
                channel.pipeline()
                        .addLast(
                                handler.clock(),
                                new PduDecoder(options.pduLimits(), !options.strict()),
                                handler);
            }
        };
    }
}
