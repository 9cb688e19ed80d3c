/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.dicom.dimse.client;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.turnstile.dicom.association.AssociationHandler;
import org.turnstile.dicom.association.PDataFrames;
import org.turnstile.dicom.association.negotiation.AcceptedContext;
import org.turnstile.dicom.dimse.command.CommandSet;
import org.turnstile.dicom.dimse.command.CommandSetWriter;
import org.turnstile.dicom.dimse.message.MessagePdus;

/** Sends requests from the caller's thread, which waits while the peer takes its time. */
final class RequestSender {

    /** PDUs under way at once: one is sent while the next is read. */
    private static final int AHEAD = 2;

    /**
     * Most bytes of a data set's PDU. A peer that takes more gains nothing by it, and memory is
     * {@value #AHEAD} of them.
     */
    private static final int MAX_FRAGMENT = 64 * 1024;

    private static final int COMMAND_ESTIMATE = 256;

    private final Channel channel;
    private final AssociationHandler handler;
    private final int maximumLength;
    private final Duration timeout;
    private final Semaphore permits = new Semaphore(AHEAD);

    RequestSender(
            Channel channel, AssociationHandler handler, int maximumLength, Duration timeout) {
        this.channel = channel;
        this.handler = handler;
        this.maximumLength = maximumLength;
        this.timeout = timeout;
    }

    void command(AcceptedContext context, CommandSet command) throws IOException {
        ByteBuf set = channel.alloc().buffer(COMMAND_ESTIMATE);
        try {
            CommandSetWriter.write(command, set);
            acquire();
            send(PDataFrames.command(channel.alloc(), context.id(), set, maximumLength));
        } finally {
            set.release();
        }
    }

    /** Sends a whole message in one write. */
    void message(AcceptedContext context, CommandSet command, ByteBuffer dataSet)
            throws IOException {
        ByteBuf set = Unpooled.buffer(COMMAND_ESTIMATE);
        CommandSetWriter.write(command, set);
        ByteBuffer pdus =
                MessagePdus.of(context.id(), ByteBufUtil.getBytes(set), dataSet, maximumLength);
        acquire();
        send(Unpooled.wrappedBuffer(pdus));
    }

    /**
     * Sends a data set to its end, or to where it is no longer wanted; then it is closed by an
     * empty fragment, so that the message is complete and the association can go on.
     */
    void dataSet(AcceptedContext context, InputStream in, BooleanSupplier unwanted)
            throws IOException {
        int most = Math.min(MAX_FRAGMENT, PDataFrames.fragmentLength(maximumLength));
        int next = in.read();
        boolean last;
        do {
            acquire();
            ByteBuf pdu = channel.alloc().buffer(PDataFrames.HEADER + most);
            boolean filled = false;
            try {
                pdu.writerIndex(PDataFrames.HEADER);
                if (!unwanted.getAsBoolean()) {
                    next = fill(pdu, next, in, most);
                } else {
                    next = -1;
                }
                last = next < 0;
                int end = pdu.writerIndex();
                pdu.writerIndex(0);
                PDataFrames.header(pdu, context.id(), false, last, end - PDataFrames.HEADER);
                pdu.writerIndex(end);
                filled = true;
            } finally {
                if (!filled) {
                    pdu.release();
                    permits.release();
                }
            }
            send(pdu);
        } while (!last);
    }

    /** Fills a fragment, and looks one byte ahead: the last fragment has to be known as such. */
    private static int fill(ByteBuf pdu, int first, InputStream in, int most) throws IOException {
        if (first < 0) {
            return first;
        }
        pdu.writeByte(first);
        int room = most - 1;
        while (room > 0) {
            int read = pdu.writeBytes(in, room);
            if (read < 0) {
                return read;
            }
            room -= read;
        }
        return in.read();
    }

    /** Waits until the peer has taken what is under way but one PDU. */
    private void acquire() throws IOException {
        try {
            if (!permits.tryAcquire(timeout.toNanos(), TimeUnit.NANOSECONDS)) {
                channel.eventLoop().execute(() -> handler.shutDown("the peer takes nothing"));
                throw new DimseTimeoutException("sending", timeout);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while sending");
        }
    }

    private void send(ByteBuf pdus) {
        channel.eventLoop().execute(() -> sendOnLoop(pdus));
    }

    private void sendOnLoop(ByteBuf pdus) {
        if (handler.open()) {
            handler.data(pdus).addListener(done -> permits.release());
        } else {
            pdus.release();
            permits.release(); // the association has ended, as its response will say
        }
    }
}
