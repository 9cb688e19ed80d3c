/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.dicom.dimse.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Messages cut into PDUs, and put together again. */
class MessagePdusTest {

    private static final int HEADERS = 12;

    @ParameterizedTest
    @CsvSource({
        // bytes of the command, of the data set, of a PDU | PDUs
        "100, 300, 16384, 1",
        "100, 300, 412, 1",
        "100, 300, 411, 2",
        "100, 0, 112, 1",
        "100, 0, 111, 2",
        "100, 10, 106, 2",
        "100, 10, 113, 2",
        "100, 10, 114, 2",
        "1, 1, 7, 2",
        "3, 3, 7, 6",
        "100, 300, 262144, 1",
    })
    void givenAMaximumLength_thenThereAreAsFewPdusAsItAllows(
            int command, int dataSet, int maximumLength, int pdus) {
        assertThat(read(cut(command, dataSet, maximumLength), maximumLength).pdus).isEqualTo(pdus);
    }

    /** Seeded: whatever the lengths, what was cut is what comes together. */
    @Test
    void givenAnyLengths_thenBothPartsArriveWholeAndNoPduIsLonger() {
        Random random = new Random(20261122);
        for (int i = 0; i < 20_000; i++) {
            int maximumLength = 7 + random.nextInt(random.nextBoolean() ? 30 : 3000);
            int command = 1 + random.nextInt(200);
            int dataSet = random.nextInt(random.nextBoolean() ? 20 : 2000);
            Parts parts = read(cut(command, dataSet, maximumLength), maximumLength);

            assertThat(parts.command.toByteArray()).isEqualTo(bytes(command, 1));
            assertThat(parts.dataSet.toByteArray()).isEqualTo(bytes(dataSet, 2));
            int most = maximumLength - HEADERS / 2;
            assertThat(parts.pdus).isLessThanOrEqualTo((command + dataSet) / (most / 2 + 1) + 3);
        }
    }

    private static ByteBuffer cut(int command, int dataSet, int maximumLength) {
        return MessagePdus.of(
                5, bytes(command, 1), ByteBuffer.wrap(bytes(dataSet, 2)), maximumLength);
    }

    private static byte[] bytes(int length, int seed) {
        byte[] bytes = new byte[length];
        new Random(seed).nextBytes(bytes);
        return bytes;
    }

    private static final class Parts {
        private final ByteArrayOutputStream command = new ByteArrayOutputStream();
        private final ByteArrayOutputStream dataSet = new ByteArrayOutputStream();
        private int pdus;
        private boolean commandEnded;
        private boolean dataSetEnded;
    }

    private static Parts read(ByteBuffer in, int maximumLength) {
        Parts parts = new Parts();
        while (in.hasRemaining()) {
            parts.pdus++;
            assertThat(in.getShort()).isEqualTo((short) 0x0400);
            int length = in.getInt();
            assertThat(length).isLessThanOrEqualTo(maximumLength);
            int end = in.position() + length;
            while (in.position() < end) {
                item(in, parts);
            }
            assertThat(in.position()).isEqualTo(end);
        }
        assertThat(parts.commandEnded && parts.dataSetEnded).isTrue();
        return parts;
    }

    /** Item length, context, message control header (bit 0 command, bit 1 last), fragment. */
    private static void item(ByteBuffer in, Parts parts) {
        byte[] fragment = new byte[in.getInt() - 2];
        assertThat(in.get()).isEqualTo((byte) 5);
        int control = in.get();
        in.get(fragment);
        boolean last = (control & 2) != 0;
        if ((control & 1) != 0) {
            assertThat(parts.commandEnded).isFalse();
            parts.command.writeBytes(fragment);
            parts.commandEnded = last;
        } else {
            assertThat(parts.commandEnded && !parts.dataSetEnded).isTrue();
            parts.dataSet.writeBytes(fragment);
            parts.dataSetEnded = last;
        }
    }
}
