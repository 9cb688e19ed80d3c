/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.dicom.pdu.codec;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.turnstile.dicom.pdu.AAbort;
import org.turnstile.dicom.pdu.PDataTf;

/** A PDU that says it is too long is refused when its header is there; nothing is reserved. */
class PduLengthLimitTest {

    private static final PduLimits LIMITS = new PduLimits(4096, 8192, 128, 256);

    @ParameterizedTest
    @CsvSource({
        "1, 4097, 4096",
        "2, 4097, 4096",
        "4, 8193, 8192",
        "1, 2147483648, 4096",
        "2, 4294967295, 4096",
        "4, 4294967295, 8192"
    })
    void beyondTheLimit(int type, long length, int limit) {
        try (Wire wire = new Wire(LIMITS)) {
            List<Object> emitted = wire.receive(Bytes.pduOfLength(type, length, new byte[0]));
            assertThat(emitted)
                    .singleElement()
                    .isInstanceOfSatisfying(
                            MalformedPdu.class,
                            fault -> {
                                assertThat(fault.abort()).isEqualTo(AAbort.INVALID_PARAMETER);
                                assertThat(fault.fault())
                                        .contains(length + " is not", "to " + limit);
                            });
            assertThat(wire.used()).isZero();
        }
    }

    @ParameterizedTest
    @CsvSource({"1, 4096", "2, 4096", "4, 8192"})
    void upToTheLimitBuffersOnlyWhatHasCome(int type, int length) {
        try (Wire wire = new Wire(LIMITS)) {
            byte[] header = Bytes.pduOfLength(type, length, new byte[0]);
            assertThat(wire.receive(header)).isEmpty();
            assertThat(wire.receive(new byte[100])).isEmpty();
            assertThat(wire.used()).isLessThan(1024);
        }
    }

    @Test
    void aDataPduOfTheLimitIsTaken() {
        byte[] value = new byte[8192];
        value[2] = 0x1F; // length 8188
        value[3] = (byte) 0xFC;
        value[4] = 1; // context
        try (Wire wire = new Wire(LIMITS)) {
            PDataTf data = (PDataTf) wire.receive(Bytes.pdu(0x04, value)).get(0);
            assertThat(data.values().get(0).data().readableBytes()).isEqualTo(8186);
            data.release();
        }
    }
}
