/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.dicom.pdu.codec;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.util.ReferenceCountUtil;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.turnstile.dicom.pdu.AAbort;
import org.turnstile.dicom.pdu.PDataTf;

/** Fragments of few bytes that are not the last of their set, one after the other. */
class TinyFragmentLimitTest {

    private static final PduLimits LIMITS = new PduLimits(4096, 8192, 128, 256, 64, 128, 16, 5);

    private static byte[] value(int length, boolean last) {
        return Bytes.join(
                Bytes.bytes(0, 0, 0, length + 2, 1, last ? 2 : 0), // length, context, control
                new byte[length]);
    }

    private static Class<?> receive(Wire wire, byte[] value) {
        List<Object> emitted = wire.receive(Bytes.pdu(0x04, value));
        assertThat(emitted).hasSize(1);
        emitted.forEach(ReferenceCountUtil::release);
        return emitted.get(0).getClass();
    }

    @Test
    void asManyAsTheLimitAreTakenAndOneMoreIsMalformed() {
        try (Wire wire = new Wire(LIMITS)) {
            for (int i = 0; i < 5; i++) {
                assertThat(receive(wire, value(63, false))).isEqualTo(PDataTf.class);
            }
            assertThat(receive(wire, value(63, false))).isEqualTo(MalformedPdu.class);
        }
    }

    @Test
    void theFaultNamesTheLimit() {
        try (Wire wire = new Wire(LIMITS)) {
            byte[] tiny = value(1, false);
            byte[] six = Bytes.pdu(0x04, tiny, tiny, tiny, tiny, tiny, tiny);
            assertThat(wire.receive(six))
                    .containsExactly(
                            new MalformedPdu(
                                    AAbort.INVALID_PARAMETER,
                                    "fragments under 64 bytes in succession: more than 5"));
        }
    }

    @Test
    void aLastFragmentMayBeSmall() {
        try (Wire wire = new Wire(LIMITS)) {
            for (int i = 0; i < 100; i++) {
                assertThat(receive(wire, value(1, true))).isEqualTo(PDataTf.class);
            }
        }
    }

    @Test
    void aFragmentOfSomeSizeBeginsTheCountAnew() {
        try (Wire wire = new Wire(LIMITS)) {
            for (int i = 0; i < 100; i++) {
                assertThat(receive(wire, value(i % 5 == 0 ? 64 : 1, false)))
                        .isEqualTo(PDataTf.class);
            }
        }
    }
}
