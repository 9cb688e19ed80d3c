/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.connector;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.Unpooled;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.turnstile.api.UID;
import org.turnstile.dicom.dimse.command.CommandSet;
import org.turnstile.dicom.dimse.command.CommandSetReader;
import org.turnstile.dicom.dimse.command.DimseFault;
import org.turnstile.testkit.dicom.AssociateRqBytes;
import org.turnstile.testkit.dicom.CommandBytes;
import org.turnstile.testkit.dicom.DimseBytes;
import org.turnstile.testkit.dicom.ScriptedPeer;
import org.turnstile.testkit.dicom.Uids;

/** A peer that asks on context 5, Study Root FIND, and takes responses of two values apart. */
final class FindPeer {

    static final int CONTEXT = 5;

    private static final int MOST_FRAGMENT = 16 * 1024;

    /** A response; a pending one has an identifier. */
    record Response(CommandSet command, Optional<ByteBuffer> identifier) {
        int status() {
            return command.status().orElseThrow();
        }
    }

    private final ScriptedPeer peer;

    FindPeer(ScriptedPeer peer) {
        this.peer = peer;
    }

    /** A request for Verification (1) and Study Root FIND (5) with these sub-items. */
    static AssociateRqBytes rq(String transferSyntax, String... subItems) {
        return AssociateRqBytes.with(subItems)
                .context(1, Uids.VERIFICATION, Uids.IMPLICIT_VR_LE)
                .context(CONTEXT, UID.STUDY_ROOT_FIND, transferSyntax);
    }

    FindPeer query(int messageId, byte[] identifier) {
        peer.send(DimseBytes.command(CONTEXT, findRq(messageId, 1)))
                .send(DimseBytes.dataSet(CONTEXT, identifier, MOST_FRAGMENT));
        return this;
    }

    FindPeer queryWithoutIdentifier(int messageId) {
        peer.send(DimseBytes.command(CONTEXT, findRq(messageId, DimseBytes.NO_DATA_SET)));
        return this;
    }

    FindPeer cancel(int messageId) {
        byte[] cancel =
                new CommandBytes()
                        .us(0x0100, 0x0FFF)
                        .us(0x0120, messageId)
                        .us(0x0800, DimseBytes.NO_DATA_SET)
                        .toBytes();
        peer.send(DimseBytes.command(CONTEXT, cancel));
        return this;
    }

    private static byte[] findRq(int messageId, int dataSetType) {
        return new CommandBytes()
                .uid(0x0002, UID.STUDY_ROOT_FIND)
                .us(0x0100, 0x0020)
                .us(0x0110, messageId)
                .us(0x0700, 0)
                .us(0x0800, dataSetType)
                .toBytes();
    }

    ScriptedPeer peer() {
        return peer;
    }

    /** The next response, which came in one PDU. */
    Response next() {
        Deque<ByteBuffer> values = new ArrayDeque<>();
        for (ByteBuffer body = ByteBuffer.wrap(peer.readPdu().body()); body.hasRemaining(); ) {
            int length = body.getInt();
            values.add(body.slice(body.position() + 2, length - 2));
            body.position(body.position() + length);
        }
        CommandSet command = command(values.remove());
        assertThat(values).hasSize(command.hasDataSet() ? 1 : 0);
        return new Response(command, Optional.ofNullable(values.poll()));
    }

    /** The next response that is not pending. */
    Response last() {
        Response response = next();
        while (response.status() >= 0xFF00) {
            response = next();
        }
        return response;
    }

    private static CommandSet command(ByteBuffer value) {
        try {
            return CommandSetReader.read(Unpooled.wrappedBuffer(value));
        } catch (DimseFault e) {
            throw new AssertionError(e);
        }
    }
}
