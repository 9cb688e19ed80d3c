/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.dicom.pdu.codec;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.turnstile.dicom.pdu.AAssociateRq;
import org.turnstile.dicom.pdu.Pdu;

/** What is written is read as the same, and written again as the same bytes. */
class PduRoundTripTest {

    private static final int PDUS = 1_000;

    @ParameterizedTest
    @ValueSource(longs = {1, 20, 300, 4000})
    void writtenReadWritten(long seed) {
        RandomPdus pdus = new RandomPdus(seed);
        Set<Integer> types = new HashSet<>();
        for (int i = 0; i < PDUS; i++) {
            Pdu pdu = pdus.next();
            types.add(pdu.type());
            Object values = PduValues.of(pdu);
            byte[] bytes = Wire.encode(pdu);
            try (Wire wire = new Wire()) {
                Pdu read = (Pdu) wire.receive(bytes).get(0);
                assertThat(PduValues.of(read)).isEqualTo(values);
                assertThat(Wire.encode(read)).isEqualTo(bytes);
            }
        }
        assertThat(types).containsExactlyInAnyOrder(1, 2, 3, 4, 5, 6, 7);
    }

    @ParameterizedTest
    @ValueSource(longs = {5, 6})
    void theLengthOfUserInformationIsTheOneWritten(long seed) {
        RandomPdus pdus = new RandomPdus(seed);
        for (int i = 0; i < PDUS; i++) {
            AAssociateRq rq = pdus.rq();
            int length = PduEncoder.userInformationLength(rq.userInformation());
            byte[] bytes = Wire.encode(rq);
            int at = bytes.length - length - 4;
            assertThat(bytes[at]).isEqualTo((byte) 0x50);
            assertThat((bytes[at + 2] & 0xFF) << 8 | (bytes[at + 3] & 0xFF)).isEqualTo(length);
        }
    }
}
