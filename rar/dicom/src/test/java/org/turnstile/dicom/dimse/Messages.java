/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.dicom.dimse;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.turnstile.api.Status;
import org.turnstile.dicom.dimse.command.CommandSet;
import org.turnstile.dicom.dimse.command.CommandSetReader;
import org.turnstile.dicom.dimse.command.DimseFault;

/** Puts messages together from the PDUs that a raw peer gets, however they were cut. */
final class Messages {

    private static final int PDU_HEADER = 6;
    private static final int COMMAND = 1;
    private static final int LAST = 2;

    /** A message; its data set is absent where the command says so. */
    record Message(CommandSet command, Optional<byte[]> dataSet) {
        int status() {
            return command.status().orElseThrow();
        }
    }

    private record Value(int control, ByteBuf fragment) {}

    private final RawPeer peer;
    private final Deque<Value> values = new ArrayDeque<>();
    private int longest;

    Messages(RawPeer peer) {
        this.peer = peer;
    }

    Message next() throws IOException {
        byte[] set = part(COMMAND);
        try {
            CommandSet command = CommandSetReader.read(Unpooled.wrappedBuffer(set));
            return new Message(
                    command, command.hasDataSet() ? Optional.of(part(0)) : Optional.empty());
        } catch (DimseFault e) {
            throw new IOException(e);
        }
    }

    /** The next message that is not pending. */
    Message last() throws IOException {
        Message message = next();
        while (new Status(message.command().status().orElseThrow(), "").isPending()) {
            message = next();
        }
        return message;
    }

    /** Bytes after the header of the longest PDU so far. */
    int longest() {
        return longest;
    }

    private byte[] part(int kind) throws IOException {
        ByteBuf all = Unpooled.buffer();
        Value value;
        do {
            value = value();
            if ((value.control() & COMMAND) != kind) {
                throw new IOException("not a fragment of kind " + kind + ": " + value);
            }
            all.writeBytes(value.fragment());
        } while ((value.control() & LAST) == 0);
        return ByteBufUtil.getBytes(all);
    }

    private Value value() throws IOException {
        if (values.isEmpty()) {
            ByteBuf pdu = Unpooled.wrappedBuffer(peer.readPdu());
            if (pdu.readByte() != 4) {
                throw new IOException("no P-DATA-TF: " + ByteBufUtil.hexDump(pdu));
            }
            longest = Math.max(longest, pdu.capacity() - PDU_HEADER);
            pdu.readerIndex(PDU_HEADER);
            while (pdu.isReadable()) {
                ByteBuf item = pdu.readSlice(pdu.readInt());
                item.skipBytes(1);
                values.add(new Value(item.readByte(), item.slice()));
            }
        }
        return values.remove();
    }
}
