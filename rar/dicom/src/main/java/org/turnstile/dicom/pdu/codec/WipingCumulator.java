/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.dicom.pdu.codec;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.handler.codec.ByteToMessageDecoder.Cumulator;

/**
 * Joins the pieces of an A-ASSOCIATE PDU and clears every buffer that it gives back: a pool would
 * keep the passcodes in them. The buffer grows with the bytes that came, never by a length field.
 */
final class WipingCumulator implements Cumulator {

    @Override
    public ByteBuf cumulate(ByteBufAllocator alloc, ByteBuf cumulation, ByteBuf in) {
        if (!cumulation.isReadable()) {
            cumulation.release();
            return in;
        }
        ByteBuf joined = cumulation;
        try {
            if (!fits(cumulation, in.readableBytes())) {
                joined = grown(alloc, cumulation, in.readableBytes());
            }
            joined.writeBytes(in, in.readerIndex(), in.readableBytes());
            wipe(in);
            return joined;
        } finally {
            in.release();
        }
    }

    /** Clears what is readable, where the buffer can be written to. */
    static void wipe(ByteBuf buffer) {
        if (!buffer.isReadOnly() && buffer.isReadable()) {
            buffer.setZero(buffer.readerIndex(), buffer.readableBytes());
        }
    }

    private static boolean fits(ByteBuf cumulation, int more) {
        return more <= cumulation.maxWritableBytes()
                && more <= cumulation.writableBytes()
                && cumulation.refCnt() == 1
                && !cumulation.isReadOnly();
    }

    private static ByteBuf grown(ByteBufAllocator alloc, ByteBuf cumulation, int more) {
        int length = cumulation.readableBytes() + more;
        ByteBuf grown = alloc.buffer(alloc.calculateNewCapacity(length, Integer.MAX_VALUE));
        grown.writeBytes(cumulation, cumulation.readerIndex(), cumulation.readableBytes());
        wipe(cumulation);
        cumulation.release();
        return grown;
    }
}
