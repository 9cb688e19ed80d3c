/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.dicom.dimse.message;

import java.nio.ByteBuffer;
import org.turnstile.dicom.association.PDataFrames;

/**
 * A whole message in as few P-DATA-TF PDUs as the peer's maximum length allows: the end of the
 * command set and the beginning of the data set share one (PS3.8 §9.3.5, Annex E). Works on arrays,
 * so that any thread may use it.
 */
public final class MessagePdus {

    private static final int PDU_TYPE = 0x04;
    private static final int PDU_HEADER = 6;
    private static final int LENGTH_AT = 2;
    private static final int ITEM_HEADER = 6;
    private static final int ITEM_LENGTH = 4;
    private static final int COMMAND = 1;
    private static final int LAST = 2;

    private final int contextId;
    private final int maximumLength;
    private final ByteBuffer out;
    private int pduAt;
    private int room;

    private MessagePdus(int contextId, int maximumLength, ByteBuffer out) {
        this.contextId = contextId;
        this.maximumLength = maximumLength;
        this.out = out;
    }

    /**
     * Cuts a message.
     *
     * @param contextId presentation context
     * @param command the command set
     * @param dataSet the data set
     * @param maximumLength most bytes of a P-DATA-TF after its header, at least 7
     * @return the PDUs, to be sent in one write
     */
    public static ByteBuffer of(
            int contextId, byte[] command, ByteBuffer dataSet, int maximumLength) {
        int length = command.length + dataSet.remaining();
        int most = PDataFrames.fragmentLength(maximumLength);
        // each part may end with a fragment that is not full, and share its PDU
        int fragments = length / most + 3;
        long size = length + (long) fragments * (PDU_HEADER + ITEM_HEADER);
        MessagePdus pdus =
                new MessagePdus(
                        contextId, maximumLength, ByteBuffer.allocate(Math.toIntExact(size)));
        pdus.add(ByteBuffer.wrap(command), COMMAND);
        pdus.add(dataSet.duplicate(), 0);
        pdus.endPdu();
        return pdus.out.flip();
    }

    private void add(ByteBuffer part, int kind) {
        do {
            if (room - ITEM_HEADER < Math.min(part.remaining(), 2)) {
                endPdu();
                beginPdu();
            }
            int count = fragment(room - ITEM_HEADER, part.remaining());
            out.putInt(ITEM_HEADER - ITEM_LENGTH + count).put((byte) contextId);
            out.put((byte) (kind | (count == part.remaining() ? LAST : 0)));
            out.put(out.position(), part, part.position(), count);
            out.position(out.position() + count);
            part.position(part.position() + count);
            room -= ITEM_HEADER + count;
        } while (part.hasRemaining());
    }

    /** All that is left, or as much of it as there is room for: even, since every element is. */
    private static int fragment(int most, int wanted) {
        if (most >= wanted) {
            return wanted;
        }
        return most > 1 ? most & ~1 : most;
    }

    private void beginPdu() {
        pduAt = out.position();
        out.put((byte) PDU_TYPE).put((byte) 0).putInt(0);
        room = maximumLength;
    }

    private void endPdu() {
        if (out.position() > 0) {
            out.putInt(pduAt + LENGTH_AT, out.position() - pduAt - PDU_HEADER);
        }
    }
}
