/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.dicom.pdu.codec;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.UnpooledByteBufAllocator;
import io.netty.util.ReferenceCountUtil;
import java.util.ArrayList;
import java.util.List;
import org.turnstile.dicom.pdu.Pdu;

/**
 * What holds of any bytes at all: no exception, at most one fault and nothing after it, no buffer
 * left behind, and whatever was read is written and read again as the same.
 */
final class PduCheck {

    private final PduLimits limits;

    /** Counts what is not released; the leak detector would cost more than the test. */
    private final UnpooledByteBufAllocator alloc = new UnpooledByteBufAllocator(false, true);

    PduCheck(PduLimits limits) {
        this.limits = limits;
    }

    /** Answers whether no fault was found. */
    boolean check(byte[] bytes) {
        List<Object> emitted = decode(alloc.buffer(bytes.length).writeBytes(bytes));
        boolean good = true;
        for (int i = 0; i < emitted.size(); i++) {
            Object o = emitted.get(i);
            if (o instanceof Pdu pdu) {
                checkRoundTrip(pdu);
            } else {
                good = false;
                if (!(o instanceof MalformedPdu) || i != emitted.size() - 1) {
                    assertThat(emitted).as("one fault, at the end").isEmpty();
                }
            }
        }
        emitted.forEach(ReferenceCountUtil::release);
        if (used() != 0) {
            assertThat(used()).as("bytes of buffers that were not released").isZero();
        }
        return good;
    }

    private void checkRoundTrip(Pdu pdu) {
        List<Object> again = decode(PduEncoder.encode(pdu, alloc));
        if (again.size() != 1 || !(again.get(0) instanceof Pdu)) {
            assertThat(again).as("%s, written and read", PduValues.of(pdu)).isEmpty();
        }
        Object values = PduValues.of((Pdu) again.get(0));
        if (!values.equals(PduValues.of(pdu))) {
            assertThat(values).isEqualTo(PduValues.of(pdu));
        }
        ReferenceCountUtil.release(again.get(0));
    }

    /** Decodes as far as it goes; releases the bytes. */
    private List<Object> decode(ByteBuf in) {
        PduDecoder decoder = new PduDecoder(limits);
        List<Object> emitted = new ArrayList<>();
        int before;
        do {
            before = in.readableBytes();
            decoder.decode(null, in, emitted);
        } while (in.isReadable() && in.readableBytes() < before);
        in.release();
        return emitted;
    }

    private long used() {
        return alloc.metric().usedHeapMemory() + alloc.metric().usedDirectMemory();
    }
}
