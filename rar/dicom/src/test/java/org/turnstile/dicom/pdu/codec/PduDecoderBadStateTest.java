/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.dicom.pdu.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.turnstile.dicom.pdu.codec.Bytes.hex;
import static org.turnstile.dicom.pdu.codec.Bytes.join;

import io.netty.util.ReferenceCountUtil;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.turnstile.dicom.pdu.AReleaseRq;

/** After the first fault a decoder is at its end. */
class PduDecoderBadStateTest {

    private static final byte[] GOOD = Wire.encode(new AReleaseRq());
    private static final byte[] BAD = hex("09 00 00000004 00000000");

    @Test
    void nothingAfterAFaultIsParsed() {
        try (Wire wire = new Wire()) {
            List<Object> emitted = wire.receive(join(GOOD, BAD, GOOD, BAD));
            assertThat(emitted).hasExactlyElementsOfTypes(AReleaseRq.class, MalformedPdu.class);
            assertThat(wire.receive(GOOD)).isEmpty();
            assertThat(wire.receive(BAD)).isEmpty();
            assertThat(wire.receive(new byte[1])).isEmpty();
        }
    }

    @Test
    void nothingAfterAFaultIsKept() {
        try (Wire wire = new Wire()) {
            wire.receive(BAD);
            for (int i = 0; i < 100; i++) {
                assertThat(wire.receive(new byte[1000])).isEmpty();
                assertThat(wire.used()).isZero();
            }
        }
    }

    @Test
    void aFaultInTheMiddleOfAPduEndsItToo() {
        byte[] data = hex("04 00 0000000D 00000003 01 03 41 00000002 02 03");
        try (Wire wire = new Wire()) {
            assertThat(wire.receive(data)).hasExactlyElementsOfTypes(MalformedPdu.class);
            assertThat(wire.receive(data)).isEmpty();
        }
    }

    @Test
    void halfAPduAtTheEndOfTheConnectionIsNothing() {
        try (Wire wire = new Wire()) {
            List<Object> emitted = wire.receive(join(GOOD, hex("04 00 00000010 0000")));
            assertThat(emitted).containsExactly(new AReleaseRq());
            wire.disconnect();
            emitted.forEach(ReferenceCountUtil::release);
        }
    }
}
