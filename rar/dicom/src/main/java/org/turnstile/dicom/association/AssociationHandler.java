/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.dicom.association;

import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.EventLoop;
import io.netty.handler.codec.DecoderException;
import io.netty.util.ReferenceCountUtil;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Function;
import org.turnstile.api.Closing;
import org.turnstile.dicom.association.state.Event;
import org.turnstile.dicom.association.state.State;
import org.turnstile.dicom.pdu.AAbort;
import org.turnstile.dicom.pdu.AAssociateAc;
import org.turnstile.dicom.pdu.AAssociateRj;
import org.turnstile.dicom.pdu.AAssociateRq;
import org.turnstile.dicom.pdu.AReleaseRp;
import org.turnstile.dicom.pdu.AReleaseRq;
import org.turnstile.dicom.pdu.PDataTf;
import org.turnstile.dicom.pdu.Pdu;
import org.turnstile.dicom.pdu.UserIdentityRq;
import org.turnstile.dicom.pdu.codec.MalformedPdu;

/**
 * One association over one connection (PS3.8 chapter 9): turns what the connection and the
 * service-user do into events of the state table. Stands behind a {@code PduDecoder}; what is sent
 * is encoded here. Every method is to be called on the connection's event loop.
 */
public final class AssociationHandler extends ChannelInboundHandlerAdapter {

    private final Duration artim;
    private final Function<AssociationHandler, Role> roles;
    private final WireClock clock = new WireClock();
    private Connection connection;
    private Role role;
    private UpperLayer machine;

    private AssociationHandler(Duration artim, Function<AssociationHandler, Role> roles) {
        this.artim = artim;
        this.roles = roles;
    }

    /** The accepting side of a connection that came in. */
    public static AssociationHandler acceptor(AcceptorSettings settings) {
        return new AssociationHandler(
                settings.artim(), handler -> new AcceptorRole(handler, settings));
    }

    /**
     * The requesting side of a connection that is to be opened.
     *
     * @param rq the request
     * @param encoded the same as bytes; taken over, and cleared when sent
     */
    public static AssociationHandler requestor(
            Duration artim, AAssociateRq rq, ByteBuf encoded, RequestorUser user) {
        return new AssociationHandler(
                artim, handler -> new RequestorRole(handler, rq, encoded, user));
    }

    // ---- primitives of the service-user

    /**
     * P-DATA request.
     *
     * @param pdus P-DATA-TF PDUs as {@link PDataFrames} makes them; released in any case
     * @throws IllegalStateException if the association is not open for data
     */
    public ChannelFuture data(ByteBuf pdus) {
        if (!open()) {
            pdus.release();
        }
        machine.step(Event.EVT9, Cause.NONE);
        return connection.write(pdus);
    }

    /** Whether P-DATA can be sent now. */
    public boolean open() {
        return machine.allows(Event.EVT9);
    }

    /**
     * A-RELEASE request.
     *
     * @throws IllegalStateException if the association is not established, or is being released
     */
    public void release() {
        machine.step(Event.EVT11, Cause.NONE);
    }

    /**
     * A-RELEASE response.
     *
     * @throws IllegalStateException if the peer has not asked for the release
     */
    public void releaseResponse() {
        machine.step(Event.EVT14, Cause.NONE);
    }

    /** A-ABORT request; nothing happens if there is nothing to abort. */
    public void abort(String why) {
        abort(Cause.abort(AAbort.USER, Closing.ABORTED_BY_US, why));
    }

    /** What came in a PDU of the right form is wrong: aborts as for an invalid PDU. */
    public void invalid(AAbort abort, String fault) {
        if (machine.allows(Event.EVT19)) {
            invalid(new MalformedPdu(abort, fault));
        }
    }

    /** Stops or resumes reading from the peer. */
    public void reading(Reading wanted) {
        if (machine.user().isPresent()) {
            boolean now = connection.reading(wanted);
            machine.watchdog().ifPresent(watchdog -> watchdog.readingPaused(now));
        }
    }

    /** Lets what is under way come to its end, then ends the association. */
    public void drain(String why) {
        machine.user().ifPresentOrElse(AssociationUser::drain, () -> shutDown(why));
    }

    /** Aborts what is not over and closes: allowed after an abort (PS3.8 §9.1.4). */
    public void shutDown(String why) {
        abort(why);
        connection.close();
    }

    /** Ends the association without a word to a peer that takes none. */
    public void cut(String why) {
        connection.cut();
        if (machine.allows(Event.EVT17)) {
            machine.step(Event.EVT17, lost(why));
        }
    }

    /**
     * Runs something on the event loop, at once if this is its thread. What it throws is a fault on
     * our side and ends the association.
     *
     * @return false if the loop has ended and the connection with it; nothing was run
     */
    public boolean onLoop(Runnable task) {
        EventLoop loop = channel().eventLoop();
        if (loop.inEventLoop()) {
            run(task);
            return true;
        }
        try {
            loop.execute(() -> run(task));
            return true;
        } catch (RejectedExecutionException e) {
            return false;
        }
    }

