/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.dicom.association;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;

/**
 * Cuts command sets and data sets into P-DATA-TF PDUs of one presentation data value each (PS3.8
 * §9.3.5 and Annex E), straight into the buffer that is sent.
 */
public final class PDataFrames {

    /** Bytes before a fragment: 6 of the PDU, 4 of the item length, context id, control header. */
    public static final int HEADER = 12;

    private static final int PDU_TYPE = 0x04;
    private static final int ITEM_LENGTH = 4;
    private static final int VALUE_HEADER = 2;
    private static final int COMMAND = 1;
    private static final int LAST = 2;

    private PDataFrames() {}

    /**
     * Most bytes of a fragment in a P-DATA-TF of that length; even, if the length lets it be, since
     * every DICOM element is.
     */
    public static int fragmentLength(int maximumLength) {
        int most = maximumLength - ITEM_LENGTH - VALUE_HEADER;
        return most > 1 ? most & ~1 : most;
    }

    /** Writes the header of a PDU whose only fragment is {@code length} bytes and follows. */
    public static void header(
            ByteBuf out, int contextId, boolean command, boolean last, int length) {
        out.writeByte(PDU_TYPE).writeByte(0);
        out.writeInt(ITEM_LENGTH + VALUE_HEADER + length);
        out.writeInt(VALUE_HEADER + length);
        out.writeByte(contextId);
        out.writeByte((command ? COMMAND : 0) | (last ? LAST : 0));
    }

    /**
     * A whole command set in one buffer, so in one write, in as many PDUs as it needs.
     *
     * @param set is read to its end, not released
     * @param maximumLength most bytes of a P-DATA-TF after its header, at least 7
     */
    public static ByteBuf command(
            ByteBufAllocator alloc, int contextId, ByteBuf set, int maximumLength) {
        int most = fragmentLength(maximumLength);
        int pdus = Math.max(1, (set.readableBytes() + most - 1) / most);
        ByteBuf out = alloc.buffer(set.readableBytes() + pdus * HEADER);
        do {
            int length = Math.min(most, set.readableBytes());
            header(out, contextId, true, length == set.readableBytes(), length);
            out.writeBytes(set, length);
        } while (set.isReadable());
        return out;
    }
}
