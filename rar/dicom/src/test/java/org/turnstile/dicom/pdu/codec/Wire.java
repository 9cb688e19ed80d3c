/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.dicom.pdu.codec;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.UnpooledByteBufAllocator;
import io.netty.channel.embedded.EmbeddedChannel;
import java.util.ArrayList;
import java.util.List;
import org.turnstile.dicom.pdu.AAbort;
import org.turnstile.dicom.pdu.AAssociateAc;
import org.turnstile.dicom.pdu.AAssociateRq;
import org.turnstile.dicom.pdu.PDataTf;
import org.turnstile.dicom.pdu.Pdu;
import org.turnstile.dicom.pdu.UserIdentityRq;

/**
 * A connection with a decoder at its end. Its allocator counts: closing it fails if a buffer was
 * not released.
 */
final class Wire implements AutoCloseable {

    private final UnpooledByteBufAllocator alloc = new UnpooledByteBufAllocator(false);
    private final EmbeddedChannel channel;

    Wire() {
        this(PduLimits.DEFAULT);
    }

    Wire(PduLimits limits) {
        this(new PduDecoder(limits));
    }

    Wire(PduDecoder decoder) {
        channel = new EmbeddedChannel(decoder);
        channel.config().setAllocator(alloc);
    }

    UnpooledByteBufAllocator alloc() {
        return alloc;
    }

    /** Bytes that the allocator has given out and not got back. */
    long used() {
        return alloc.metric().usedHeapMemory() + alloc.metric().usedDirectMemory();
    }

    /** Hands the bytes to the decoder as one piece; answers what it emits. */
    List<Object> receive(byte[] bytes) {
        return receive(buffer(bytes));
    }

    List<Object> receive(ByteBuf bytes) {
        channel.writeInbound(bytes);
        List<Object> emitted = new ArrayList<>();
        for (Object o = channel.readInbound(); o != null; o = channel.readInbound()) {
            emitted.add(o);
        }
        return emitted;
    }

    ByteBuf buffer(byte[] bytes) {
        return alloc.buffer(bytes.length).writeBytes(bytes);
    }

    /** The peer closes. */
    void disconnect() {
        channel.finishAndReleaseAll();
    }

    @Override
    public void close() {
        disconnect();
        assertThat(used()).as("bytes of buffers that were not released").isZero();
    }

    /** Decodes the one PDU that these bytes are; not for a P-DATA-TF, which needs a release. */
    static <P> P decode(Class<P> type, byte[] bytes) {
        try (Wire wire = new Wire()) {
            List<Object> emitted = wire.receive(bytes);
            assertThat(emitted).singleElement().isInstanceOf(type);
            return type.cast(emitted.get(0));
        }
    }

    static AAssociateRq rq(byte[] bytes) {
        return decode(AAssociateRq.class, bytes);
    }

    static AAssociateAc ac(byte[] bytes) {
        return decode(AAssociateAc.class, bytes);
    }

    /** The user identity of a request with these sub-items. */
    static UserIdentityRq identity(byte[]... subItems) {
        AAssociateRq rq = rq(AssociateBytes.rq(subItems));
        return rq.userInformation().userIdentityRq().orElseThrow();
    }

    /** Expects one fault that is answered with A-ABORT 2/6. */
    static MalformedPdu abort26(byte[] bytes) {
        MalformedPdu fault = decode(MalformedPdu.class, bytes);
        assertThat(fault.abort()).isEqualTo(AAbort.INVALID_PARAMETER);
        return fault;
    }

    /** The bytes of a PDU; a P-DATA-TF is released. */
    static byte[] encode(Pdu pdu) {
        UnpooledByteBufAllocator alloc = new UnpooledByteBufAllocator(false);
        ByteBuf out = PduEncoder.encode(pdu, alloc);
        byte[] bytes = new byte[out.readableBytes()];
        out.readBytes(bytes);
        out.release();
        if (pdu instanceof PDataTf data) {
            data.release();
        }
        long used = alloc.metric().usedHeapMemory() + alloc.metric().usedDirectMemory();
        assertThat(used).as("bytes of buffers that were not released").isZero();
        return bytes;
    }
}