    /** The connection. */
    public Channel channel() {
        return connection.channel();
    }

    /** To be put before the decoder: it sees that bytes come before they make a PDU. */
    public ChannelInboundHandlerAdapter clock() {
        return clock;
    }

    /** Begins to watch the times of the association. */
    void watch(AssociationLimits limits, AssociationUser user) {
        machine.watch(new Watchdog(channel(), clock, limits, user, new TimeOver(limits)));
    }

    Connection connection() {
        return connection;
    }

    UpperLayer machine() {
        return machine;
    }

    void abort(Cause cause) {
        if (machine.allows(Event.EVT15)) {
            machine.step(Event.EVT15, cause);
        }
    }

    // ---- events of the connection

    @Override
    public void handlerAdded(ChannelHandlerContext ctx) {
        connection = new Connection(ctx);
        role = roles.apply(this);
        machine = new UpperLayer(connection, artim, role);
        if (role instanceof RequestorRole) {
            machine.step(Event.EVT1, Cause.NONE);
        }
    }

    @Override
    public void channelActive(ChannelHandlerContext ctx) {
        role.connected();
        machine.step(role instanceof RequestorRole ? Event.EVT2 : Event.EVT5, Cause.NONE);
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object message) {
        connection.readBegins();
        try {
            if (machine.state() == State.STA1) {
                return; // we have closed; what the decoder still had is of no interest
            }
            if (message instanceof Pdu pdu) {
                received(pdu);
            } else if (message instanceof MalformedPdu malformed) {
                invalid(malformed);
            }
        } finally {
            ReferenceCountUtil.release(message);
        }
    }

    @Override
    public void channelReadComplete(ChannelHandlerContext ctx) {
        connection.readEnds();
    }

    @Override
    public void channelWritabilityChanged(ChannelHandlerContext ctx) {
        if (machine.user().isPresent()) {
            boolean paused = connection.updateReading();
            machine.watchdog().ifPresent(watchdog -> watchdog.readingPaused(paused));
            if (ctx.channel().isWritable()) {
                machine.user().ifPresent(AssociationUser::writable);
            }
        }
    }

    @Override
    public void channelInactive(ChannelHandlerContext ctx) {
        lost();
        role.disconnected();
    }

    @Override
    public void channelUnregistered(ChannelHandlerContext ctx) {
        lost(); // an outgoing connection that never opened
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
        if (cause instanceof IOException) {
            ctx.close(); // its end comes as event 17
        } else if (cause instanceof DecoderException) {
            role.malformed(String.valueOf(cause.getCause() == null ? cause : cause.getCause()));
            ctx.close();
        } else {
            role.failed(cause);
            failed();
        }
    }

    private void run(Runnable task) {
        try {
            task.run();
        } catch (RuntimeException e) {
            role.failed(e);
            failed();
        }
    }

    private void failed() {
        if (machine.allows(Event.EVT19)) {
            AAbort unspecified = new AAbort(2, 0);
            machine.step(
                    Event.EVT19,
                    Cause.abort(unspecified, Closing.ABORTED_BY_US, "a fault on our side"));
        }
    }

    private static Cause lost(String text) {
        return Cause.abort(AAbort.USER, Closing.LOST, text);
    }

    private void lost() {
        if (machine.allows(Event.EVT17)) {
            machine.step(Event.EVT17, lost("the connection was lost"));
        }
    }

    private void received(Pdu pdu) {
        if (pdu instanceof AAssociateRq rq && machine.state() != State.STA2) {
            rq.userInformation().userIdentityRq().ifPresent(UserIdentityRq::wipe);
        }
        machine.step(eventOf(pdu), Cause.received(pdu, machine.state()));
    }

    private static Event eventOf(Pdu pdu) {
        if (pdu instanceof PDataTf) {
            return Event.EVT10;
        } else if (pdu instanceof AAssociateRq) {
            return Event.EVT6;
        } else if (pdu instanceof AAssociateAc) {
            return Event.EVT3;
        } else if (pdu instanceof AAssociateRj) {
            return Event.EVT4;
        } else if (pdu instanceof AReleaseRq) {
            return Event.EVT12;
        }
        return pdu instanceof AReleaseRp ? Event.EVT13 : Event.EVT16;
    }

    private void invalid(MalformedPdu malformed) {
        role.malformed(malformed.fault());
        machine.step(Event.EVT19, Cause.malformed(malformed, machine.state()));
    }

    private final class TimeOver implements Watchdog.Alarm {

        private final AssociationLimits limits;

        TimeOver(AssociationLimits limits) {
            this.limits = limits;
        }

        @Override
        public void idle() {
            String text = "nothing came for " + limits.idle().toSeconds() + " s";
            abort(Cause.abort(AAbort.USER, Closing.IDLE, text));
        }

        @Override
        public void readTimeout() {
            String text = "the message stood still for " + limits.read().toSeconds() + " s";
            abort(Cause.abort(AAbort.USER, Closing.ABORTED_BY_US, text));
        }

        @Override
        public void writeTimeout() {
            cut("the peer took nothing for " + limits.write().toSeconds() + " s");
        }
    }
}
