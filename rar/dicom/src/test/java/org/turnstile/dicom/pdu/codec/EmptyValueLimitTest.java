/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.dicom.pdu.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.turnstile.dicom.pdu.codec.Bytes.hex;
import static org.turnstile.dicom.pdu.codec.Bytes.join;
import static org.turnstile.dicom.pdu.codec.Bytes.pdu;

import io.netty.util.ReferenceCountUtil;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.turnstile.dicom.pdu.AAbort;
import org.turnstile.dicom.pdu.PDataTf;

/** Presentation data values without data: one ends a set, a stream of them is an attack. */
class EmptyValueLimitTest {

    private static final PduLimits LIMITS = new PduLimits(4096, 8192, 128, 256, 64, 128, 3, 1024);

    /** Length 2, context 1, data set, last. */
    private static final byte[] EMPTY = hex("00000002 01 02");

    /** Length 3, context 1, data set, last, one byte. */
    private static final byte[] FULL = hex("00000003 01 02 41");

    private static Object receive(Wire wire, byte[]... values) {
        List<Object> emitted = wire.receive(pdu(0x04, values));
        assertThat(emitted).hasSize(1);
        emitted.forEach(ReferenceCountUtil::release);
        return emitted.get(0);
    }

    @Test
    void asManyAsTheLimitAreTaken() {
        try (Wire wire = new Wire(LIMITS)) {
            assertThat(receive(wire, EMPTY, EMPTY, EMPTY)).isInstanceOf(PDataTf.class);
        }
    }

    @Test
    void oneMoreIsMalformed() {
        try (Wire wire = new Wire(LIMITS)) {
            assertThat(receive(wire, EMPTY, EMPTY, EMPTY, EMPTY))
                    .isEqualTo(
                            new MalformedPdu(
                                    AAbort.INVALID_PARAMETER,
                                    "empty presentation data values in succession: more than 3"));
        }
    }

    @Test
    void theyAreCountedOverPdus() {
        try (Wire wire = new Wire(LIMITS)) {
            assertThat(receive(wire, EMPTY)).isInstanceOf(PDataTf.class);
            assertThat(receive(wire, EMPTY, EMPTY)).isInstanceOf(PDataTf.class);
            assertThat(receive(wire, EMPTY)).isInstanceOf(MalformedPdu.class);
        }
    }

    @Test
    void dataBetweenThemIsTheUsualThing() {
        try (Wire wire = new Wire(LIMITS)) {
            for (int i = 0; i < 100; i++) {
                assertThat(receive(wire, join(FULL, EMPTY))).isInstanceOf(PDataTf.class);
            }
        }
    }
}
