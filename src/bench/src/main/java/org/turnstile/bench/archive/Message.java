/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.bench.archive;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.turnstile.bench.load.LoadException;
import org.turnstile.dicom.dimse.command.CommandSet;
import org.turnstile.dicom.dimse.command.CommandSetWriter;

/**
 * A request as PDUs that are ready, with identifying numbers to replace: the command set in one
 * P-DATA-TF, the data set in as few as the peer takes. What comes behind the first of the data set
 * is shared by the copies of a message.
 */
final class Message {

    private static final int PDU_HEADER = 6;
    private static final int VALUE_HEADER = 6;
    private static final int CONTEXT = 1;
    private static final int COMMAND_LAST = 3;
    private static final int DATA_LAST = 2;

    private final byte[] begin;
    private final byte[] rest;
    private final Map<Identifying, List<Integer>> places;

    private Message(byte[] begin, byte[] rest, Map<Identifying, List<Integer>> places) {
        this.begin = begin;
        this.rest = rest;
        this.places = places;
    }

    /**
     * A message for peers that take so much.
     *
     * @param headLength length of the beginning of the data set that has all identifying values
     * @param maximumLength most bytes of a P-DATA-TF behind its header
     * @throws LoadException if the beginning does not fit into one P-DATA-TF
     */
    static Message of(CommandSet command, byte[] dataSet, int headLength, int maximumLength)
            throws LoadException {
        // even, as every fragment but the last of a data set
        int most = (maximumLength - VALUE_HEADER) & ~1;
        if (headLength > most) {
            throw new LoadException("the peer takes " + maximumLength + " bytes at once: too few");
        }
        byte[] set = encoded(command);
        int first = Math.min(most, dataSet.length);
        ByteBuffer begin =
                ByteBuffer.allocate(2 * (PDU_HEADER + VALUE_HEADER) + set.length + first);
        fragment(begin, set, 0, set.length, COMMAND_LAST);
        int searched = begin.position() + PDU_HEADER + VALUE_HEADER + headLength;
        fragment(begin, dataSet, 0, first, first == dataSet.length ? DATA_LAST : 0);
        Map<Identifying, List<Integer>> places = new EnumMap<>(Identifying.class);
        for (Identifying each : Identifying.values()) {
            places.put(each, each.places(begin.array(), searched));
        }
        return new Message(begin.array(), rest(dataSet, first, most), places);
    }

    /** A command without a data set, as one P-DATA-TF. */
    static byte[] of(CommandSet command) {
        byte[] set = encoded(command);
        ByteBuffer pdu = ByteBuffer.allocate(PDU_HEADER + VALUE_HEADER + set.length);
        fragment(pdu, set, 0, set.length, COMMAND_LAST);
        return pdu.array();
    }

    private static byte[] encoded(CommandSet command) {
        ByteBuf out = Unpooled.buffer();
        CommandSetWriter.write(command, out);
        return ByteBufUtil.getBytes(out);
    }

    private static byte[] rest(byte[] dataSet, int from, int most) {
        int left = dataSet.length - from;
        int fragments = (left + most - 1) / most;
        ByteBuffer rest = ByteBuffer.allocate(left + fragments * (PDU_HEADER + VALUE_HEADER));
        for (int at = from; at < dataSet.length; at += most) {
            int length = Math.min(most, dataSet.length - at);
            fragment(rest, dataSet, at, length, at + length == dataSet.length ? DATA_LAST : 0);
        }
        return rest.array();
    }

    private static void fragment(ByteBuffer out, byte[] bytes, int from, int length, int header) {
        out.put((byte) 0x04).put((byte) 0).putInt(length + VALUE_HEADER);
        out.putInt(length + 2).put((byte) CONTEXT).put((byte) header);
        out.put(bytes, from, length);
    }

    /** One with numbers of its own. */
    Message copy() {
        return new Message(Arrays.copyOf(begin, begin.length), rest, places);
    }

    /** Replaces a number wherever it stands. */
    void set(Identifying what, long number) {
        for (int place : places.get(what)) {
            what.write(begin, place, number);
        }
    }

    /** Takes PDUs. */
    interface Line {
        void send(byte[] pdus) throws IOException;
    }

    /** Sends it. */
    void to(Line line) throws IOException {
        line.send(begin);
        if (rest.length > 0) {
            line.send(rest);
        }
    }
}
